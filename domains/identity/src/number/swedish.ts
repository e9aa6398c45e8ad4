/**
 * Swedish personnummer and samordningsnummer: birth date, birth number (three digits), check digit.
 *
 * Sources: folkbokföringslagen (1991:481) § 18 (parts; ten digits with `-`, from the year a person turns 100 with `+`;
 * twelve digits in registers) and § 18 a (samordningsnummer: 60 is added to the day); Skatteverket, Rättslig vägledning,
 * "Personnummer" (birth numbers 001 to 999; check digit by modulus 10 with the weights 2 and 1).
 */
import type { IsoDate } from '@skute/platform/time';
import { calendarDate } from './calendar.ts';
import type { NationalNumber, NumberRefused } from './parsed-number.ts';

export function parseSwedish(
  digits: string,
  hundredOrOlder: boolean,
  today: IsoDate | undefined,
): NationalNumber | NumberRefused {
  const number = withCentury(digits, hundredOrOlder, today);
  if (number === undefined) return { refused: 'wrong-length' };
  if (luhnSum(number.slice(2)) % 10 !== 0) return { refused: 'wrong-check-digit' };
  const serial = number.slice(8, 11);
  if (serial === '000') return { refused: 'impossible-serial' };

  const [year, month, writtenDay] = [number.slice(0, 4), number.slice(4, 6), number.slice(6, 8)].map(
    Number,
  ) as [number, number, number];
  const coordination = writtenDay >= 60;
  const named = { country: 'SE', kind: coordination ? 'samordningsnummer' : 'personnummer', number } as const;
  const synthetic = testSerials(year, coordination).includes(serial);
  if (year < 1800) return { refused: 'impossible-date' };
  // A samordningsnummer may leave month or day open, as 00; Skatteverket's published test numbers do.
  const open = coordination && (month === 0 || writtenDay === 60) && month <= 12 && writtenDay <= 91;
  if (open) return { ...named, synthetic, born: undefined };
  const born = calendarDate(year, month, coordination ? writtenDay - 60 : writtenDay);
  return born ? { ...named, synthetic, born } : { refused: 'impossible-date' };
}

/**
 * The birth numbers of Skatteverket's published test numbers ("Testpersonnummer" and "Testsamordningsnummer", open data,
 * CC0), one for a woman and one for a man on each date: 980 and 981 for those born before 1990, 238 and 239 after, and
 * 238 and 239 in samordningsnummer of all years. Read off copies of the lists in public repositories (personnummer/meta,
 * Gyran/testpersonnummer): 1890–1893, 1985, 1990, 1997–2009 and 2015–2020. That the change lies at 1990, when the counties'
 * series gave way to one for the whole country, is our conclusion.
 *
 * Narrower than "980 to 999", for which we found no source: before 1990 the birth numbers from 930 were given to
 * immigrants, and since then 001 to 999 are drawn for everyone, so that such numbers may be living persons'.
 * Not exact either: on a few dates (fewer than one in a hundred) only one of the two is published. The list itself, 43 895 numbers, would be.
 */
function testSerials(year: number, coordination: boolean): readonly string[] {
  return year < 1990 && !coordination ? ['980', '981'] : ['238', '239'];
}

/** Both test numbers of a birth date: the woman's and the man's. */
export function skatteverketTestNumbers(born: IsoDate): string[] {
  return testSerials(Number(born.slice(0, 4)), false).map((serial) => {
    const eleven = born.replaceAll('-', '') + serial;
    return `${eleven}${(10 - (luhnSum(eleven.slice(2)) % 10)) % 10}`;
  });
}

function withCentury(
  digits: string,
  hundredOrOlder: boolean,
  today: IsoDate | undefined,
): string | undefined {
  if (digits.length === 12) return digits;
  if (digits.length !== 10 || today === undefined) return undefined;
  const twoDigits = Number(digits.slice(0, 2));
  const thisYear = Number(today.slice(0, 4));
  const latest = hundredOrOlder ? thisYear - 100 : thisYear;
  const year = latest - ((latest - twoDigits) % 100);
  // Written without `+` and yet to come this year: then it is of somebody who turns 100 this year.
  const day = Number(digits.slice(4, 6));
  const date = `${year}-${digits.slice(2, 4)}-${String(day >= 60 ? day - 60 : day).padStart(2, '0')}`;
  return `${date > today ? year - 100 : year}${digits.slice(2)}`;
}

/** Of ten digits this is 0 modulo 10; of the first nine it gives the check digit. */
function luhnSum(digits: string): number {
  return [...digits].reduce((sum, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return sum + (product > 9 ? product - 9 : product);
  }, 0);
}
