import { z } from 'zod';
import { idPattern } from './known-files.ts';
import { firstOddCharacter } from './read-text.ts';

/** What the schemas of the package's files have in common. */

export const id = z
  .string()
  .regex(idPattern, 'lower-case letters, digits and hyphens, such as "start-here"')
  .meta({ description: 'Lower-case letters, digits and hyphens, unique in the package among its kind.' });
const isPlain = (text: string): boolean => firstOddCharacter(text) === undefined;
const notPlain = 'has an invisible character; expected plain text.';
export const prose = z.string().trim().min(1).max(2000).refine(isPlain, notPlain);
export const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^.*$/u, 'one line of text')
  .refine(isPlain, notPlain);
export const days = z.int().min(1).max(3650);

/** Something inside a Questionnaire, which has names of its own: a linkId, or the code of an option. */
export const formWord = z.string().min(1).max(255).refine(isPlain, notPlain);

/** The single key that a condition, an effect or a timing has. `minProperties` says the same to editors that use the JSON Schema. */
export const exactlyOneKey = { minProperties: 1, maxProperties: 1 };
export const hasOneKey = (value: object): boolean =>
  Object.values(value).filter((each) => each !== undefined).length === 1;
