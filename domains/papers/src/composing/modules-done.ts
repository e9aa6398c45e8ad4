import { isOpenModule, moduleFinished, textsFor, type ViewSource, visibleSteps } from '@skute/treatment';
import type { PaperWords } from './words.ts';

export interface ModuleDone {
  readonly title: string;
  readonly finished: boolean;
  readonly finishedSteps: number;
  readonly steps: number;
}

/** Of the modules that are open, or were while the patient went through them; in the programme's order. */
export function modulesDone(view: ViewSource): ModuleDone[] {
  const { course } = view;
  const texts = textsFor(view).modules;
  return course.programme.modules
    .filter(
      (module) =>
        isOpenModule(course, module.id) ||
        visibleSteps(course, module).some(({ id }) => course.progress.has(id)),
    )
    .map((module) => {
      const steps = visibleSteps(course, module);
      const isDone = (id: string): boolean => (course.progress.get(id)?.finishedAt ?? null) !== null;
      return {
        title: texts[module.id]?.title ?? module.id,
        finished: moduleFinished(course, module.id),
        finishedSteps: steps.filter(({ id }) => isDone(id)).length,
        steps: steps.length,
      };
    });
}

export function moduleLines(modules: readonly ModuleDone[], words: PaperWords['modules']): string[] {
  if (modules.length === 0) return [words.none];
  return modules.map(({ title, finished, finishedSteps, steps }) => {
    const done = finished
      ? words.finished
      : finishedSteps === 0
        ? words.notBegun
        : words.begun(finishedSteps, steps);
    return `${title}: ${done}`;
  });
}
