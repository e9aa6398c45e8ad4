import { unitNow } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import { presentOf } from '../facts.ts';
import { type Life, lifeAt, lives } from '../life-cycle.ts';
import { factsOf, type TreatmentRow, unendedOf } from '../store.ts';

/** Whether the patient has a treatment that lives now, each by the clock of its own unit. */
export async function livesAt(tx: TenantTx, patientId: string, realNow: EpochMs): Promise<boolean> {
  const rows = await unendedOf(tx, patientId);
  return rows.some((row) => lives(lifeOfRow(tx.tenantId, row, realNow).status));
}

/** The life of a row, at its unit's present. No status depends on reasons, so they stay sealed. */
export function lifeOfRow(tenantId: string, row: TreatmentRow, realNow: EpochMs): Life {
  const events = (row.events ?? []).map(([number, kind, at, by, byPerson, about]) => ({
    number,
    kind,
    at,
    by,
    byPerson,
    about,
    reason: null,
  }));
  const facts = factsOf(tenantId, row, events);
  const unitsNow = unitNow({ clockAheadSeconds: row.clock_ahead_seconds }, realNow);
  return lifeAt(facts, presentOf(facts, unitsNow));
}
