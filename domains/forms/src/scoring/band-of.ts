import type { ScoreRule } from '../instruments/instrument.ts';

/** The last band that the value reaches; null where the score has none. */
export function bandOf(rule: ScoreRule, value: number): string | null {
  return (
    rule.bands.findLast(({ from, above }) => (above === true ? value > from : value >= from))?.id ?? null
  );
}
