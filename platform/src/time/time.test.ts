import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, ageOn, dateIn, daysBetween, instantAt, startOfDay, weekday } from './index.ts';

const oslo = 'Europe/Oslo';

describe('dates in a zone', () => {
  test('an evening in UTC is the next day in Oslo', () => {
    expect(dateIn(oslo, Date.parse('2026-11-21T23:30:00Z'))).toBe('2026-11-22');
  });

  test('the days on which the clock changes have 23 and 25 hours', () => {
    const hours = (date: string): number =>
      (startOfDay(oslo, addDays(date, 1)) - startOfDay(oslo, date)) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
  });

  test('a wall time that spring jumps over is an hour later, and one told twice in autumn is the first', () => {
    expect(new Date(instantAt(oslo, '2026-03-29', '02:30')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(new Date(instantAt(oslo, '2026-10-25', '02:30')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('every instant lies in the day that is said to hold it', () => {
    const zones = fc.constantFrom(oslo, 'Europe/Stockholm', 'America/St_Johns', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2036-01-01') }),
        (zone, at) => {
          const date = dateIn(zone, at);
          expect(startOfDay(zone, date)).toBeLessThanOrEqual(at);
          expect(startOfDay(zone, addDays(date, 1))).toBeGreaterThan(at);
        },
      ),
    );
  });

  test('adding days and counting them agree, over leap days and year ends', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -800, max: 800 }),
        (day, n) => {
          const date = day.toISOString().slice(0, 10);
          expect(daysBetween(date, addDays(date, n))).toBe(n);
        },
      ),
    );
  });

  test('age grows on the birthday; those born on a leap day grow older on the first of March in other years', () => {
    expect([ageOn('2008-11-23', '2026-11-22'), ageOn('2008-11-23', '2026-11-23')]).toEqual([17, 18]);
    expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
  });

  test('weeks begin on Monday', () => {
    expect([weekday('2026-11-23'), weekday('2026-11-29')]).toEqual([1, 7]);
  });
});
