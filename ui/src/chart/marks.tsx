import { pointRadius } from './place-numbers.ts';

interface MarkProps {
  readonly x: number;
  readonly y: number;
}

/** The first series has circles of 12 px, the second squares: told apart without colour. */
export function Mark({ x, y, series }: MarkProps & { readonly series: number }) {
  const half = pointRadius - 0.5;
  return series === 0 ? (
    <circle cx={x} cy={y} r={pointRadius} className="chart-mark" data-series={series} />
  ) : (
    <rect
      x={x - half}
      y={y - half}
      width={2 * half}
      height={2 * half}
      className="chart-mark"
      data-series={series}
    />
  );
}

/** Asked for and not answered: two short strokes above the axis. */
export function MissingMark({ x, y }: MarkProps) {
  return <path d={`M${x - 5} ${y + 1.5}l10 -6m-10 9l10 -6`} className="chart-missing" />;
}
