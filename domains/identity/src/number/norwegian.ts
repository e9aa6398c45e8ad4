/**
 * Norwegian fødselsnummer and D-number: day, month, year (two digits each), individual number (three), two check digits.
 *
 * Sources: folkeregisterforskriften §§ 2-2-1 and 2-2-2 (FOR-2017-07-14-1201) for the parts, the series of individual
 * numbers and the D-number's day + 40; Skatteetaten, "Nytt fødselsnummer fra 2032"
 * (skatteetaten.github.io/folkeregisteret-api-dokumentasjon) for the check digits before and after.
 */
import { calendarDate, sumOfProducts } from './calendar.ts';
import type { NationalNumber, NumberRefused } from './parsed-number.ts';

/** From 1 January 2032 the register also gives numbers whose first check sum leaves 1, 2 or 3, and the century is not told any more. */
export type NorwegianChecks = 'until-2031' | 'from-2032';

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * What is added to the month in synthetic series: Tenor and Test-Norge of Skatteetaten 80, Norsk helsenett's reserved
 * persons 65 (nhn.no, "Om SyntPop"), NAV's Dolly 40 (navikt/fnrvalidator issue 116). 40 was also the mark of a
 * hospital's own emergency number (H-nummer), which is nobody's number outside that hospital.
 */
const syntheticMonths = [80, 65, 40] as const;

export function parseNorwegian(
  number: string,
  checks: NorwegianChecks = 'until-2031',
): NationalNumber | NumberRefused {
  if (number.length !== 11) return { refused: 'wrong-length' };
  if (!hasRightChecks(number, checks)) return { refused: 'wrong-check-digit' };

  const [writtenDay, writtenMonth, year] = [0, 2, 4].map((at) => Number(number.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const dNumber = writtenDay > 40;
  const added = syntheticMonths.find((more) => writtenMonth > more && writtenMonth <= more + 12) ?? 0;
  const day = dNumber ? writtenDay - 40 : writtenDay;
  const month = writtenMonth - added;
  const named = { country: 'NO', kind: dNumber ? 'dnr' : 'fnr', number, synthetic: added > 0 } as const;

  if (checks === 'from-2032') {
    const possible = [1900, 2000].some((century) => calendarDate(century + year, month, day));
    return possible ? { ...named, born: undefined } : { refused: 'impossible-date' };
  }
  const fullYear = yearOf(year, Number(number.slice(6, 9)));
  if (fullYear === undefined) return { refused: 'impossible-serial' };
  const born = calendarDate(fullYear, month, day);
  return born ? { ...named, born } : { refused: 'impossible-date' };
}

function hasRightChecks(number: string, checks: NorwegianChecks): boolean {
  const remainder = sumOfProducts(number, firstWeights) % 11;
  return remainder <= (checks === 'from-2032' ? 3 : 0) && sumOfProducts(number, secondWeights) % 11 === 0;
}

/** The series of individual numbers, each with the years it is for (folkeregisterforskriften § 2-2-1). */
const series = [
  { from: 500, to: 749, years: [1854, 1899] },
  { from: 0, to: 499, years: [1900, 1999] },
  { from: 900, to: 999, years: [1940, 1999] },
  { from: 500, to: 999, years: [2000, 2039] },
] as const;

function yearOf(twoDigits: number, individual: number): number | undefined {
  for (const { from, to, years } of series) {
    const year = Math.floor(years[0] / 100) * 100 + twoDigits;
    if (individual >= from && individual <= to && year >= years[0] && year <= years[1]) return year;
  }
  return undefined;
}

/** The numbers that Tenor could give a person of this birth date, highest individual number first, as the register does. */
export function* tenorNumbers(born: string): Generator<string> {
  const [year, month, day] = born.split('-').map(Number) as [number, number, number];
  const date = [day, month + syntheticMonths[0], year % 100]
    .map((part) => String(part).padStart(2, '0'))
    .join('');
  const mine = series.find(({ years }) => year >= years[0] && year <= years[1]);
  for (let individual = mine?.to ?? -1; individual >= (mine?.from ?? 0); individual -= 1) {
    const number = withChecks(date + String(individual).padStart(3, '0'));
    if (number !== undefined) yield number;
  }
}

/** Undefined where a check digit would be 10: such individual numbers are left out by the register. */
function withChecks(nine: string): string | undefined {
  const first = (11 - (sumOfProducts(nine, firstWeights.slice(0, 9)) % 11)) % 11;
  const second = (11 - (sumOfProducts(`${nine}${first}`, secondWeights.slice(0, 10)) % 11)) % 11;
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`;
}
