import type { Spot } from './boxes.ts';
import { px } from './hatch.ts';

export interface SparkPoint {
  /** ISO 8601 date or instant. */
  readonly at: string;
  readonly value: number | null;
}

/**
 * To scale in time, with gaps, as the large chart. In px. Upwards it is as high as the values need, but shows at least a
 * quarter of the axis, so that little is not made to look like much.
 */
export function sparkline(
  points: readonly SparkPoint[],
  axis: { readonly min: number; readonly max: number },
  { width, height }: { readonly width: number; readonly height: number },
): { readonly line: string; readonly last: Spot | null } {
  const margin = 4;
  const times = points.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const { from, to } = shownPart(points, axis);
  const span = Math.max(...times) - first || 1;
  let line = '';
  let last: Spot | null = null;
  let gap = true;
  points.forEach(({ value }, index) => {
    if (value === null) {
      gap = true;
      return;
    }
    const x = px(margin + (((times[index] ?? first) - first) / span) * (width - 2 * margin));
    const y = px(height - margin - ((value - from) / (to - from || 1)) * (height - 2 * margin));
    line += `${gap ? 'M' : 'L'}${x} ${y}`;
    last = { x, y };
    gap = false;
  });
  return { line, last };
}

function shownPart(
  points: readonly SparkPoint[],
  axis: { readonly min: number; readonly max: number },
): { readonly from: number; readonly to: number } {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, (axis.max - axis.min) / 4 - (high - low));
  return { from: low - missing / 2, to: high + missing / 2 };
}
