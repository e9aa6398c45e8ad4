import { stepsInOrder } from '@skute/programmes/rules';
import type { Today, TodayCard } from '../contract.ts';
import type { Course } from '../course.ts';
import { nextOpening, openingsSince } from '../openings.ts';
import {
  isOpenModule,
  isReachable,
  moduleFinished,
  moduleOf,
  nextStep,
  visibleSteps,
} from '../sequencing.ts';
import { becauseOf } from './because.ts';
import { sittingForms } from './sitting-view.ts';
import { textsFor, titleOf, type ViewSource } from './source.ts';
import { treatmentCard } from './treatment-card.ts';

const mostCards = 4;

/**
 * What matters now, in a fixed order: forms to answer, what was opened and has not been looked into, where to go on, what was shown,
 * and what opens next. Nothing of what was missed. While the treatment stands still there is nothing to do.
 */
export function today(source: ViewSource): Today {
  const cards = allCards(source);
  return {
    treatment: treatmentCard(source),
    cards: cards.slice(0, mostCards),
    more: Math.max(0, cards.length - mostCards),
  };
}

function allCards(source: ViewSource): TodayCard[] {
  const { status } = source.course;
  if (status !== 'active' && status !== 'maintenance') return [];
  const shown = shownCards(source);
  const next = nextStepCard(source, shown);
  const now = [...formsCards(source), ...openedCards(source), ...next, ...shown];
  const later = openingLaterCards(source);
  // Before the start there is nothing to be done with yet.
  const hasBegun = [...source.course.modules.keys()].some((id) => isOpenModule(source.course, id));
  return now.length === 0 && hasBegun ? [{ kind: 'all-done' }, ...later] : [...now, ...later];
}

/** One sitting, told by the form to begin with. */
function formsCards(source: ViewSource): TodayCard[] {
  const forms = sittingForms(source, new Map());
  const [first] = forms;
  if (!first) return [];
  const { formId, title, dueOn, state } = first;
  const minutes = forms.reduce((sum, form) => sum + form.minutes, 0);
  return [{ kind: 'forms-due', formId, title, forms: forms.length, minutes, dueOn, state }];
}

/** Opened by a rule or by hand, and nothing in it visited since. */
function openedCards(source: ViewSource): TodayCard[] {
  const { course } = source;
  return openingsSince(course, Number.NEGATIVE_INFINITY)
    .filter(({ moduleId, at }) => !visitedSince(course, moduleId, at) && !moduleFinished(course, moduleId))
    .flatMap(({ moduleId, why }): TodayCard[] => {
      const because = becauseOf(source, why);
      const title = textsFor(source).modules[moduleId]?.title ?? moduleId;
      return because ? [{ kind: 'opened', moduleId, title, because }] : [];
    });
}

/** A step stands on one card. If it was shown to this patient, on the one that says why. */
function nextStepCard(source: ViewSource, shown: readonly TodayCard[]): TodayCard[] {
  const { course } = source;
  const stepId = nextStep(course);
  const module = stepId === null ? undefined : moduleOf(course.programme, stepId);
  if (stepId === null || !module || shown.some((card) => card.kind === 'shown' && card.stepId === stepId))
    return [];
  const step = visibleSteps(course, module).find(({ id }) => id === stepId);
  return [
    {
      kind: 'next-step',
      stepId,
      ...titleAndSummary(source, stepId),
      module: textsFor(source).modules[module.id]?.title ?? module.id,
      minutes: step?.minutes ?? 0,
      begun: course.progress.has(stepId),
    },
  ];
}

/** Shown to this patient by a rule or by hand, within reach, and not visited since. */
function shownCards(source: ViewSource): TodayCard[] {
  const { course } = source;
  return stepsInOrder(course.programme).flatMap(({ step }): TodayCard[] => {
    const state = course.steps.get(step.id);
    const because = state && !state.hidden ? becauseOf(source, state.why) : null;
    const visitedAt = course.progress.get(step.id)?.visitedAt ?? null;
    if (!because || visitedAt !== null || !isReachable(course, step.id)) return [];
    return [{ kind: 'shown', stepId: step.id, title: titleOf(source, step.id).title, because }];
  });
}

/** Only the nearest date: a list of all that is to come is the programme's page. */
function openingLaterCards(source: ViewSource): TodayCard[] {
  const dated = source.course.programme.modules.flatMap(({ id }) => {
    const opensOn = nextOpening(source.course, id);
    return opensOn === null ? [] : [{ id, opensOn }];
  });
  const nearest = dated.map(({ opensOn }) => opensOn).toSorted()[0];
  return dated
    .filter(({ opensOn }) => opensOn === nearest)
    .map(({ id, opensOn }) => ({
      kind: 'opens-later',
      moduleId: id,
      title: textsFor(source).modules[id]?.title ?? id,
      opensOn,
    }));
}

function visitedSince(course: Course, moduleId: string, at: number): boolean {
  const module = course.programme.modules.find(({ id }) => id === moduleId);
  const steps = module?.sections.flatMap((section) => section.steps) ?? [];
  return steps.some(({ id }) => (course.progress.get(id)?.visitedAt ?? Number.NEGATIVE_INFINITY) >= at);
}

function titleAndSummary(source: ViewSource, stepId: string): { title: string; summary: string } {
  const { title, summary } = titleOf(source, stepId);
  return { title, summary };
}
