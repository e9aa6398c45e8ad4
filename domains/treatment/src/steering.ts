import type { EventKind, NewEvent } from './facts.ts';
import type { Course } from './course.ts';
import { allowedActions } from './life-cycle.ts';
import { isPointCommand, type PointCommand, steerPoints } from './measures/steer-points.ts';
import { type Refusal, type RefusalKind, refuse } from './refusals.ts';
import type { RuleAtWork } from './rules-at-work.ts';

/** What a clinician does by hand with the course of one patient. Reasons are shown to the patient too. */
export type SteeringCommand = PointCommand | CourseCommand;

type CourseCommand = { readonly person: string } & (
  | {
      readonly act: 'open-module' | 'close-module';
      readonly moduleId: string;
      readonly reason?: string | undefined;
    }
  | { readonly act: 'show-module' | 'hide-module'; readonly moduleId: string; readonly reason: string }
  | { readonly act: 'show-step' | 'hide-step'; readonly stepId: string; readonly reason: string }
  | { readonly act: 'hold-rule' | 'undo-rule'; readonly ruleId: string; readonly reason: string }
  | { readonly act: 'release-rule'; readonly ruleId: string }
);

/** The event to write, nothing when the hand has done it already, or why it can't be. */
export function decideSteering(command: SteeringCommand, course: Course): NewEvent[] | Refusal {
  if (!allowedActions(course.status).includes('steer')) return refuse(whyNoSteering(course));
  if (isPointCommand(command)) return steerPoints(command, course);
  switch (command.act) {
    case 'open-module':
    case 'close-module':
      return steerModule(command, course);
    case 'show-module':
    case 'hide-module':
      return steerVisibility(command, course);
    case 'show-step':
    case 'hide-step':
      return steerStep(command, course);
    case 'hold-rule':
    case 'release-rule':
    case 'undo-rule':
      return steerRule(command, course);
  }
}

type Of<A extends CourseCommand['act']> = CourseCommand & { act: A };

/** Opening by hand what a rule opened is not nothing: it keeps it open if the rule is undone. */
function steerModule(command: Of<'open-module' | 'close-module'>, course: Course): NewEvent[] | Refusal {
  const module = course.modules.get(command.moduleId);
  if (!module) return refuse('unknown-module');
  const kind = command.act === 'open-module' ? 'module-opened' : 'module-closed';
  if (lastByHand(course, command.moduleId, 'module-opened', 'module-closed') === kind) return [];
  if (kind === 'module-closed' && !module.open) return refuse('module-not-open');
  return [event(command, kind, command.moduleId, course)];
}

function steerVisibility(command: Of<'show-module' | 'hide-module'>, course: Course): NewEvent[] | Refusal {
  if (!course.modules.has(command.moduleId)) return refuse('unknown-module');
  const kind = command.act === 'show-module' ? 'module-shown' : 'module-hidden';
  if (lastByHand(course, command.moduleId, 'module-shown', 'module-hidden') === kind) return [];
  return [event(command, kind, command.moduleId, course)];
}

function steerStep(command: Of<'show-step' | 'hide-step'>, course: Course): NewEvent[] | Refusal {
  if (!course.steps.has(command.stepId)) return refuse('unknown-step');
  const kind = command.act === 'show-step' ? 'step-shown' : 'step-hidden';
  if (lastByHand(course, command.stepId, 'step-shown', 'step-hidden') === kind) return [];
  return [event(command, kind, command.stepId, course)];
}

function steerRule(
  command: Of<'hold-rule' | 'release-rule' | 'undo-rule'>,
  course: Course,
): NewEvent[] | Refusal {
  const rule = course.rules.find((known) => known.rule.id === command.ruleId);
  if (!rule) return refuse('unknown-rule');
  const outcome = ruleOutcome(command.act, rule);
  if (outcome === 'already-so') return [];
  return isEventKind(outcome) ? [event(command, outcome, rule.rule.id, course)] : refuse(outcome);
}

type RuleEvent = 'rule-held' | 'rule-released' | 'rule-undone';

/** A silence comes again, so its rule can be held also after it has fired; any other is undone instead. */
function ruleOutcome(
  act: Of<'hold-rule' | 'release-rule' | 'undo-rule'>['act'],
  { rule, state }: RuleAtWork,
): RuleEvent | RefusalKind | 'already-so' {
  switch (act) {
    case 'hold-rule':
      if (state === 'held') return 'already-so';
      return state === 'waiting' || (state === 'fired' && 'silentDays' in rule.when)
        ? 'rule-held'
        : 'rule-has-fired';
    case 'release-rule':
      return state === 'held' || state === 'undone' ? 'rule-released' : 'rule-not-held';
    case 'undo-rule':
      if (state === 'undone') return 'already-so';
      return state === 'fired' ? 'rule-undone' : 'nothing-to-undo';
  }
}

function isEventKind(outcome: string): outcome is RuleEvent {
  return outcome === 'rule-held' || outcome === 'rule-released' || outcome === 'rule-undone';
}

function lastByHand(course: Course, about: string, ...kinds: EventKind[]): EventKind | undefined {
  return course.events.findLast((known) => known.about === about && kinds.includes(known.kind))?.kind;
}

function event(command: SteeringCommand, kind: EventKind, about: string, course: Course): NewEvent {
  const reason = 'reason' in command ? (command.reason ?? null) : null;
  return { kind, at: course.now, by: 'clinician', byPerson: command.person, about, reason };
}

function whyNoSteering({ status }: Pick<Course, 'status'>): RefusalKind {
  return status === 'lapsed' ? 'invitation-lapsed' : 'treatment-ended';
}
