import type { Ask } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import { findOfPatient, lockOfPatient } from '../store.ts';
import { type AtHand, atHand, type TreatmentDeps } from './treatment-at-hand.ts';

/** The treatment of the patient who asks, to be read. */
export async function patientsOwn(
  deps: TreatmentDeps,
  tx: TenantTx,
  ask: Pick<Ask, 'actor' | 'realNow'>,
): Promise<AtHand | undefined> {
  const row = await findOfPatient(tx, ask.actor.personId);
  return row && atHand(deps, tx, row, ask);
}

/** The same, for an act that changes it. */
export async function patientsOwnLocked(
  deps: TreatmentDeps,
  tx: TenantTx,
  ask: Pick<Ask, 'actor' | 'realNow'>,
): Promise<AtHand | undefined> {
  const row = await lockOfPatient(tx, ask.actor.personId);
  return row && atHand(deps, tx, row, ask);
}
