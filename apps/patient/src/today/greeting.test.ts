import { expect, test } from 'vitest';
import { greetingAt } from './greeting.tsx';

test.each([
  [0, 'night'],
  [4, 'night'],
  [5, 'morning'],
  [9, 'morning'],
  [10, 'day'],
  [17, 'day'],
  [18, 'evening'],
  [23, 'evening'],
] as const)('at %i the greeting is for the %s', (hour, greeting) => {
  expect(greetingAt(hour)).toBe(greeting);
});
