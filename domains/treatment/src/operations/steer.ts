import type { steer } from '../contract.ts';
import { decide } from '../decide.ts';
import { isRefusal, refuse } from '../refusals.ts';
import { steeringView } from '../views.ts';
import type { Act } from './act.ts';
import { treatmentAtUnitLocked } from './at-unit.ts';
import { save, type TreatmentDeps } from './treatment-at-hand.ts';

/** One act of the clinician's hand, decided on the treatment as it is at that moment and not as it was on the screen. */
export function steerTreatment(deps: TreatmentDeps): Act<typeof steer> {
  return async (tx, ask) => {
    const found = await treatmentAtUnitLocked(deps, tx, ask, ask.params.treatmentId);
    if (!found) return refuse('unknown-treatment');
    const { facts, programme, now } = found.course;
    const events = decide({ ...ask.body, person: ask.actor.personId }, facts, programme, now);
    if (isRefusal(events)) return events;
    const after = events.length === 0 ? found : await save(deps, tx, found, { events });
    return { status: 200, about: { patient: facts.patientId }, body: steeringView(after) };
  };
}
