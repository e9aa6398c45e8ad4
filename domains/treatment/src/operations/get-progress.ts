import { scoredResponses } from '@skute/forms';
import { isoInstant } from '@skute/platform/time';
import type { getProgress } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { responseLines, upcoming } from '../views/sitting-view.ts';
import { trendsOf } from '../views/trend-view.ts';
import type { Act } from './act.ts';
import { patientsOwn } from './patients-own.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

export function showProgress(deps: TreatmentDeps): Act<typeof getProgress> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const { facts, now } = found.course;
    const whose = { treatmentId: facts.id, patientId: facts.patientId };
    const responses = await scoredResponses(tx, deps.keys, whose);
    return {
      status: 200,
      about: { patient: facts.patientId },
      body: {
        now: isoInstant(now),
        timeZone: facts.timeZone,
        trends: trendsOf(found, responses),
        next: upcoming(found),
        answered: responseLines(found, responses),
      },
    };
  };
}
