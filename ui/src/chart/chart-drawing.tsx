import { useId } from 'react';
import type { DrawnText } from './axis.ts';
import type { ChartGeometry } from './geometry.ts';
import { Mark, MissingMark } from './marks.tsx';
import type { DrawnSeries } from './series.ts';

interface ChartDrawingProps {
  readonly title: string;
  readonly description: string;
  readonly geometry: ChartGeometry;
}

/** The picture; what can be pressed lies over it. */
export function ChartDrawing({ title, description, geometry }: ChartDrawingProps) {
  const id = useId();
  const { width, height, series, dates, missing, limits } = geometry;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart-drawing"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Background geometry={geometry} />
      {series.map(({ line }, index) => (
        <path key={index} d={line} className="chart-line" data-series={index} />
      ))}
      {series.flatMap((one, index) => marksOf(one, index))}
      {series.flatMap(({ points }, index) =>
        points.map(({ number }, at) =>
          number ? <Words key={`${index} ${at}`} words={number} className="chart-number" /> : null,
        ),
      )}
      {[...dates, ...limits, ...missing].map((words, index) => (
        <Words key={index} words={words} className="chart-axis" />
      ))}
    </svg>
  );
}

function Background({ geometry: { plot, bands, strip, limit } }: { readonly geometry: ChartGeometry }) {
  return (
    <>
      {bands.map(({ step, top, bottom, name }) => (
        <g key={top}>
          <rect
            x={plot.left}
            y={top}
            width={plot.right - plot.left}
            height={bottom - top}
            className="chart-band"
            data-step={step}
          />
          {name.map((words) => (
            <Words key={words.text} words={words} className="chart-band-name" />
          ))}
        </g>
      ))}
      <rect
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.bottom - plot.top}
        className="chart-frame"
      />
      {strip ? <path d={strip.hatch} className="chart-hatch" /> : null}
      {limit ? (
        <path d={`M${limit[0].x} ${limit[0].y}L${limit[1].x} ${limit[1].y}`} className="chart-limit" />
      ) : null}
    </>
  );
}

function marksOf({ points }: DrawnSeries, series: number) {
  return points.map(({ x, y, missing }, index) =>
    missing ? (
      <MissingMark key={`${series} ${index}`} x={x} y={y} />
    ) : (
      <Mark key={`${series} ${index}`} x={x} y={y} series={series} />
    ),
  );
}

function Words({ words, className }: { readonly words: DrawnText; readonly className: string }) {
  return (
    <text x={words.x} y={words.y} textAnchor={words.align} className={className}>
      {words.text}
    </text>
  );
}
