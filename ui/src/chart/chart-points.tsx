import { type KeyboardEvent, useRef } from 'react';
import type { ChartGeometry } from './geometry.ts';
import { type Reading, sentenceOf } from './reading.ts';

interface ChartPointsProps {
  readonly label: string;
  readonly geometry: ChartGeometry;
  readonly readings: readonly Reading[];
  /** Which one is shown in words. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** One stop for the tab key; arrows go from point to point, and each says date, value and band. */
export function ChartPoints({ label, geometry, readings, chosen, onChoose }: ChartPointsProps) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const move = (event: KeyboardEvent): void => {
    const next = steps[event.key]?.(chosen, readings.length - 1);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.current[next]?.focus();
  };
  return (
    <div role="group" aria-label={label} className="chart-points">
      {readings.map((reading, index) => {
        const at = geometry.series[reading.series]?.points[reading.index];
        return (
          <button
            key={`${reading.series} ${reading.index}`}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            className="chart-point"
            tabIndex={index === chosen ? 0 : -1}
            aria-pressed={index === chosen}
            aria-label={sentenceOf(reading)}
            style={{
              left: `${((at?.x ?? 0) / geometry.width) * 100}%`,
              top: `${((at?.y ?? 0) / geometry.height) * 100}%`,
            }}
            onKeyDown={move}
            onFocus={() => onChoose(index)}
            onClick={() => onChoose(index)}
          />
        );
      })}
    </div>
  );
}
