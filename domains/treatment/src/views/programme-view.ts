import type { Module, Step } from '@skute/programmes/rules';
import type { z } from 'zod';
import type { ModuleView, ProgrammeView, StepLine } from '../contract.ts';
import type { ModuleState, Why } from '../course.ts';
import { nextOpening } from '../openings.ts';
import { isHiddenModule, isReachable, moduleFinished, stepStatus, visibleSteps } from '../sequencing.ts';
import { becauseOf } from './because.ts';
import { textsFor, titleOf, type ViewSource } from './source.ts';
import { treatmentCard } from './treatment-card.ts';

/** The whole route as the patient sees it: hidden modules and steps, and sections with nothing else, are not on it. */
export function programmeView(source: ViewSource): ProgrammeView {
  return {
    treatment: treatmentCard(source),
    modules: source.course.programme.modules
      .filter(({ id }) => !isHiddenModule(source.course, id))
      .map((module) => moduleView(source, module)),
  };
}

function moduleView(source: ViewSource, module: Module): z.output<typeof ModuleView> {
  const { course } = source;
  const visible = new Set(visibleSteps(course, module));
  return {
    ...moduleLine(source, module),
    minutes: [...visible].reduce((sum, { minutes }) => sum + minutes, 0),
    sections: sectionsOf(source, module, (step) => (visible.has(step) ? stepLine(source, step) : null)),
  };
}

type ModuleLine = Omit<z.output<typeof ModuleView>, 'minutes' | 'sections'>;

/** What patient and clinician see alike of a module. A held opening says why unless another will open it on a date. */
export function moduleLine(source: ViewSource, { id, optional }: Module): ModuleLine {
  const { course } = source;
  const texts = textsFor(source).modules[id];
  const state = course.modules.get(id);
  const opensOn = nextOpening(course, id);
  return {
    id,
    title: texts?.title ?? id,
    summary: texts?.summary ?? '',
    optional,
    open: state?.open ?? false,
    opensOn,
    because: opensOn === null ? becauseOf(source, whyOf(state)) : null,
    finished: moduleFinished(course, id),
  };
}

/** Why it is hidden comes before why it is open; and why it is shown after. */
function whyOf(state: ModuleState | undefined): Why | null {
  if (!state) return null;
  return state.visibility.hidden ? state.visibility.why : (state.why ?? state.visibility.why);
}

export function stepLine(source: ViewSource, { id, minutes }: Step): z.output<typeof StepLine> {
  const { course } = source;
  const { title, summary } = titleOf(source, id);
  return {
    id,
    title,
    summary,
    minutes,
    status: stepStatus(course, id),
    reachable: isReachable(course, id),
    bookmarked: course.progress.get(id)?.bookmarked ?? false,
  };
}

/** Sections with the lines of their steps; a step without a line, and a section without steps, is left out. */
export function sectionsOf<Line>(
  source: ViewSource,
  module: Module,
  lineOf: (step: Step) => Line | null,
): { id: string; title: string; steps: Line[] }[] {
  const texts = textsFor(source).sections;
  return module.sections
    .map(({ id, steps }) => ({
      id,
      title: texts[id]?.title ?? id,
      steps: steps.map(lineOf).filter((line) => line !== null),
    }))
    .filter(({ steps }) => steps.length > 0);
}
