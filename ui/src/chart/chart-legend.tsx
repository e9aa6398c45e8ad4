import type { ReactNode } from 'react';
import type { ChartGeometry } from './geometry.ts';
import { hatch } from './hatch.ts';
import { Mark, MissingMark } from './marks.tsx';
import type { ScoreChartModel } from './model.ts';

interface ChartLegendProps {
  readonly model: ScoreChartModel;
  readonly geometry: ChartGeometry;
}

const box = { left: 0.5, top: 2.5, right: 29.5, bottom: 15.5 };

/** What line, strip and marks mean, under the chart: in the plot the words would collide with the numbers. */
export function ChartLegend({ model, geometry }: ChartLegendProps) {
  const { smallestChange, second, texts } = model;
  const entries: { readonly words: string; readonly sign: ReactNode }[] = [
    ...(second ? [model.label ?? '', second.label] : []).map((words, series) => ({
      words,
      sign: <SeriesSign series={series} />,
    })),
    ...(smallestChange && geometry.strip
      ? [{ words: smallestChange.stripLabel, sign: <path d={hatch(box, 6)} className="chart-hatch" /> }]
      : []),
    ...(smallestChange && geometry.limit
      ? [{ words: smallestChange.limitLabel, sign: <path d="M0 9H30" className="chart-limit" /> }]
      : []),
    ...(geometry.explainMissing ? [{ words: texts.notAnswered, sign: <MissingMark x={15} y={9} /> }] : []),
  ];
  if (entries.length === 0) return null;
  return (
    <ul className="chart-legend">
      {entries.map(({ words, sign }) => (
        <li key={words}>
          <svg viewBox="0 0 30 18" width="30" height="18" aria-hidden="true" focusable="false">
            {sign}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function SeriesSign({ series }: { readonly series: number }) {
  return (
    <>
      <path d="M0 9H30" className="chart-line" data-series={series} />
      <Mark x={15} y={9} series={series} />
    </>
  );
}
