import type { acceptInvitation } from '../contract.ts';
import { decide } from '../decide.ts';
import { isRefusal, refuse } from '../refusals.ts';
import { today } from '../views.ts';
import type { Act } from './act.ts';
import { patientsOwnLocked } from './patients-own.ts';
import { save, type TreatmentDeps } from './treatment-at-hand.ts';

/** Accepting is the patient's first activity. Accepting again changes nothing. */
export function accept(deps: TreatmentDeps): Act<typeof acceptInvitation> {
  return async (tx, ask) => {
    const found = await patientsOwnLocked(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const { facts, programme, now } = found.course;
    const events = decide({ act: 'accept', person: ask.actor.personId }, facts, programme, now);
    if (isRefusal(events)) return events;
    const after = events.length === 0 ? found : await save(deps, tx, found, { events, activeAt: now });
    return { status: 200, about: { patient: facts.patientId }, body: today(after) };
  };
}
