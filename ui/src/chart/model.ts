/** What a chart shows. All words are the caller's, in the reader's language. */
export interface ScoreChartModel {
  readonly title: string;
  /** One sentence; read before the chart. */
  readonly summary: string;
  /** In place of the chart while fewer than two points have a value. */
  readonly tooFew: string;
  /** As "↓ Lavere er bedre"; empty when neither is. The axis is never turned. */
  readonly direction: string;
  readonly axis: { readonly min: number; readonly max: number };
  /** Lowest first, at most four; there may be none. */
  readonly bands: readonly ScoreBand[];
  /** In the order of time, as the second's. */
  readonly points: readonly ScorePoint[];
  readonly smallestChange?: SmallestChange;
  /** Drawn beside the first in the same units. */
  readonly second?: { readonly label: string; readonly points: readonly ScorePoint[] };
  /** What the first series is called when there are two. */
  readonly label?: string;
  readonly texts: ScoreChartTexts;
}

/** Both ends are in it: 0–74, 75–174 … Where two meet, a value belongs to the lower one. */
export interface ScoreBand {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface ScorePoint {
  /** ISO 8601 date or instant. */
  readonly at: string;
  /** The date in a few words; the shorter, the more of them find room. */
  readonly label: string;
  /** Null: it was asked for, and not answered. */
  readonly value: number | null;
  /** The value as it is written, when that isn't its plain digits. */
  readonly printed?: string;
  readonly note?: string;
}

/** The smallest change, from the first value, that means something. */
export interface SmallestChange {
  readonly points: number;
  readonly betterIs: 'lower' | 'higher';
  /** What the dashed line is. */
  readonly limitLabel: string;
  /** What the hatched strip is, as "for liten endring til å være sikker". */
  readonly stripLabel: string;
}

export interface ScoreChartTexts {
  /** For a point without a value. */
  readonly notAnswered: string;
  readonly showTable: string;
  readonly hideTable: string;
  /** What the points are together, for who goes from one to the next by key. */
  readonly points: string;
  /** Headings of the table. */
  readonly date: string;
  readonly value: string;
  readonly band: string;
  readonly note: string;
  readonly series: string;
}
