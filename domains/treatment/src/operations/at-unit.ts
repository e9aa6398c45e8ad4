import type { Ask } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import { findAtUnit, lockAtUnit } from '../store.ts';
import { type AtHand, atHand, type TreatmentDeps } from './treatment-at-hand.ts';

/**
 * A treatment of a patient whom the clinician treats at her unit, to be read. Foreign and absent look the same; the
 * gate of the same transaction asks once more before anything leaves.
 */
export async function treatmentAtUnit(
  deps: TreatmentDeps,
  tx: TenantTx,
  ask: Pick<Ask, 'actor' | 'realNow'>,
  treatmentId: string,
): Promise<AtHand | undefined> {
  const { personId, unitId } = ask.actor;
  const row = unitId === null ? undefined : await findAtUnit(tx, treatmentId, { personId, unitId });
  return row && atHand(deps, tx, row, ask);
}

/** The same, for an act that changes it. */
export async function treatmentAtUnitLocked(
  deps: TreatmentDeps,
  tx: TenantTx,
  ask: Pick<Ask, 'actor' | 'realNow'>,
  treatmentId: string,
): Promise<AtHand | undefined> {
  const { personId, unitId } = ask.actor;
  const row = unitId === null ? undefined : await lockAtUnit(tx, treatmentId, { personId, unitId });
  return row && atHand(deps, tx, row, ask);
}
