import { isoInstant } from '@skute/platform/time';
import type { Step } from '@skute/programmes/rules';
import type { z } from 'zod';
import type { RuleView, SteeredModule, SteeredStep, SteeringView } from '../contract.ts';
import { dayAt } from '../days.ts';
import { lastNumber } from '../facts.ts';
import { allowedActions } from '../life-cycle.ts';
import { moduleDaysLeft } from '../openings.ts';
import type { RuleAtWork } from '../rules-at-work.ts';
import { isHiddenModule } from '../sequencing.ts';
import { becauseOf } from './because.ts';
import { historyOf } from './history.ts';
import { moduleLine, sectionsOf, stepLine } from './programme-view.ts';
import { textsFor, titleOf, type ViewSource } from './source.ts';
import { treatmentCard } from './treatment-card.ts';

/** The patient's own view with what only the clinic knows: hidden modules and steps, days left, rules, and what has happened. */
export function steeringView(source: ViewSource): SteeringView {
  const { course } = source;
  const day = dayAt(course);
  const { lastActiveAt } = course.facts;
  return {
    treatment: treatmentCard(source),
    version: lastNumber(course.facts),
    lastActiveAt: instantOrNull(lastActiveAt),
    sinceStartDays: day,
    daysLeft: day === null ? null : Math.max(0, course.programme.days - day),
    modules: course.programme.modules.map(
      (module): z.output<typeof SteeredModule> => ({
        ...moduleLine(source, module),
        hidden: isHiddenModule(course, module.id),
        hiddenAtStart: module.hidden,
        daysLeft: moduleDaysLeft(course, module.id),
        sections: sectionsOf(source, module, (step) => steeredStep(source, step)),
      }),
    ),
    rules: course.rules.map((rule) => ruleView(source, rule)),
    history: historyOf(source),
    allowed: allowedActions(course.status),
  };
}

function steeredStep(source: ViewSource, step: Step): z.output<typeof SteeredStep> {
  const state = source.course.steps.get(step.id);
  const progress = source.course.progress.get(step.id);
  return {
    ...stepLine(source, step),
    hidden: state?.hidden ?? step.hidden,
    hiddenAtStart: step.hidden,
    because: becauseOf(source, state?.why ?? null),
    visitedAt: instantOrNull(progress?.visitedAt ?? null),
    finishedAt: instantOrNull(progress?.finishedAt ?? null),
  };
}

function ruleView(
  source: ViewSource,
  { rule, state, dueOn, firings, stop }: RuleAtWork,
): z.output<typeof RuleView> {
  return {
    id: rule.id,
    because: textsFor(source).rules[rule.id]?.because ?? '',
    state,
    dueOn,
    firedAt: instantOrNull(firings.at(-1) ?? null),
    reason: stop?.reason ?? null,
    opens: rule.then.flatMap((effect) => {
      if ('open' in effect) return [moduleTitle(source, effect.open)];
      if ('showModule' in effect) return [moduleTitle(source, effect.showModule)];
      return 'show' in effect ? [titleOf(source, effect.show).title] : [];
    }),
  };
}

function moduleTitle(source: ViewSource, moduleId: string): string {
  return textsFor(source).modules[moduleId]?.title ?? moduleId;
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
