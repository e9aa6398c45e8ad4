/** Labels beside an axis, moved no more than they must to be apart. */
export interface Wanted {
  /** Middle, in px. */
  readonly y: number;
  readonly height: number;
}

/**
 * Middles from the top down, in the order given, which is from the top too. When there isn't room for all between `top`
 * and `bottom`, they go on below.
 */
export function spread(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const middles: number[] = [];
  let used = top;
  for (const { y, height } of wanted) {
    const middle = Math.max(y, used + height / 2);
    middles.push(middle);
    used = middle + height / 2;
  }
  let limit = Math.max(bottom, top + wanted.reduce((sum, { height }) => sum + height, 0));
  for (let index = wanted.length - 1; index >= 0; index -= 1) {
    const half = (wanted[index]?.height ?? 0) / 2;
    const middle = Math.min(middles[index] ?? 0, limit - half);
    middles[index] = middle;
    limit = middle - half;
  }
  return middles;
}
