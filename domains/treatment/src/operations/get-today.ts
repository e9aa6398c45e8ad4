import type { getToday } from '../contract.ts';
import { today } from '../views.ts';
import type { Act } from './act.ts';
import { patientsOwn } from './patients-own.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

/** A patient without a treatment sees that there is none; that too is an answer. Looking is not activity. */
export function showToday(deps: TreatmentDeps): Act<typeof getToday> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    const body = found ? today(found) : { treatment: null, cards: [], more: 0 };
    return { status: 200, about: { patient: ask.actor.personId }, body };
  };
}
