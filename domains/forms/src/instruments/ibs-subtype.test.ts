import { describe, expect, it } from 'vitest';
import { stoolsOfAbnormalDays, subtypeOf } from './ibs-subtype.ts';

describe('subtype of IBS', () => {
  it.each([
    ['C', [1, 2, 4, 4]],
    ['C', [2, 2, 2, 4, 6, 4, 4]],
    ['D', [6, 7, 4, 4]],
    ['M', [1, 2, 6, 7, 4]],
    ['U', [3, 4, 5, 4]],
    // 1 of 4 is exactly 25 %.
    ['U', [1, 4, 4, 4]],
    ['U', [6, 4, 4, 4]],
    ['U', [1, 6, 4, 4]],
    ['U', [1, 1, 6, 4]],
    ['U', [7, 7, 1, 4]],
    // 2 of 7 and 1 of 7 are just past and short of it.
    ['C', [1, 1, 6, 4, 4, 4, 4]],
    ['D', [6, 6, 1, 4, 4, 4, 4]],
    ['M', [6, 6, 1, 1, 4, 4, 4]],
    ['C', [1]],
    ['D', [7]],
  ])('is %s for %j', (subtype, stools) => {
    expect(subtypeOf(stools)).toBe(subtype);
  });

  it('is not given without stools, or with a type that does not exist', () => {
    expect(subtypeOf([])).toBeNull();
    expect(subtypeOf([0, 4])).toBeNull();
    expect(subtypeOf([4, 8])).toBeNull();
    expect(subtypeOf([4.5])).toBeNull();
  });

  it('leaves days without a hard or loose stool out', () => {
    const days = [[4, 4, 4], [1, 4], [], [6], [5]];
    expect(stoolsOfAbnormalDays(days)).toEqual([1, 4, 6]);
    expect(subtypeOf(stoolsOfAbnormalDays(days))).toBe('M');
  });
});
