import type { DrawnText } from './axis.ts';
import type { Box, Spot } from './boxes.ts';
import type { ScorePoint } from './model.ts';
import { type Obstacles, placeNumbers } from './place-numbers.ts';
import { printedValue } from './reading.ts';

export interface DrawnSeries {
  /** The `d` of a path, with gaps. */
  readonly line: string;
  /** As the points of the model. */
  readonly points: readonly DrawnPoint[];
}

export interface DrawnPoint extends Spot {
  readonly missing: boolean;
  readonly number: DrawnText | null;
}

export interface Scales {
  readonly xOf: (at: string) => number;
  readonly yOf: (value: number) => number;
  readonly textSize: number;
  readonly limit: readonly [Spot, Spot] | null;
}

/** Lines and points, and the numbers of all series together, so that none lies on another. */
export function drawnSeries(
  all: readonly (readonly ScorePoint[])[],
  plot: Box,
  { xOf, yOf, textSize, limit }: Scales,
): DrawnSeries[] {
  const placed = all.map((points) =>
    points.map((point) => ({
      point,
      x: xOf(point.at),
      y: point.value === null ? plot.bottom - 12 : yOf(point.value),
    })),
  );
  const answered = placed.flat().filter(({ point }) => point.value !== null);
  const obstacles: Obstacles = {
    within: { ...plot, top: plot.top + 1, bottom: plot.bottom - 1 },
    lines: [...placed.flatMap(segmentsOf), ...(limit ? [limit] : [])],
  };
  const spots = placeNumbers(
    answered.map(({ point, x, y }) => ({ x, y, text: printedValue(point.value ?? 0, point) })),
    textSize,
    obstacles,
  );
  const numberOf = new Map(answered.map(({ point }, index) => [point, spots[index] ?? null]));
  return placed
    .filter((points) => points.length > 0)
    .map((points) => ({
      line: lineOf(points),
      points: points.map(({ point, x, y }) => {
        const spot = numberOf.get(point);
        const text = point.value === null ? '' : printedValue(point.value, point);
        return {
          x,
          y,
          missing: point.value === null,
          number: spot ? { ...spot, text, align: 'middle' } : null,
        };
      }),
    }));
}

type Placed = Spot & { readonly point: ScorePoint };

function lineOf(points: readonly Placed[]): string {
  return points
    .map(({ x, y, point }, index) => {
      if (point.value === null) return '';
      return `${(points[index - 1]?.point.value ?? null) === null ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}

/** Lines between neighbours that both have a value. */
function segmentsOf(points: readonly Placed[]): (readonly [Spot, Spot])[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from && from.point.value !== null && to.point.value !== null ? [[from, to] as const] : [];
  });
}
