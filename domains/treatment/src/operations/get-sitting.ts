import { begunForms, scoredResponses } from '@skute/forms';
import { isoInstant } from '@skute/platform/time';
import type { getSitting } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { responseLines, sittingForms, upcoming } from '../views/sitting-view.ts';
import type { Act } from './act.ts';
import { patientsOwn } from './patients-own.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

export function showSitting(deps: TreatmentDeps): Act<typeof getSitting> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const { facts, now } = found.course;
    const whose = { treatmentId: facts.id, patientId: facts.patientId };
    const [begun, responses] = await Promise.all([
      begunForms(tx, facts.id),
      scoredResponses(tx, deps.keys, whose),
    ]);
    return {
      status: 200,
      about: { patient: facts.patientId },
      body: {
        now: isoInstant(now),
        timeZone: facts.timeZone,
        forms: sittingForms(found, begun),
        next: upcoming(found),
        answered: responseLines(found, responses),
      },
    };
  };
}
