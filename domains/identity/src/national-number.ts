/** National identity numbers of Norway and Sweden: reading them, and telling a test person's from a real one's. Browser-safe. */
import type { IsoDate } from '@skute/platform/time';
import { type NorwegianChecks, parseNorwegian } from './number/norwegian.ts';
import type { Country, NationalNumber, NumberRefused } from './number/parsed-number.ts';
import { parseSwedish } from './number/swedish.ts';
import { publishedTestPersons } from './number/test-persons.ts';

export type { NorwegianChecks } from './number/norwegian.ts';
export type {
  Country,
  NationalNumber,
  NumberKind,
  NumberRefusal,
  NumberRefused,
} from './number/parsed-number.ts';

export interface ParseOptions {
  /** Settles the century of a Swedish number of ten digits, which is refused without it; and nobody is born after it. */
  readonly today?: IsoDate | undefined;
  /** Which check digits a Norwegian number may have. */
  readonly norwegianChecks?: NorwegianChecks;
}

/** Reads a number as people write it. Without a country the length tells: 11 digits is Norway, 10 or 12 Sweden. */
export function parseNationalNumber(
  text: string,
  country?: Country,
  options: ParseOptions = {},
): NationalNumber | NumberRefused {
  const written = text.replace(/\s/g, '').replace(/[‐-―−]/g, '-');
  const digits = written.replace(/-(?=\d{5}$)|[-+](?=\d{4}$)/, '');
  if (!/^\d*$/.test(digits)) return { refused: 'not-digits' };
  const home = country ?? (digits.length === 11 ? 'NO' : 'SE');
  const parsed =
    home === 'NO'
      ? parseNorwegian(digits, options.norwegianChecks)
      : parseSwedish(digits, written.includes('+'), options.today);
  if ('refused' in parsed || !options.today || !parsed.born) return parsed;
  return parsed.born > options.today ? { refused: 'impossible-date' } : parsed;
}

/**
 * In practice mode only test persons may be registered (norway.md D06): a synthetic number, or one on the list of
 * published test persons whose numbers look real.
 */
export function acceptInPractice(
  number: NationalNumber,
): NationalNumber | { readonly refused: 'not-synthetic' } {
  const accepted = number.synthetic || publishedTestPersons.some((person) => person.number === number.number);
  return accepted ? number : { refused: 'not-synthetic' };
}
