import type { finishStep } from '../contract.ts';
import type { Course } from '../course.ts';
import { openingsSince } from '../openings.ts';
import { isRefusal, refuse } from '../refusals.ts';
import { isOpenModule, moduleFinished, moduleOf, neighbours } from '../sequencing.ts';
import { finishStep as finished } from '../steps.ts';
import { becauseOf, linkTo, textsFor, type ViewSource } from '../views.ts';
import type { Act } from './act.ts';
import { patientsOwnLocked } from './patients-own.ts';
import { save, type TreatmentDeps } from './treatment-at-hand.ts';

/** Finishing sets off the rules that waited for it, in the same transaction, and tells what they opened. */
export function finish(deps: TreatmentDeps): Act<typeof finishStep> {
  return async (tx, ask) => {
    const { stepId } = ask.params;
    const found = await patientsOwnLocked(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const act = finished(found.course, stepId);
    if (isRefusal(act)) return act;
    const after = await save(deps, tx, found, { ...act, activeAt: found.course.now });
    const module = moduleOf(after.course.programme, stepId);
    return {
      status: 200,
      about: { patient: found.course.facts.patientId },
      body: {
        stepId,
        next: linkTo(after, neighbours(after.course, stepId).next),
        moduleFinished: module !== undefined && moduleFinished(after.course, module.id),
        opened: openedBy(found.course, after),
      },
    };
  };
}

function openedBy(before: Course, after: ViewSource) {
  return openingsSince(after.course, Number.NEGATIVE_INFINITY)
    .filter(({ moduleId }) => !isOpenModule(before, moduleId))
    .flatMap(({ moduleId, why }) => {
      const because = becauseOf(after, why);
      return because
        ? [{ moduleId, title: textsFor(after).modules[moduleId]?.title ?? moduleId, because }]
        : [];
    });
}
