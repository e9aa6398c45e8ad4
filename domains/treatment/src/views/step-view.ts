import { stepsInOrder } from '@skute/programmes/rules';
import type { StepView } from '../contract.ts';
import { neighbours, stepStatus } from '../sequencing.ts';
import { becauseOf } from './because.ts';
import { pageFor, textsFor, titleOf, type ViewSource } from './source.ts';

/** One step with its page. Undefined when the programme has no such step, or no page of it in any language. */
export function stepView(source: ViewSource, stepId: string): StepView | undefined {
  const { course } = source;
  const place = stepsInOrder(course.programme).find(({ step }) => step.id === stepId);
  const page = pageFor(source, stepId);
  if (!place || !page) return undefined;
  const { previous, next } = neighbours(course, stepId);
  const state = course.steps.get(stepId);
  return {
    id: stepId,
    title: page.title,
    summary: page.summary,
    minutes: place.step.minutes,
    language: page.language,
    blocks: [...(page.blocks ?? [])],
    module: {
      id: place.module.id,
      title: textsFor(source).modules[place.module.id]?.title ?? place.module.id,
    },
    status: stepStatus(course, stepId),
    bookmarked: course.progress.get(stepId)?.bookmarked ?? false,
    example: course.programme.status === 'example',
    versionId: course.facts.versionId,
    previous: linkTo(source, previous),
    next: linkTo(source, next),
    // What opened the module was said there; here it is said why this very step is shown or hidden.
    because: becauseOf(source, state?.why ?? null),
  };
}

export function linkTo(source: ViewSource, stepId: string | null): { id: string; title: string } | null {
  return stepId === null ? null : { id: stepId, title: titleOf(source, stepId).title };
}
