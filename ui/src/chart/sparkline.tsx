import './chart.css';
import { type SparkPoint, sparkline } from './sparkline-geometry.ts';

interface SparklineProps {
  /** In the order of time. */
  readonly points: readonly SparkPoint[];
  readonly axis: { readonly min: number; readonly max: number };
  /** Says what the line does, and in which direction is better. */
  readonly word: string;
}

const size = { width: 72, height: 20 } as const;

/** A line the height of the text. The word beside it is what counts; the line is for the eye only. */
export function Sparkline({ points, axis, word }: SparklineProps) {
  const { line, last } = sparkline(points, axis, size);
  return (
    <span className="sparkline">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
        height={size.height}
        aria-hidden="true"
        focusable="false"
      >
        <path d={line} className="sparkline-line" />
        {last ? <circle cx={last.x} cy={last.y} r="3" className="chart-mark" data-series={0} /> : null}
      </svg>
      <span>{word}</span>
    </span>
  );
}
