/** Who somebody is, and the words by which a name is found. Browser-safe. */
import { z } from 'zod';
import type { NumberKind } from './number/parsed-number.ts';

/** Patients and staff are kept apart: a clinician who becomes a patient is a second person here. */
export type PersonKind = 'patient' | 'staff';

const numberKinds = [
  'fnr',
  'dnr',
  'personnummer',
  'samordningsnummer',
] as const satisfies readonly NumberKind[];

/** What is sealed of a person, in one piece. */
export const Identity = z.object({
  given: z.string(),
  family: z.string(),
  /** `1985-07-09` */
  born: z.string(),
  /** As `parseNationalNumber` gives it: 11 digits in Norway, 12 in Sweden. */
  number: z.string(),
  numberKind: z.enum(numberKinds),
  /** Staff in Norway: the number in Helsepersonellregisteret. */
  hpr: z.string().optional(),
  /** Staff: what they are, as shown to patients. */
  title: z.string().optional(),
});
export type Identity = z.output<typeof Identity>;

export function fullName(identity: Pick<Identity, 'given' | 'family'>): string {
  return `${identity.given} ${identity.family}`.trim();
}

/**
 * Letters that Norwegians and Swedes write in two ways, each put in one: å and aa, æ and ä, ø and ö are the same sound and
 * the same place in names (Aas is Ås, Möller is Møller), while a, o and å, ø stay different names (Moen is not Møen). `aa`,
 * `ae` and `oe` are also how passports write them (ICAO 9303, part 3). The rest are letters with no mark to take off.
 */
const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/a\u030a/g, 'aa'],
  [/a\u0308/g, 'ae'],
  [/o\u0308/g, 'oe'],
  [/\p{M}/gu, ''],
  [/æ/g, 'ae'],
  [/[øœ]/g, 'oe'],
  [/ß/g, 'ss'],
  [/þ/g, 'th'],
  [/[đð]/g, 'd'],
  [/ŋ/g, 'n'],
  [/ŧ/g, 't'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
];

/** The words of a name, without the differences that people leave out when they search. Each word once. */
export function nameWords(text: string): string[] {
  // Letters and their marks apart: what is left of accents in the end goes, so that é is e.
  const apart = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  const folded = writtenOut.reduce((word, [letter, instead]) => word.replace(letter, instead), apart);
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
