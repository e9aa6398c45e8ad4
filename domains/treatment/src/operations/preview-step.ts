import type { previewStep } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { isHidden, isReachable, moduleOf } from '../sequencing.ts';
import { stepView } from '../views.ts';
import type { Act } from './act.ts';
import { treatmentAtUnit } from './at-unit.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

/** Any step of the programme, as the patient sees it or would see it. Leaves no trace in the patient's course. */
export function preview(deps: TreatmentDeps): Act<typeof previewStep> {
  return async (tx, ask) => {
    const { treatmentId, stepId } = ask.params;
    const found = await treatmentAtUnit(deps, tx, ask, treatmentId);
    if (!found) return refuse('unknown-treatment');
    const step = stepView(found, stepId);
    if (!step) return refuse('unknown-step');
    const { course } = found;
    const module = moduleOf(course.programme, stepId);
    return {
      status: 200,
      about: { patient: course.facts.patientId },
      body: {
        step,
        reachable: isReachable(course, stepId),
        hidden: module !== undefined && isHidden(course, module, stepId),
      },
    };
  };
}
