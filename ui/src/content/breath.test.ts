import { expect, test } from 'vitest';
import { breathAt } from './breath.ts';

const pace = { inSeconds: 4, outSeconds: 6, rounds: 2 };

test('breathing begins with the breath in, counting down', () => {
  expect(breathAt(pace, 0)).toEqual({ kind: 'in', secondsLeft: 4, round: 1 });
  expect(breathAt(pace, 3)).toEqual({ kind: 'in', secondsLeft: 1, round: 1 });
});

test('the breath out follows, and then the next round', () => {
  expect(breathAt(pace, 4)).toEqual({ kind: 'out', secondsLeft: 6, round: 1 });
  expect(breathAt(pace, 10)).toEqual({ kind: 'in', secondsLeft: 4, round: 2 });
});

test('after the last round it is done', () => {
  expect(breathAt(pace, 19)).toEqual({ kind: 'out', secondsLeft: 1, round: 2 });
  expect(breathAt(pace, 20)).toEqual({ kind: 'done' });
});
