/** Which scores come first in the patient's course. Pure. */
import type { Trend } from './chart-model.ts';

interface Arranged {
  readonly main: readonly Trend[];
  /** What a sum is made of. */
  readonly areas: readonly Trend[];
}

/** A measure with a sum is shown by its sum. First those that there is a line of, the latest first. */
export function arrangedTrends(trends: readonly Trend[]): Arranged {
  const sums = new Set(trends.filter(({ score }) => score === 'total').map(({ instrument }) => instrument));
  const isMain = ({ score, instrument }: Trend): boolean => score === 'total' || !sums.has(instrument);
  return { main: trends.filter(isMain).toSorted(before), areas: trends.filter((trend) => !isMain(trend)) };
}

function before(a: Trend, b: Trend): number {
  const [first, second] = [valuesOf(a), valuesOf(b)];
  const lines = Number(second.length > 1) - Number(first.length > 1);
  return lines || (second.at(-1)?.on ?? '').localeCompare(first.at(-1)?.on ?? '');
}

const valuesOf = ({ points }: Trend): Trend['points'] => points.filter(({ value }) => value !== null);
