import { scoredResponses } from '@skute/forms';
import type { getMeasures } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { measuresView } from '../views/measures-view.ts';
import type { Act } from './act.ts';
import { treatmentAtUnit } from './at-unit.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

export function showMeasures(deps: TreatmentDeps): Act<typeof getMeasures> {
  return async (tx, ask) => {
    const found = await treatmentAtUnit(deps, tx, ask, ask.params.treatmentId);
    if (!found) return refuse('unknown-treatment');
    const { id, patientId } = found.course.facts;
    const responses = await scoredResponses(tx, deps.keys, { treatmentId: id, patientId });
    return { status: 200, about: { patient: patientId }, body: measuresView(found, responses) };
  };
}
