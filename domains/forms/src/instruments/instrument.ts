/**
 * A measure: which answers it takes, how they become scores, and how a score is read. Plain data, so that a package can
 * bring its own; the wording of the questions is not part of it.
 */
export interface Instrument {
  /** `ibs-sss`, unique. */
  readonly id: string;
  /** Changes when any number of a result could change. Stored with each score. */
  readonly version: string;
  readonly title: string;
  /** `licensed`: a form that says it measures this needs a licence record of the organisation. */
  readonly licence: {
    readonly kind: 'own' | 'free' | 'licensed';
    readonly holder: string;
    readonly terms: string;
  };
  /** False: nobody has tested on patients that the score means what it says. Shown wherever the score is. */
  readonly validated: boolean;
  /** Publication of the scoring. */
  readonly source: string;
  /** What is done about missing answers, and where that is from. */
  readonly missingRule: string;
  /** Codes of the items; a form's item has one of them by its linkId or by a `code` of the instrument's system. */
  readonly items: readonly InstrumentItem[];
  /** A score made of others stands after them. */
  readonly scores: readonly ScoreRule[];
}

export interface InstrumentItem {
  readonly code: string;
  /** Least and greatest value that an answer may have. One outside counts as missing; it is never moved inside. */
  readonly min: number;
  readonly max: number;
  /** Whole numbers only, as with choices; anything between counts as missing. */
  readonly whole: boolean;
}

export interface ScoreRule {
  readonly id: string;
  readonly direction: 'lower-is-better' | 'higher-is-better' | 'none';
  readonly min: number;
  readonly max: number;
  readonly compute: Computation;
  /** From the lowest; the first starts at `min`. Empty where none are published. */
  readonly bands: readonly Band[];
  readonly changes: readonly ChangeLimit[];
}

/** Rounded to `decimals`, or to a whole number without it; a half goes up. Bands are read from the rounded value. */
export type Computation =
  | {
      readonly by: 'sum' | 'mean';
      readonly items: readonly string[];
      /** Read as max + min − value. */
      readonly reversed?: readonly string[];
      /** An answer counts so many times; once without. Days of 10 count 10 times, to reach 100. */
      readonly times?: Readonly<Record<string, number>>;
      /** Fewest answers for a score at all. */
      readonly atLeast: number;
      /** With some missing: `mean` puts the mean of those answered in their place. */
      readonly missing: 'none' | 'mean';
      /** Then (value + add) × multiply. */
      readonly add?: number;
      readonly multiply?: number;
      readonly decimals?: number;
    }
  /** Sum of other scores of the instrument, as rounded, each by a factor; null when one of them is. */
  | {
      readonly by: 'scores';
      readonly of: readonly { readonly score: string; readonly times: number }[];
      readonly decimals?: number;
    }
  /** Digits side by side, such as 11213. A label, not a quantity. */
  | { readonly by: 'profile'; readonly items: readonly string[] };

/** From this value, included, to the next band. */
export interface Band {
  readonly id: string;
  readonly from: number;
  /** `from` itself still belongs to the band before: *more than 300*. */
  readonly above?: true;
}

/** The smallest difference that matters, with where that is from. */
export interface ChangeLimit {
  readonly id: string;
  readonly points: number;
  readonly source: string;
  /** The one shown to patients; clinicians see all. */
  readonly forPatients: boolean;
}

export interface Score {
  readonly instrument: string;
  readonly version: string;
  readonly score: string;
  /** Null: too much is missing. Never zero for that. */
  readonly value: number | null;
  readonly band: string | null;
  /** Codes of the items that the score is made of and that have no usable answer. */
  readonly missing: readonly string[];
}
