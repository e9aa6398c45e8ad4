import type { getSteering } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { steeringView } from '../views.ts';
import type { Act } from './act.ts';
import { treatmentAtUnit } from './at-unit.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

export function showSteering(deps: TreatmentDeps): Act<typeof getSteering> {
  return async (tx, ask) => {
    const found = await treatmentAtUnit(deps, tx, ask, ask.params.treatmentId);
    if (!found) return refuse('unknown-treatment');
    return { status: 200, about: { patient: found.course.facts.patientId }, body: steeringView(found) };
  };
}
