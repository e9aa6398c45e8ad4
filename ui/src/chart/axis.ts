/** What stands beside and under the plot: names of bands, their limits, dates. */
import { type Box, textWidth, wrapWords } from './boxes.ts';
import type { ScoreBand } from './model.ts';
import { spread } from './spread.ts';

export interface DrawnBand {
  /** Of the four lightness steps, 0 the lightest. */
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly name: readonly DrawnText[];
}

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly align: 'start' | 'middle' | 'end';
}

/** Room for the names, in px: all of the longest word, and no more than a third of the chart for the rest. */
export function gutterWidth(bands: readonly ScoreBand[], size: number, width: number): number {
  if (bands.length === 0) return 0;
  const words = bands.flatMap(({ label }) => label.split(' '));
  const longestWord = Math.max(...words.map((word) => textWidth(word, size)));
  const longest = Math.max(...bands.map(({ label }) => textWidth(label, size)));
  return Math.ceil(Math.max(longestWord, Math.min(longest, width / 3 - 8)) + 8);
}

/** From the bottom up, as the bands are given. */
export function drawnBands(
  bands: readonly ScoreBand[],
  plot: Box,
  yOf: (value: number) => number,
  size: number,
): DrawnBand[] {
  const edges = bands.map((band, index) => {
    const above = bands[index + 1];
    return above ? yOf((band.to + above.from) / 2) : plot.top;
  });
  const boxes = bands.map((band, index) => ({
    lines: wrapWords(band.label, size, plot.left - 8),
    top: edges[index] ?? plot.top,
    bottom: index === 0 ? plot.bottom : (edges[index - 1] ?? plot.bottom),
  }));
  const downwards = boxes.toReversed();
  const lineHeight = size * 1.15;
  const middles = spread(
    downwards.map(({ lines, top, bottom }) => ({ y: (top + bottom) / 2, height: lines.length * lineHeight })),
    plot.top,
    plot.bottom,
  ).toReversed();
  return boxes.map(({ lines, top, bottom }, index) => ({
    step: stepOf(index, bands.length),
    top,
    bottom,
    name: lines.map((text, line) => ({
      text,
      x: plot.left - 8,
      y: (middles[index] ?? 0) + (line - (lines.length - 1) / 2) * lineHeight + size * 0.34,
      align: 'end',
    })),
  }));
}

/** Two bands are the first and the third step: neighbours are told apart best so. */
const stepOf = (index: number, count: number): number =>
  count <= 2 ? index * 2 : Math.min(3, Math.round((index * 3) / Math.max(3, count - 1)));

/** Ends of the axis and where a band begins, right of the plot. */
export function drawnLimits(
  { min, max }: { readonly min: number; readonly max: number },
  bands: readonly ScoreBand[],
  plot: Box,
  yOf: (value: number) => number,
  size: number,
): DrawnText[] {
  const values = [
    max,
    ...bands
      .slice(1)
      .map(({ from }) => from)
      .toReversed(),
    min,
  ];
  const middles = spread(
    values.map((value) => ({ y: yOf(value), height: size })),
    plot.top - size / 2,
    plot.bottom + size / 2,
  );
  return values.map((value, index) => ({
    text: String(value),
    x: plot.right + 8,
    y: (middles[index] ?? 0) + size * 0.34,
    align: 'start',
  }));
}

/** Under the plot, in the middle under their points but never outside the chart; those without room are left out. */
export function drawnWords(
  wanted: readonly { readonly text: string; readonly x: number }[],
  { left, right }: { readonly left: number; readonly right: number },
  baseline: number,
  size: number,
): DrawnText[] {
  const placed = new Map<number, { readonly from: number; readonly to: number; readonly text: DrawnText }>();
  for (const index of fromTheEnds(wanted.length)) {
    const word = wanted[index];
    if (!word) continue;
    const half = textWidth(word.text, size) / 2;
    const x = Math.max(left + half, Math.min(right - half, word.x));
    const free = [...placed.values()].every(({ from, to }) => x + half + 6 < from || x - half - 6 > to);
    if (!free) continue;
    placed.set(index, {
      from: x - half,
      to: x + half,
      text: { text: word.text, x, y: baseline, align: 'middle' },
    });
  }
  return [...placed].toSorted(([a], [b]) => a - b).map(([, { text }]) => text);
}

/** Last, first, and then halves of what is left, so that the words are spread when not all have room. */
function fromTheEnds(count: number): number[] {
  const order = [count - 1, 0];
  const halves: [number, number][] = [[0, count - 1]];
  for (let half = halves.shift(); half; half = halves.shift()) {
    const [from, to] = half;
    if (to - from < 2) continue;
    const middle = Math.floor((from + to) / 2);
    order.push(middle);
    halves.push([from, middle], [middle, to]);
  }
  return [...new Set(order)].filter((index) => index >= 0);
}
