/** Where everything in a chart goes, in px from its upper left corner. No DOM: for the screen and for paper. */
import { drawnBands, type DrawnBand, drawnLimits, type DrawnText, drawnWords, gutterWidth } from './axis.ts';
import { type Box, type Spot, textWidth } from './boxes.ts';
import { hatch, px } from './hatch.ts';
import type { ScoreChartModel, ScorePoint } from './model.ts';
import { printedValue } from './reading.ts';
import { type DrawnSeries, drawnSeries } from './series.ts';

export interface ChartSize {
  readonly width: number;
  /** Of the plot, between the axes. */
  readonly plotHeight: number;
  readonly textSize: number;
}

export interface ChartGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly bands: readonly DrawnBand[];
  readonly limits: readonly DrawnText[];
  readonly strip: (Box & { readonly hatch: string }) | null;
  /** The dashed line; none when it is outside the axis. */
  readonly limit: readonly [Spot, Spot] | null;
  readonly series: readonly DrawnSeries[];
  readonly dates: readonly DrawnText[];
  /** Words for points without a value, under their dates. */
  readonly missing: readonly DrawnText[];
  /** Not every point without a value has a word: the legend must say what the mark is. */
  readonly explainMissing: boolean;
}

export function chartGeometry(model: ScoreChartModel, size: ChartSize): ChartGeometry {
  const { textSize, width } = size;
  const plot = plotOf(model, size);
  const yOf = (value: number): number =>
    px(between(value, model.axis.min, model.axis.max, plot.bottom, plot.top));
  const all = [model.points, model.second?.points ?? []];
  const xOf = timeScale(all.flat(), plot, textSize);
  const change = changeOf(model, plot, xOf, yOf);
  const series = drawnSeries(all, plot, { xOf, yOf, textSize, limit: change.limit });
  const marks = all.flat().map(({ label, at, value }) => ({ text: label, x: xOf(at), value }));
  const dateLine = plot.bottom + 8 + textSize;
  const unanswered = marks.filter(({ value }) => value === null);
  const missing = drawnWords(
    unanswered.map(({ x }) => ({ x, text: model.texts.notAnswered })),
    { left: 0, right: width },
    dateLine + textSize * 1.3,
    textSize,
  );
  return {
    width,
    height: Math.ceil(dateLine + textSize * (unanswered.length > 0 ? 1.65 : 0.35)),
    plot,
    bands: drawnBands(model.bands, plot, yOf, textSize),
    limits: hasLimits(model, width) ? drawnLimits(model.axis, model.bands, plot, yOf, textSize) : [],
    ...change,
    series,
    dates: drawnWords(byTime(marks), { left: 0, right: width }, dateLine, textSize),
    missing,
    explainMissing: missing.length < unanswered.length,
  };
}

/** On a phone the plot needs the room, and the names of the bands say enough. */
const hasLimits = ({ bands }: ScoreChartModel, width: number): boolean => width >= 440 || bands.length === 0;

function plotOf(model: ScoreChartModel, { width, plotHeight, textSize }: ChartSize): Box {
  const { bands, axis } = model;
  const numbers = [axis.min, axis.max, ...bands.map(({ from }) => from)];
  const widest = Math.max(...numbers.map((value) => textWidth(String(value), textSize)));
  const top = Math.ceil(textSize / 2);
  return {
    left: Math.max(1, gutterWidth(bands, textSize, width)),
    top,
    right: width - (hasLimits(model, width) ? Math.ceil(widest) + 8 : 1),
    bottom: top + plotHeight,
  };
}

const between = (value: number, from: number, to: number, start: number, end: number): number =>
  to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);

function timeScale(points: readonly ScorePoint[], plot: Box, size: number): (at: string) => number {
  const widest = Math.max(
    ...points.map((point) => (point.value === null ? 0 : textWidth(printedValue(point.value, point), size))),
  );
  // Half of the widest number and half a point have room at both ends.
  const inset = Math.ceil(Math.max(14, widest / 2 + 3));
  const times = points.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const last = Math.max(...times);
  return (at) => px(between(Date.parse(at), first, last, plot.left + inset, plot.right - inset));
}

function changeOf(
  { smallestChange, points, axis }: ScoreChartModel,
  plot: Box,
  xOf: (at: string) => number,
  yOf: (value: number) => number,
): Pick<ChartGeometry, 'strip' | 'limit'> {
  const start = points.find(({ value }) => value !== null);
  if (!smallestChange || start?.value == null) return { strip: null, limit: null };
  const value = start.value + (smallestChange.betterIs === 'lower' ? -1 : 1) * smallestChange.points;
  const inAxis = Math.max(axis.min, Math.min(axis.max, value));
  const left = xOf(start.at);
  const ends = [yOf(start.value), yOf(inAxis)];
  const strip = { left, right: plot.right, top: Math.min(...ends), bottom: Math.max(...ends) };
  const y = yOf(inAxis);
  return {
    strip: { ...strip, hatch: hatch(strip, 8) },
    limit:
      inAxis === value
        ? [
            { x: left, y },
            { x: plot.right, y },
          ]
        : null,
  };
}

/** Each date once, in the order of time. */
function byTime(
  marks: readonly { readonly text: string; readonly x: number }[],
): { text: string; x: number }[] {
  const once = new Map(marks.map(({ text, x }) => [`${x} ${text}`, { text, x }]));
  return [...once.values()].toSorted((a, b) => a.x - b.x);
}
