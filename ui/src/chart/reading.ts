import type { ScoreBand, ScoreChartModel, ScorePoint } from './model.ts';

/** One point of one series, with what is said of it. */
export interface Reading {
  readonly point: ScorePoint;
  readonly series: 0 | 1;
  /** In its series. */
  readonly index: number;
  /** When two series are shown. */
  readonly seriesLabel: string | null;
  /** The value as it is written, or the word for no answer. */
  readonly written: string;
  readonly band: string | null;
}

/** All points in the order of time. */
export function readingsOf(model: ScoreChartModel): Reading[] {
  const first = model.points.map((point, index) => readingOf(model, point, 0, index));
  const second = (model.second?.points ?? []).map((point, index) => readingOf(model, point, 1, index));
  return [...first, ...second].toSorted((a, b) => Date.parse(a.point.at) - Date.parse(b.point.at));
}

function readingOf(model: ScoreChartModel, point: ScorePoint, series: 0 | 1, index: number): Reading {
  return {
    point,
    series,
    index,
    seriesLabel: model.second ? (series === 0 ? (model.label ?? null) : model.second.label) : null,
    written: point.value === null ? model.texts.notAnswered : printedValue(point.value, point),
    band: point.value === null ? null : (bandOf(point.value, model.bands)?.label ?? null),
  };
}

/** "2. mars: 208, Moderat", without the note. */
export function sentenceOf({ point, seriesLabel, written, band }: Reading): string {
  const value = band === null ? written : `${written}, ${band}`;
  return `${point.label}: ${seriesLabel === null ? value : `${seriesLabel} ${value}`}`;
}

export const printedValue = (value: number, { printed }: ScorePoint): string => printed ?? String(value);

/** A value between two bands, as 74.5, belongs to the nearer. */
export function bandOf(value: number, bands: readonly ScoreBand[]): ScoreBand | undefined {
  const distance = ({ from, to }: ScoreBand): number => Math.max(from - value, value - to, 0);
  return bands.toSorted((a, b) => distance(a) - distance(b) || a.from - b.from)[0];
}

export const answered = (points: readonly ScorePoint[]): number =>
  points.filter(({ value }) => value !== null).length;
