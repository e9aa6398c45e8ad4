/**
 * Calendar arithmetic in a named time zone. Browser-safe.
 * Instants are epoch milliseconds in UTC; dates are `YYYY-MM-DD` and belong to a zone only by context.
 */
import { Temporal } from 'temporal-polyfill';

export type EpochMs = number;
/** `2026-03-09` */
export type IsoDate = string;

/** Gives the present. A parameter everywhere, so that tests and practice units can wind it forward. */
export type Clock = () => EpochMs;

export const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The calendar date that people in the zone would say it is. */
export function dateIn(timeZone: string, at: EpochMs): IsoDate {
  const days = daysOf(timeZone);
  const place = Math.floor(at / dayMs);
  const known = days.get(place);
  if (known && known.from <= at && at < known.to) return known.date;
  const date = formatter(timeZone).format(at);
  if (days.size >= daysKept) days.clear();
  days.set(place, { date, from: startOfDay(timeZone, date), to: startOfDay(timeZone, addDays(date, 1)) });
  return date;
}

/** The first instant of a date in the zone; not always midnight, where a zone changes its clock then. */
export function startOfDay(timeZone: string, date: IsoDate): EpochMs {
  return remembered(
    `${timeZone} ${date}`,
    () => Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds,
  );
}

/** The instant at which the clock on the wall of the zone says so. A time that spring jumps over is as much later as the clock jumps. */
export function instantAt(timeZone: string, date: IsoDate, time: string): EpochMs {
  return remembered(
    `${timeZone} ${date} ${time}`,
    () =>
      Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
        .epochMilliseconds,
  );
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfNumber(numberOf(date) + days);
}

/** The same day of a later month, or the last day of a shorter one: a month after 31 January is 28 or 29 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const name = `${date} ${months}`;
  const known = laterMonths.get(name);
  if (known !== undefined) return known;
  const found = Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
  if (laterMonths.size >= datesKept) laterMonths.clear();
  laterMonths.set(name, found);
  return found;
}

const laterMonths = new Map<string, IsoDate>();

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return numberOf(to) - numberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: IsoDate): number {
  // 1 January 1970 was a Thursday.
  return ((((numberOf(date) + 3) % 7) + 7) % 7) + 1;
}

export function isoInstant(at: EpochMs): string {
  return new Date(at).toISOString();
}

/** Whole years from birth to a date. */
export function ageOn(born: IsoDate, date: IsoDate): number {
  return Temporal.PlainDate.from(born).until(date, { largestUnit: 'years' }).years;
}

/** Days since 1 January 1970, both ways. A list asks for the same few hundred dates thousands of times. */
const numbers = new Map<IsoDate, number>();
const dates = new Map<number, IsoDate>();
const datesKept = 20_000;

function numberOf(date: IsoDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const found = Math.round(Date.parse(date) / dayMs);
  if (numbers.size >= datesKept) numbers.clear();
  numbers.set(date, found);
  return found;
}

function dateOfNumber(number: number): IsoDate {
  const known = dates.get(number);
  if (known !== undefined) return known;
  const found = new Date(number * dayMs).toISOString().slice(0, 10);
  if (dates.size >= datesKept) dates.clear();
  dates.set(number, found);
  return found;
}

/** Lists ask for the same few dates again and again, and finding a zone's offset costs far more than looking it up. */
const instants = new Map<string, EpochMs>();
const instantsKept = 5_000;

function remembered(name: string, find: () => EpochMs): EpochMs {
  const known = instants.get(name);
  if (known !== undefined) return known;
  const found = find();
  if (instants.size >= instantsKept) instants.clear();
  instants.set(name, found);
  return found;
}

/** A date in a zone with the instants between which it was that date there. */
interface KnownDay {
  readonly date: IsoDate;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** By zone, then by the day in UTC. Asking the calendar costs ten times more, and a list asks thousands of times. */
const knownDays = new Map<string, Map<number, KnownDay>>();
const daysKept = 2_000;

function daysOf(timeZone: string): Map<number, KnownDay> {
  let found = knownDays.get(timeZone);
  if (!found) {
    found = new Map();
    knownDays.set(timeZone, found);
  }
  return found;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using one. `sv-SE` writes dates as ISO does. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, found);
  }
  return found;
}
