import type { openStep } from '../contract.ts';
import { isRefusal, refuse } from '../refusals.ts';
import { visitStep } from '../steps.ts';
import { stepView } from '../views.ts';
import type { Act } from './act.ts';
import { patientsOwnLocked } from './patients-own.ts';
import { save, type TreatmentDeps } from './treatment-at-hand.ts';

/** The first visit is remembered, and lets the next step be reached. Every visit is activity. */
export function open(deps: TreatmentDeps): Act<typeof openStep> {
  return async (tx, ask) => {
    const { stepId } = ask.params;
    const found = await patientsOwnLocked(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const visit = visitStep(found.course, stepId);
    if (isRefusal(visit)) return visit;
    const after = await save(deps, tx, found, { ...visit, activeAt: found.course.now });
    const body = stepView(after, stepId);
    if (!body) return refuse('unknown-step');
    return { status: 200, about: { patient: found.course.facts.patientId }, body };
  };
}
