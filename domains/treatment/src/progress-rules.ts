import type { EpochMs } from '@skute/platform/time';
import type { Programme, Timing } from '@skute/programmes/rules';
import { type Course, courseAt } from './course.ts';
import { type EventKind, type NewEvent, type TreatmentFacts, withEvents } from './facts.ts';
import { type AnsweredForm, isByAnswers, isTrueOf } from './measures/answered-form.ts';
import { occurrencesOf } from './measures/occurrences.ts';
import type { RuleAtWork } from './rules-at-work.ts';
import { isFinished, moduleFinished } from './sequencing.ts';

/**
 * The rules by progress and by answers that have come true and are to be written with the act that made them so: a step
 * finished, a form answered, a step hidden that was the last left, a rule released, a treatment resumed. The effect of
 * one may make the next true. What measurement points count their days from is written with them.
 */
export function firedByProgress(
  programme: Programme,
  facts: TreatmentFacts,
  now: EpochMs,
  answered?: AnsweredForm,
): NewEvent[] {
  const course = courseAt(programme, facts, now);
  if (course.status !== 'active') return [];
  const fired = [...course.rules.flatMap((rule) => fires(rule, course, answered)), ...anchorsReached(course)];
  // Each rule by progress fires once and an answer counts once, so this comes to an end.
  return fired.length === 0 ? [] : [...fired, ...firedByProgress(programme, withEvents(facts, fired), now)];
}

/** The silences that an act of the patient breaks, written as having begun when they did. */
export function brokenSilences(course: Course): NewEvent[] {
  return course.rules.flatMap((rule) =>
    rule.silence === null ? [] : [byRule('rule-fired', rule.silence, rule.rule.id)],
  );
}

function fires(rule: RuleAtWork, course: Course, answered: AnsweredForm | undefined): NewEvent[] {
  const { when, id } = rule.rule;
  if (!isByAnswers(when)) {
    return rule.state === 'waiting' && isFulfilled(rule, course)
      ? [byRule('rule-fired', course.now, id)]
      : [];
  }
  if (answered && isTrueOf(when, answered)) {
    const isAtLarge = rule.state === 'waiting' || rule.state === 'fired';
    return [byRule(isAtLarge ? 'rule-fired' : 'rule-met', course.now, id)];
  }
  return rule.state === 'waiting' && cameTrue(rule, course) ? [byRule('rule-fired', course.now, id)] : [];
}

/** By answers given while it was held, or before it was undone: then it takes effect when it is released. */
function cameTrue({ rule }: RuleAtWork, course: Course): boolean {
  return course.events.some(
    ({ kind, about }) => (kind === 'rule-met' || kind === 'rule-fired') && about === rule.id,
  );
}

function isFulfilled({ rule }: RuleAtWork, course: Course): boolean {
  if ('moduleDone' in rule.when) return moduleFinished(course, rule.when.moduleDone);
  return 'stepDone' in rule.when && isFinished(course, rule.when.stepDone);
}

/** A module or step is counted from once; another point each time that an occurrence of it is answered. */
function anchorsReached(course: Course): NewEvent[] {
  return course.programme.measures.flatMap(({ id, when }) => {
    const written = course.events.filter(({ kind, about }) => kind === 'point-anchored' && about === id);
    const reached = timesReached(when, course);
    return Array.from({ length: Math.max(0, reached - written.length) }, () =>
      byRule('point-anchored', course.now, id),
    );
  });
}

function timesReached(when: Timing, course: Course): number {
  if ('afterModule' in when) return moduleFinished(course, when.afterModule) ? 1 : 0;
  if ('afterStep' in when) return isFinished(course, when.afterStep) ? 1 : 0;
  if (!('afterPoint' in when)) return 0;
  return occurrencesOf(course.programme, course, course.rules).filter(
    ({ point, state }) => point.id === when.afterPoint && state === 'answered',
  ).length;
}

function byRule(kind: EventKind, at: EpochMs, about: string): NewEvent {
  return { kind, at, by: 'rule', byPerson: null, about, reason: null };
}
