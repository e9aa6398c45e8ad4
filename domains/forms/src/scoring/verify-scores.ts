import type { Score } from '../instruments/instrument.ts';

/** A stored score that the answers no longer give. Holds no value, so that it can be printed and logged. */
export interface ScoreMismatch {
  readonly instrument: string;
  readonly version: string;
  readonly score: string;
  readonly kind:
    | 'not-stored'
    | 'not-recomputed'
    | 'value-differs'
    | 'band-differs'
    | 'missing-differs'
    | 'stored-twice';
}

/**
 * Compares scores as stored with the same scores made anew from the stored answers, by the same version of the instrument.
 * Empty when they agree.
 */
export function verifyScores(stored: readonly Score[], recomputed: readonly Score[]): ScoreMismatch[] {
  const anew = new Map(recomputed.map((score) => [keyOf(score), score]));
  const seen = new Set<string>();
  const problems = stored.flatMap((score) => {
    const key = keyOf(score);
    const other = anew.get(key);
    if (seen.has(key)) return [mismatch(score, 'stored-twice')];
    seen.add(key);
    if (other === undefined) return [mismatch(score, 'not-recomputed')];
    const kind = differenceOf(score, other);
    return kind === null ? [] : [mismatch(score, kind)];
  });
  const absent = recomputed.filter((score) => !seen.has(keyOf(score)));
  return [...problems, ...absent.map((score) => mismatch(score, 'not-stored'))];
}

function differenceOf(one: Score, other: Score): ScoreMismatch['kind'] | null {
  if (one.value !== other.value) return 'value-differs';
  if (one.band !== other.band) return 'band-differs';
  const same = one.missing.toSorted().join('\n') === other.missing.toSorted().join('\n');
  return same ? null : 'missing-differs';
}

function keyOf({ instrument, version, score }: Score): string {
  return JSON.stringify([instrument, version, score]);
}

function mismatch({ instrument, version, score }: Score, kind: ScoreMismatch['kind']): ScoreMismatch {
  return { instrument, version, score, kind };
}
