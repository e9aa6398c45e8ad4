import type { Instrument, Score, ScoreRule } from '../instruments/instrument.ts';
import { instruments } from '../instruments/instruments.ts';

/**
 * The rule that a stored score was made by: its direction, bands and limits. Null for a form's own calculations, and when the
 * instrument is not known in the version the score has.
 */
export function ruleOf(
  { instrument: id, version, score }: Pick<Score, 'instrument' | 'version' | 'score'>,
  known: Readonly<Record<string, Instrument>> = instruments,
): ScoreRule | null {
  const instrument = Object.hasOwn(known, id) ? known[id] : undefined;
  if (instrument?.version !== version) return null;
  return instrument.scores.find((rule) => rule.id === score) ?? null;
}
