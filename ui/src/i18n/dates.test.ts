import { expect, test } from 'vitest';
import { dayInWords, dayOfInstant, hourOfInstant, languageFor, timeOfInstant } from './index.ts';

test('a date is said with its weekday in each language', () => {
  expect(dayInWords('2026-03-09', 'nb')).toBe('mandag 9. mars');
  expect(dayInWords('2026-03-09', 'nn')).toBe('måndag 9. mars');
  expect(dayInWords('2026-03-09', 'sv')).toBe('måndag 9 mars');
  expect(dayInWords('2026-03-09', 'en')).toBe('Monday 9 March');
});

test('nynorsk has its own weekdays', () => {
  const week = ['2026-03-10', '2026-03-14', '2026-03-15'].map((day) => dayInWords(day, 'nn'));
  expect(week).toEqual(['tysdag 10. mars', 'laurdag 14. mars', 'sundag 15. mars']);
});

test('an instant belongs to the day at the clinic, not in London', () => {
  expect(dayOfInstant('2026-03-08T23:30:00Z', 'Europe/Oslo', 'nb')).toBe('mandag 9. mars');
});

test('the night the clocks change, one o’clock in London is three in Oslo', () => {
  expect(hourOfInstant('2026-03-29T00:59:00Z', 'Europe/Oslo')).toBe(1);
  expect(hourOfInstant('2026-03-29T01:00:00Z', 'Europe/Oslo')).toBe(3);
});

test('the clock is written as the language writes it', () => {
  expect(timeOfInstant('2026-03-02T13:05:00Z', 'Europe/Oslo', 'nb')).toBe('14.05');
  expect(timeOfInstant('2026-03-02T13:05:00Z', 'Europe/Oslo', 'en')).toBe('14:05');
  expect(timeOfInstant('2026-03-01T23:05:00Z', 'Europe/Oslo', 'sv')).toBe('00:05');
});

test('the browser’s first language that we have is chosen', () => {
  expect(languageFor(['de-DE', 'sv-SE', 'nb'])).toBe('sv');
  expect(languageFor(['no'])).toBe('nb');
  expect(languageFor(['nn-NO'])).toBe('nn');
  expect(languageFor(['uk'])).toBe('nb');
});
