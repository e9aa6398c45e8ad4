import { expect, test } from 'vitest';
import { createSingleUse } from './single-use.ts';

test('a value is used once, for as long as it could be believed', () => {
  let now = 0;
  const used = createSingleUse(() => now, 1000);
  expect([used.claim('a'), used.claim('a'), used.claim('b')]).toEqual([true, false, true]);
  now = 1000;
  expect(used.claim('a')).toBe(false);
  now = 1001;
  expect(used.claim('a')).toBe(true);
});

test('a value that was given back can be used', () => {
  const used = createSingleUse(() => 0, 1000);
  used.claim('a');
  used.release('a');
  expect(used.claim('a')).toBe(true);
});

test('it remembers no more than it may, and forgets the oldest first', () => {
  const used = createSingleUse(() => 0, 1000, 2);
  for (const value of ['a', 'b', 'c']) used.claim(value);
  expect([used.claim('b'), used.claim('c')]).toEqual([false, false]);
  expect(used.claim('a')).toBe(true);
});
