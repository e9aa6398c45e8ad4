import { expect, test } from 'vitest';
import { dayHead, nextMonday } from './dates.ts';
import { addDays, dateIn, daysBetween, type Here, spanInWords, whenInWords } from './time-words.ts';

const here: Here = { now: Date.parse('2026-03-09T08:00:00Z'), timeZone: 'Europe/Oslo', language: 'nb' };
const said = (key: string, values: Record<string, string | number> = {}) =>
  [key, ...Object.values(values)].join(' ');
const when = (instant: string) => whenInWords(instant, here, said);

test('today, yesterday and tomorrow are the unit’s', () => {
  expect(when('2026-03-09T13:00:00Z')).toBe('today 14.00');
  expect(when('2026-03-08T22:59:00Z')).toBe('yesterday 23.59');
  expect(when('2026-03-09T23:30:00Z')).toBe('tomorrow 00.30');
});

test('some days ago is counted, long ago is a date', () => {
  expect(when('2026-03-06T12:00:00Z')).toBe('daysAgo 3');
  expect(when('2026-02-09T12:00:00Z')).toBe('mandag 9. februar');
  expect(when('2025-09-13T12:00:00Z')).toBe('13. september 2025');
});

test('how long something has waited is said in one unit', () => {
  expect(spanInWords(40 * 60_000, said)).toBe('minutes 40');
  expect(spanInWords(30 * 3_600_000, said)).toBe('hours 30');
  expect(spanInWords(72 * 3_600_000, said)).toBe('days 3');
});

test('days are counted over the night that is an hour short', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(dateIn('Europe/Oslo', Date.parse('2026-03-28T23:30:00Z'))).toBe('2026-03-29');
});

test('next week begins on Monday', () => {
  expect(nextMonday('2026-03-09')).toBe('2026-03-16');
  expect(nextMonday('2026-03-15')).toBe('2026-03-16');
});

test('nynorsk has its own weekdays', () => {
  expect(dayHead('2026-03-10', 'nn')).toEqual({ weekday: 'ty', day: '10.' });
  expect(dayHead('2026-03-10', 'nb')).toEqual({ weekday: 'ti', day: '10.' });
});
