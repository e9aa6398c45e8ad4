import type { IsoDate } from '@skute/platform/time';
import { tenorNumbers } from './number/norwegian.ts';
import type { Country } from './number/parsed-number.ts';
import { skatteverketTestNumbers } from './number/swedish.ts';

/**
 * A test person's number for seeds and tests: the one at place `serial` (0 is the first) among those of the birth date.
 * Norway has some hundreds on each date (Tenor's series), Sweden two (Skatteverket's published test numbers).
 */
export function generateSynthetic(country: Country, born: IsoDate, serial: number): string {
  const numbers = country === 'NO' ? tenorNumbers(born) : skatteverketTestNumbers(born);
  let place = 0;
  for (const number of numbers) {
    if (place === serial) return number;
    place += 1;
  }
  throw new RangeError(
    `there are only ${place} synthetic numbers of ${country} for a birth date, asked for number ${serial}`,
  );
}
