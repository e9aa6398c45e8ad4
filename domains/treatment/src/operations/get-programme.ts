import type { getProgramme } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { barredBy } from '../sequencing.ts';
import { programmeView } from '../views.ts';
import type { Act } from './act.ts';
import { patientsOwn } from './patients-own.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

/** Before the acceptance and after the end there is no programme to see. */
export function showProgramme(deps: TreatmentDeps): Act<typeof getProgramme> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const barred = barredBy(found.course);
    if (barred) return refuse(barred);
    return { status: 200, about: { patient: ask.actor.personId }, body: programmeView(found) };
  };
}
