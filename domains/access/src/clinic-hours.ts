import { addDays, dateIn, type EpochMs, instantAt, type IsoDate, weekday } from '@skute/platform/time';

/** When a unit is staffed. Weekday 1 is Monday; times are the wall clock's in the unit's zone. */
export interface ClinicHours {
  readonly timeZone: string;
  readonly openingHours: readonly {
    readonly weekday: number;
    readonly opens: string;
    readonly closes: string;
  }[];
  /** Dates on which the unit is closed. */
  readonly holidays: readonly IsoDate[];
}

/** A unit without opening hours promises nothing; after this many days of closed doors we stop looking. */
const longestClosedDays = 60;

/**
 * The instant at which so many hours of opening time have passed since `from`. A promise made on a Friday evening is
 * counted from Monday morning. Undefined when the unit has no opening hours in the next sixty days.
 */
export function afterOpenHours(clinic: ClinicHours, from: EpochMs, hours: number): EpochMs | undefined {
  let left = hours * 3_600_000;
  let date = dateIn(clinic.timeZone, from);
  for (let day = 0; day < longestClosedDays; day += 1, date = addDays(date, 1)) {
    for (const { start, end } of openOn(clinic, date)) {
      const begin = Math.max(start, from);
      if (begin >= end) continue;
      if (left <= end - begin) return begin + left;
      left -= end - begin;
    }
  }
  return undefined;
}

/** The stretches in which the unit is open on a date, earliest first. A night with a clock change is as long as it is. */
export function openOn(clinic: ClinicHours, date: IsoDate): readonly Stretch[] {
  const known = datesOf(clinic);
  const found = known.get(date) ?? stretchesOn(clinic, date);
  known.set(date, found);
  return found;
}

interface Stretch {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

function stretchesOn(clinic: ClinicHours, date: IsoDate): Stretch[] {
  if (clinic.holidays.includes(date)) return [];
  return clinic.openingHours
    .filter((hours) => hours.weekday === weekday(date))
    .map((hours) => ({
      start: instantAt(clinic.timeZone, date, hours.opens),
      end: instantAt(clinic.timeZone, date, hours.closes),
    }))
    .toSorted((a, b) => a.start - b.start);
}

/** A list asks for the same weeks for each of its rows. A unit's hours are read anew for each list and never changed. */
const datesOfClinics = new WeakMap<ClinicHours, Map<IsoDate, readonly Stretch[]>>();

function datesOf(clinic: ClinicHours): Map<IsoDate, readonly Stretch[]> {
  const known = datesOfClinics.get(clinic) ?? new Map<IsoDate, readonly Stretch[]>();
  datesOfClinics.set(clinic, known);
  return known;
}
