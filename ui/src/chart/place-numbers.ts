/** Where the number of each point goes: on no other number, no point and no line, if there is such a place. */
import { around, type Box, crosses, inside, overlap, type Spot, textWidth } from './boxes.ts';

export interface Numbered extends Spot {
  readonly text: string;
}

export interface Obstacles {
  /** The plot: no number leaves it. */
  readonly within: Box;
  /** Straight lines to keep off, where that can be. */
  readonly lines: readonly (readonly [Spot, Spot])[];
}

export const pointRadius = 6;
/** Clear of the ring round the point that is chosen. */
const gap = 6;

/** The middle of each number's baseline; null where there is no room, for the table has it too. */
export function placeNumbers(
  points: readonly Numbered[],
  size: number,
  { within, lines }: Obstacles,
): (Spot | null)[] {
  const taken: Box[] = [];
  const places: (Spot | null)[] = points.map(() => null);
  const order = byImportance(points);
  for (const [turn, index] of order.entries()) {
    const point = points[index];
    if (!point) continue;
    const free = candidates(point, points, size).filter(
      ({ box }) =>
        inside(box, within) &&
        !taken.some((other) => overlap(box, other)) &&
        !points.some((other) => overlap(box, around(other, pointRadius + 1))),
    );
    const counted = free.map((candidate) => ({
      ...candidate,
      crossed: lines.filter(([from, to]) => crosses(from, to, candidate.box)).length,
    }));
    const best = counted.toSorted((a, b) => a.crossed - b.crossed)[0];
    // Between many lines a number is read with difficulty; the four that matter most are printed still.
    if (!best || (best.crossed > 1 && turn > 3)) continue;
    taken.push(best.box);
    places[index] = best.place;
  }
  return places;
}

/** The last and the first, then the outermost, then the rest. */
function byImportance(points: readonly Numbered[]): number[] {
  const indexes = points.map((_, index) => index);
  const heights = points.map(({ y }) => y);
  const first = [
    points.length - 1,
    0,
    heights.indexOf(Math.min(...heights)),
    heights.indexOf(Math.max(...heights)),
  ];
  return [...new Set([...first, ...indexes])];
}

/**
 * Above, below, right, left: earlier is better when nothing else tells them apart. Of two points over each other the
 * lower has its number below.
 */
function candidates(
  { x, y, text }: Numbered,
  points: readonly Numbered[],
  size: number,
): { place: Spot; box: Box }[] {
  const width = textWidth(text, size);
  const digits = size * 0.7;
  const far = pointRadius + gap;
  const lower = points.some((other) => Math.abs(other.x - x) < far && other.y < y);
  const above = { x, y: y - far };
  const below = { x, y: y + far + digits };
  const baselines: Spot[] = [
    ...(lower ? [below, above] : [above, below]),
    { x: x + far + width / 2, y: y + digits / 2 },
    { x: x - far - width / 2, y: y + digits / 2 },
  ];
  return baselines.map((place) => ({
    place,
    box: {
      left: place.x - width / 2 - 1,
      right: place.x + width / 2 + 1,
      top: place.y - digits - 1,
      bottom: place.y + 1,
    },
  }));
}
