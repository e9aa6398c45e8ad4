import type { EpochMs } from '@skute/platform/time';
import type { Programme } from '@skute/programmes/rules';
import { type Course, courseAt } from './course.ts';
import { type NewEvent, type TreatmentFacts, withEvents } from './facts.ts';
import type { RuleAtWork } from './rules-at-work.ts';
import { isFinished, moduleFinished } from './sequencing.ts';

/**
 * The rules by progress that have come true and are to be written with the act that made them so: a step finished, a
 * step hidden that was the last left, a rule released, a treatment resumed. The effect of one may make the next true.
 */
export function firedByProgress(programme: Programme, facts: TreatmentFacts, now: EpochMs): NewEvent[] {
  const course = courseAt(programme, facts, now);
  if (course.status !== 'active') return [];
  const fired = course.rules
    .filter((rule) => rule.state === 'waiting' && isFulfilled(rule, course))
    .map(firing(now));
  // Each rule fires once, so this comes to an end.
  return fired.length === 0 ? [] : [...fired, ...firedByProgress(programme, withEvents(facts, fired), now)];
}

/** The silences that an act of the patient breaks, written as having begun when they did. */
export function brokenSilences(course: Course): NewEvent[] {
  return course.rules.flatMap((rule) => (rule.silence === null ? [] : [firing(rule.silence)(rule)]));
}

function isFulfilled({ rule }: RuleAtWork, course: Course): boolean {
  if ('moduleDone' in rule.when) return moduleFinished(course, rule.when.moduleDone);
  return 'stepDone' in rule.when && isFinished(course, rule.when.stepDone);
}

const firing =
  (at: EpochMs) =>
  ({ rule }: RuleAtWork): NewEvent => ({
    kind: 'rule-fired',
    at,
    by: 'rule',
    byPerson: null,
    about: rule.id,
    reason: null,
  });
