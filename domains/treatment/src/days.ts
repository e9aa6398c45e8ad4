import { addDays, dateIn, daysBetween, type EpochMs, type IsoDate, startOfDay } from '@skute/platform/time';
import type { Life, Span } from './life-cycle.ts';

/**
 * Days of a treatment. Day 0 is the start: the date the clinician chose, or the date of acceptance if that is later.
 * A day counts unless the treatment stood still, paused or ended, through the whole of it. All of it is reckoned in
 * dates of the unit's time zone, so that a day of 23 or 25 hours is one day.
 */

/** Null until the invitation is accepted. May lie ahead. */
export function startDate(life: Life): IsoDate | null {
  return calendarOf(life).start;
}

/** The day of the treatment at an instant up to now; null before the start. */
export function dayAt(life: Life, at: EpochMs = life.now): number | null {
  return at === life.now ? calendarOf(life).day : dayOf(life, startDate(life), at, stillDates(life, at));
}

/** The date on which a day was reached, or will be if nothing more stands still. */
export function dateOfDay(life: Life, day: number): IsoDate | null {
  const start = startDate(life);
  if (start === null) return null;
  return calendarOf(life).still.reduce(
    (date, range) => (range.first <= date ? addDays(date, lengthFrom(start, range)) : date),
    addDays(start, day),
  );
}

/** When the day began, wherever the treatment stood then. */
export function startOfTreatmentDay(life: Life, day: number): EpochMs | null {
  const date = dateOfDay(life, day);
  return date === null ? null : startOfDay(life.facts.timeZone, date);
}

/** The day of the treatment at the end of an instant's date, or now if that date is today. */
export function dayOfDateOf(life: Life, at: EpochMs): number | null {
  const zone = life.facts.timeZone;
  const lastOfDate = startOfDay(zone, addDays(dateIn(zone, at), 1)) - 1;
  return dayAt(life, Math.min(life.now, lastOfDate));
}

/** Whole dates since an instant, less those in which the treatment stood still. */
export function countedDaysSince(life: Life, since: EpochMs): number {
  return (dayAt(life) ?? 0) - (dayOfDateOf(life, since) ?? 0);
}

interface Calendar {
  readonly start: IsoDate | null;
  readonly day: number | null;
  readonly still: readonly Dates[];
}

/** Every rule asks for the same three, and a list has hundreds of treatments. A life never changes, so once is enough. */
const calendars = new WeakMap<Life, Calendar>();

function calendarOf(life: Life): Calendar {
  const known = calendars.get(life);
  if (known) return known;
  const start = startOf(life);
  const still = stillDates(life, life.now);
  const calendar = { start, still, day: dayOf(life, start, life.now, still) };
  calendars.set(life, calendar);
  return calendar;
}

function startOf({ facts, events }: Life): IsoDate | null {
  const accepted = events.find((event) => event.kind === 'accepted');
  if (!accepted) return null;
  const acceptedOn = dateIn(facts.timeZone, accepted.at);
  return acceptedOn > facts.startsOn ? acceptedOn : facts.startsOn;
}

function dayOf(life: Life, start: IsoDate | null, at: EpochMs, stillThen: readonly Dates[]): number | null {
  const today = dateIn(life.facts.timeZone, at);
  if (start === null || today < start) return null;
  const still = stillThen.reduce((sum, range) => sum + lengthFrom(start, range), 0);
  const day = daysBetween(start, today) - still;
  return day < 0 ? null : day;
}

interface Dates {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/**
 * The dates on which the treatment stood still from beginning to end. Today is one of them as long as it has stood
 * still since midnight, and counts again from the moment it goes on.
 */
function stillDates(life: Life, at: EpochMs): Dates[] {
  const zone = life.facts.timeZone;
  return stillSpans(life.spans)
    .filter((span) => span.from <= at)
    .map(({ from, to }) => ({
      first: isMidnight(zone, from) ? dateIn(zone, from) : addDays(dateIn(zone, from), 1),
      last: to > at ? dateIn(zone, at) : addDays(dateIn(zone, to), -1),
    }))
    .filter((range) => range.first <= range.last);
}

/** Paused and then ended without going on in between is one long stillness. */
function stillSpans(spans: readonly Span[]): Pick<Span, 'from' | 'to'>[] {
  return spans
    .filter((span) => span.status === 'paused' || span.status === 'ended')
    .reduce<Pick<Span, 'from' | 'to'>[]>((merged, { from, to }) => {
      const before = merged.at(-1);
      return before?.to === from
        ? [...merged.slice(0, -1), { from: before.from, to }]
        : [...merged, { from, to }];
    }, []);
}

function isMidnight(timeZone: string, at: EpochMs): boolean {
  return startOfDay(timeZone, dateIn(timeZone, at)) === at;
}

/** Still dates before the start take nothing from it. */
function lengthFrom(start: IsoDate, { first, last }: Dates): number {
  return Math.max(0, daysBetween(first < start ? start : first, last) + 1);
}
