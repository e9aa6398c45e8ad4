import { describe, expect, it } from 'vitest';
import type { Score } from '../instruments/instrument.ts';
import { verifyScores } from './verify-scores.ts';

const total: Score = {
  instrument: 'ibs-sss',
  version: '1.0.0',
  score: 'total',
  value: 260,
  band: 'moderate',
  missing: [],
};
const none: Score = { ...total, value: null, band: null, missing: ['pain-severity', 'pain-days'] };

describe('stored scores', () => {
  it('agree with the same made anew', () => {
    expect(verifyScores([total], [{ ...total }])).toEqual([]);
    expect(verifyScores([none], [{ ...none, missing: none.missing.toReversed() }])).toEqual([]);
    expect(verifyScores([], [])).toEqual([]);
  });

  it.each([
    ['value-differs', [total], [{ ...total, value: 261 }]],
    ['value-differs', [{ ...none, value: 0 }], [none]],
    ['band-differs', [total], [{ ...total, band: 'severe' }]],
    ['missing-differs', [none], [{ ...none, missing: ['pain-days'] }]],
    ['not-recomputed', [total], []],
    ['not-stored', [], [total]],
    ['stored-twice', [total, total], [total]],
  ])('%s', (kind, stored, recomputed) => {
    const where = { instrument: 'ibs-sss', version: '1.0.0', score: 'total' };
    expect(verifyScores(stored, recomputed)).toEqual([{ ...where, kind }]);
  });

  it('of another version are not compared', () => {
    const kinds = verifyScores([total], [{ ...total, version: '1.1.0' }]).map(({ kind }) => kind);
    expect(kinds).toEqual(['not-recomputed', 'not-stored']);
  });
});
