import type { Ask } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import { findAtUnit, lockAtUnit } from '../store.ts';
import { type AtHand, atHand, type TreatmentDeps } from './treatment-at-hand.ts';

/**
 * A treatment at the clinician's unit, to be read. Whether the clinician treats the patient is settled by the gate of
 * the same transaction, before anything leaves. Foreign and absent look the same.
 */
export async function treatmentAtUnit(
  deps: TreatmentDeps,
  tx: TenantTx,
  ask: Pick<Ask, 'actor' | 'realNow'>,
  treatmentId: string,
): Promise<AtHand | undefined> {
  const { unitId } = ask.actor;
  const row = unitId === null ? undefined : await findAtUnit(tx, treatmentId, unitId);
  return row && atHand(deps, tx, row, ask);
}

/** The same, for an act that changes it. */
export async function treatmentAtUnitLocked(
  deps: TreatmentDeps,
  tx: TenantTx,
  ask: Pick<Ask, 'actor' | 'realNow'>,
  treatmentId: string,
): Promise<AtHand | undefined> {
  const { unitId } = ask.actor;
  const row = unitId === null ? undefined : await lockAtUnit(tx, treatmentId, unitId);
  return row && atHand(deps, tx, row, ask);
}
