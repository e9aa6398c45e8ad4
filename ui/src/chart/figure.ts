/** The chart as paths and labels, for paper. Same geometry as on the screen; direction and legend belong in the text beside it. */
import type { DrawnText } from './axis.ts';
import { type ChartGeometry, chartGeometry, type ChartSize } from './geometry.ts';
import type { ScoreChartModel } from './model.ts';
import { pointRadius } from './place-numbers.ts';
import { readingsOf, sentenceOf } from './reading.ts';

export interface ChartFigure {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly FigureShape[];
  /** Summary and every point in words. */
  readonly alt: string;
}

export type FigureShape =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly dash?: readonly [number, number];
    }
  | {
      readonly kind: 'label';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly align: 'start' | 'middle' | 'end';
      readonly bold?: boolean;
      readonly colour: string;
    };

const bands = ['#F6F9FA', '#E3ECEE', '#CFDEE2', '#B9CFD5'];
const lines = ['#0B5A6B', '#B4531A'];
const text = '#1F2D35';
const subtle = '#535F66';

export function chartFigure(model: ScoreChartModel, size: ChartSize): ChartFigure {
  const geometry = chartGeometry(model, size);
  const { width, height, dates, limits, missing, series } = geometry;
  const label = (words: DrawnText, colour: string, bold = false): FigureShape => ({
    kind: 'label',
    ...words,
    size: size.textSize,
    colour,
    bold,
  });
  return {
    width,
    height,
    shapes: [
      ...background(geometry),
      ...geometry.bands.flatMap(({ name }) => name.map((words) => label(words, text))),
      ...series.flatMap(seriesShapes),
      ...series.flatMap(({ points }) =>
        points.flatMap(({ number }) => (number ? [label(number, text, true)] : [])),
      ),
      ...[...dates, ...limits, ...missing].map((words) => label(words, subtle)),
    ],
    alt: [model.summary, ...readingsOf(model).map((reading) => `${sentenceOf(reading)}.`)].join(' '),
  };
}

function background({ plot, bands: drawn, strip, limit }: ChartGeometry): FigureShape[] {
  return [
    ...drawn.map(
      ({ step, top, bottom }): FigureShape => ({
        kind: 'path',
        d: `M${plot.left} ${top}H${plot.right}V${bottom}H${plot.left}Z`,
        fill: bands[step] ?? '#FFFFFF',
      }),
    ),
    ...(strip ? [{ kind: 'path', d: strip.hatch, stroke: '#7C9DA5', strokeWidth: 1 } as const] : []),
    ...(limit
      ? [
          {
            kind: 'path',
            d: `M${limit[0].x} ${limit[0].y}H${limit[1].x}`,
            stroke: text,
            strokeWidth: 1.25,
            dash: [6, 4],
          } as const,
        ]
      : []),
  ];
}

function seriesShapes({ line, points }: ChartGeometry['series'][number], series: number): FigureShape[] {
  const colour = lines[series] ?? text;
  return [
    ...(line
      ? [
          {
            kind: 'path',
            d: line,
            stroke: colour,
            strokeWidth: 2.25,
            ...(series === 1 ? { dash: [7, 4] as const } : {}),
          } as const,
        ]
      : []),
    ...points.map(({ x, y, missing }): FigureShape => {
      if (missing)
        return { kind: 'path', d: `M${x - 5} ${y + 2}l10 -6m-10 9l10 -6`, stroke: subtle, strokeWidth: 1.5 };
      return { kind: 'path', d: series === 0 ? circle(x, y) : square(x, y), fill: colour, stroke: '#FFFFFF' };
    }),
  ];
}

const circle = (x: number, y: number): string =>
  `M${x - pointRadius} ${y}a${pointRadius} ${pointRadius} 0 1 0 ${2 * pointRadius} 0a${pointRadius} ${pointRadius} 0 1 0 ${-2 * pointRadius} 0Z`;
const square = (x: number, y: number): string => `M${x - 5.5} ${y - 5.5}h11v11h-11Z`;
