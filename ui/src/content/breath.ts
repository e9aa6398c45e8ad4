/** Where in a paced breathing exercise one is. Pure. */
export interface Pace {
  readonly inSeconds: number;
  readonly outSeconds: number;
  readonly rounds: number;
}

export type Breath =
  | { readonly kind: 'in' | 'out'; readonly secondsLeft: number; readonly round: number }
  | { readonly kind: 'done' };

/** @param second Whole seconds since the start, pauses not counted. */
export function breathAt(pace: Pace, second: number): Breath {
  const cycle = pace.inSeconds + pace.outSeconds;
  const round = Math.floor(second / cycle) + 1;
  if (round > pace.rounds) return { kind: 'done' };
  const within = second % cycle;
  if (within < pace.inSeconds) return { kind: 'in', secondsLeft: pace.inSeconds - within, round };
  return { kind: 'out', secondsLeft: cycle - within, round };
}
