import { expect, test } from 'vitest';
import { nextInWalk, rememberWalk } from './walk.ts';

const nobody = () => Promise.reject(new Error('The list was read again.'));

test('one walks through the list as it was left, and stops at its ends', async () => {
  rememberWalk(['a', 'b', 'c']);
  expect(await nextInWalk('a', 1, nobody)).toBe('b');
  expect(await nextInWalk('c', -1, nobody)).toBe('b');
  expect(await nextInWalk('c', 1, nobody)).toBeUndefined();
  expect(await nextInWalk('a', -1, nobody)).toBeUndefined();
});

test('somebody who is not in it leads to the top of the list as it is now', async () => {
  rememberWalk([]);
  expect(await nextInWalk('x', 1, () => Promise.resolve(['a', 'b']))).toBe('a');
  expect(await nextInWalk('a', 1, nobody)).toBe('b');
});
