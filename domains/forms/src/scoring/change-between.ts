import { ibsSss } from '../instruments/ibs-sss.ts';
import type { ChangeLimit, ScoreRule } from '../instruments/instrument.ts';
import { rounded } from './rounded.ts';

export interface Change {
  /** After − before, in points of the score. Null when either is missing. */
  readonly difference: number | null;
  /** `none`: nothing to compare, or a score where neither end is better. */
  readonly direction: 'better' | 'worse' | 'same' | 'none';
  /** Limits that the difference reaches, whichever way it went. */
  readonly reaches: readonly ChangeLimit[];
}

export function changeBetween(rule: ScoreRule, before: number | null, after: number | null): Change {
  if (before === null || after === null || rule.compute.by === 'profile') {
    return { difference: null, direction: 'none', reaches: [] };
  }
  // Scores have at most a few decimals; what is beyond six is noise of the subtraction.
  const difference = rounded(Math.abs(after - before), 6) * Math.sign(after - before) + 0;
  return {
    difference,
    direction: directionOf(rule, difference),
    reaches: rule.changes.filter(({ points }) => Math.abs(difference) >= points),
  };
}

function directionOf(rule: ScoreRule, difference: number): Change['direction'] {
  if (rule.direction === 'none') return 'none';
  if (difference === 0) return 'same';
  return difference < 0 === (rule.direction === 'lower-is-better') ? 'better' : 'worse';
}

/**
 * Responder by the IBS-SSS: the total has fallen by at least so many points. By the customary limit (50, Francis 1997)
 * and by the one proposed in 2025 (122, Sommermeyer); clinicians see both. Somebody who starts below a limit can't
 * become a responder by it. Null when a total is missing: then nobody is counted as a responder or as not one.
 * Give the rule of an instrument that borrows the limits, such as `skute-ibs-symptoms`; a limit it lacks is not reached.
 */
export function isResponder(
  before: number | null,
  after: number | null,
  rule: ScoreRule | undefined = ibsSss.scores[0],
): { readonly customary: boolean; readonly proposed2025: boolean } | null {
  if (rule === undefined || before === null || after === null) return null;
  const { direction, reaches } = changeBetween(rule, before, after);
  const fellBy = (id: string) => direction === 'better' && reaches.some((limit) => limit.id === id);
  return { customary: fellBy('customary'), proposed2025: fellBy('proposed-2025') };
}
