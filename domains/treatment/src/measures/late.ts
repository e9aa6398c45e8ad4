import { addDays, type EpochMs, startOfDay } from '@skute/platform/time';
import type { Programme } from '@skute/programmes/rules';
import type { Life } from '../life-cycle.ts';
import type { RuleAtWork } from '../rules-at-work.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';

/** An occurrence that the clinic waits for in vain. */
export interface Late {
  readonly occurrence: Occurrence;
  /** The first moment after its due date. */
  readonly since: EpochMs;
}

/**
 * One for each point that the clinic wants to know of: the newest that is unanswered after its due date, unless one
 * after it has been answered. It closes itself with the answer, and stands on when the time has run out.
 */
export function lateOnes(programme: Programme, life: Life, rules: readonly RuleAtWork[]): Late[] {
  // Of every treatment of a list, so no more dates are reckoned than are asked for.
  const measures = programme.measures.filter(({ flagWhenLate }) => flagWhenLate);
  if (life.status !== 'active' || measures.length === 0) return [];
  const occurrences = occurrencesOf({ measures }, life, rules);
  return measures.flatMap(({ id }): Late[] => {
    const last = occurrences.findLast(
      ({ point, state }) => point.id === id && (isLate(state) || state === 'answered'),
    );
    if (!last || !isLate(last.state)) return [];
    return [{ occurrence: last, since: startOfDay(life.facts.timeZone, addDays(last.dueOn, 1)) }];
  });
}

export function isLate(state: Occurrence['state']): boolean {
  return state === 'overdue' || state === 'expired';
}
