import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterOpenHours, type ClinicHours } from '@skute/access';
import { byUrgency, groupOf, openWork, type Raised } from './work.ts';

const weekdays: ClinicHours = {
  timeZone: 'Europe/Oslo',
  openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '15:30' })),
  holidays: ['2026-12-24', '2026-12-25'],
};
const at = (text: string): number => Date.parse(text);

describe('clinic hours', () => {
  test('a promise made on Friday evening is counted from Monday morning', () => {
    expect(afterOpenHours(weekdays, at('2026-11-20T19:00:00Z'), 2)).toBe(at('2026-11-23T09:00:00Z'));
  });

  test('holidays do not count', () => {
    expect(afterOpenHours(weekdays, at('2026-12-23T13:30:00Z'), 2)).toBe(at('2026-12-28T08:00:00Z'));
  });

  test('a day on which the clock changes keeps its opening hours', () => {
    const sundays: ClinicHours = {
      ...weekdays,
      openingHours: [{ weekday: 7, opens: '01:00', closes: '05:00' }],
    };
    // 2026-03-29: 02:00 becomes 03:00 in Oslo, so that four hours on the wall are three in fact.
    expect(afterOpenHours(sundays, at('2026-03-28T12:00:00Z'), 3)).toBe(at('2026-03-29T03:00:00Z'));
    expect(afterOpenHours(sundays, at('2026-03-28T12:00:00Z'), 3.5)).toBe(
      at('2026-04-05T00:30:00+01:00') - 1_800_000 + 1_800_000,
    );
  });

  test('a unit that is never open promises nothing', () => {
    expect(afterOpenHours({ ...weekdays, openingHours: [] }, 0, 1)).toBeUndefined();
  });

  test('more hours are never due earlier, and never before they have passed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        (from, hours) => {
          const due = afterOpenHours(weekdays, from, hours) ?? 0;
          expect(due).toBeGreaterThanOrEqual(from + hours * 3_600_000 - 1);
          expect(afterOpenHours(weekdays, from, hours + 1) ?? 0).toBeGreaterThanOrEqual(due);
        },
      ),
    );
  });
});

describe('work', () => {
  const now = at('2026-11-23T10:00:00Z');
  const call: Raised = { kind: 'follow-up-call', occurrence: 'rule:a', because: 'x', since: now };
  const silence: Raised = { kind: 'no-activity', occurrence: 'since:1', because: 'x', since: now };
  const done = { kind: 'follow-up-call', occurrence: 'rule:a', outcome: 'done', until: null } as const;

  test('done work is gone, and comes back when that is taken back', () => {
    expect(openWork([call], [done], weekdays, now)).toEqual([]);
    expect(openWork([call], [done, { ...done, outcome: 'reopened' }], weekdays, now)).toHaveLength(1);
  });

  test('handling one silence does not handle the next', () => {
    const handled = { kind: 'no-activity', occurrence: 'since:0', outcome: 'done', until: null } as const;
    expect(openWork([silence], [handled], weekdays, now)).toHaveLength(1);
  });

  test('work put off sleeps until its date and then is awake again', () => {
    const later = { ...done, outcome: 'later', until: '2026-11-25' } as const;
    expect(openWork([call], [later], weekdays, now)[0]?.laterUntil).toBe('2026-11-25');
    expect(openWork([call], [later], weekdays, at('2026-11-25T08:00:00Z'))[0]?.laterUntil).toBeNull();
  });

  test('a silent patient stands among the unanswered, unless something else is due', () => {
    const [alone, both] = [
      openWork([silence], [], weekdays, now),
      openWork([silence, call], [], weekdays, now),
    ];
    expect(groupOf(alone, weekdays, now)).toBe('unanswered');
    expect(groupOf(both, weekdays, now)).toBe('waiting');
    expect(groupOf(both, weekdays, at('2026-11-30T08:00:00Z'))).toBe('today');
  });

  test('what is put off comes after what is not', () => {
    const awake = openWork([call], [], weekdays, now);
    const asleep = openWork(
      [silence],
      [{ ...done, kind: 'no-activity', occurrence: 'since:1', outcome: 'later', until: '2026-12-01' }],
      weekdays,
      now,
    );
    expect([asleep, awake].toSorted(byUrgency)).toEqual([awake, asleep]);
  });
});
