/**
 * To so many decimals; a half goes up, which for scores, never below zero, is away from zero. 12 digits first, so that
 * 27.500000000000004, which is 27.5 as computers add it up, is treated as 27.5.
 */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(Number((value * scale).toPrecision(12)) + 0.5) / scale + 0;
}
