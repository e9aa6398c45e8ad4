import { type KeyStore, type Place, sealText, unsealText } from '@skute/platform/keys';
import type { TreatmentEvent, TreatmentFacts } from './facts.ts';
import type { SealedEvent, TreatmentRow } from './store.ts';

/** Clinicians' words about a patient are sealed with the patient's key, each for its own place. */
export async function sealReasons(
  keys: KeyStore,
  facts: Pick<TreatmentFacts, 'id' | 'tenantId' | 'patientId'>,
  events: readonly TreatmentEvent[],
): Promise<SealedEvent[]> {
  // Most events carry none, and then no key is fetched.
  const key = events.some(({ reason }) => reason !== null)
    ? await keys.get(facts.tenantId, facts.patientId)
    : null;
  return events.map((event) => ({
    ...event,
    reason:
      key === null || event.reason === null
        ? null
        : sealText(key, placeOf(facts, event.number), event.reason),
  }));
}

/** Events with their reasons. When the key is destroyed nobody knows them any more. */
export async function openReasons(
  keys: KeyStore,
  tenantId: string,
  row: TreatmentRow,
): Promise<TreatmentEvent[]> {
  const rows = row.events ?? [];
  const key = rows.some((event) => event[6] !== null) ? await keys.find(tenantId, row.patient_id) : undefined;
  const facts = { id: row.id, tenantId, patientId: row.patient_id };
  return rows.map(([number, kind, at, by, byPerson, about, sealed]) => ({
    number,
    kind,
    at,
    by,
    byPerson,
    about,
    reason:
      key === undefined || sealed === null
        ? null
        : unsealText(key, placeOf(facts, number), Buffer.from(sealed, 'base64')),
  }));
}

function placeOf(
  { id, tenantId, patientId }: Pick<TreatmentFacts, 'id' | 'tenantId' | 'patientId'>,
  number: number,
): Place {
  return {
    tenant: tenantId,
    person: patientId,
    table: 'treatment.event',
    row: `${id} ${number}`,
    field: 'reason',
  };
}
