import type { bookmarkStep } from '../contract.ts';
import { isRefusal, refuse } from '../refusals.ts';
import { bookmarkStep as bookmarked } from '../steps.ts';
import type { Act } from './act.ts';
import { patientsOwnLocked } from './patients-own.ts';
import { save, type TreatmentDeps } from './treatment-at-hand.ts';

export function bookmark(deps: TreatmentDeps): Act<typeof bookmarkStep> {
  return async (tx, ask) => {
    const found = await patientsOwnLocked(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const act = bookmarked(found.course, ask.params.stepId, ask.body.on);
    if (isRefusal(act)) return act;
    await save(deps, tx, found, { ...act, activeAt: found.course.now });
    return { status: 200, about: { patient: found.course.facts.patientId }, body: { on: ask.body.on } };
  };
}
