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

/** The calendar date that people in the zone would say it is. */
export function dateIn(timeZone: string, at: EpochMs): IsoDate {
  return formatter(timeZone).format(at);
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
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: IsoDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function isoInstant(at: EpochMs): string {
  return new Date(at).toISOString();
}

/** Whole years from birth to a date. */
export function ageOn(born: IsoDate, date: IsoDate): number {
  return Temporal.PlainDate.from(born).until(date, { largestUnit: 'years' }).years;
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
