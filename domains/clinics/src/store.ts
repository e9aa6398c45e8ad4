import type { TenantTx } from '@skute/platform/db';
import type { Handling } from '@skute/flags';
import { caseloadColumns, type CaseloadRow } from '@skute/treatment';

/** One treatment of the caseload, with sealed identities and what was done about its work. */
export interface CaseRow extends CaseloadRow {
  readonly identity: Buffer;
  readonly responsible_identity: Buffer;
  readonly handled: readonly (readonly [string, string, Handling['outcome'], string | null])[] | null;
}

export function handlingsOf({ handled }: Pick<CaseRow, 'handled'>): Handling[] {
  return (handled ?? []).map(([kind, occurrence, outcome, until]) => ({ kind, occurrence, outcome, until }));
}

/**
 * The most treatments that the worklist looks at, several times what a clinician has: those who have begun first, then
 * the newest invitations. Whoever has more finds the rest, invitations that lapsed long ago, by searching.
 */
const longestList = 2_000;

/** The living treatments of those the clinician treats at the unit. One statement, whatever their number. */
export async function worklistRows(tx: TenantTx, clinicianId: string, unitId: string): Promise<CaseRow[]> {
  return tx.query<CaseRow>({
    name: 'clinics-worklist',
    text: `
      select ${caseloadColumns}, p.identity, r.identity as responsible_identity,
        (
          select json_agg(json_build_array(h.kind, h.occurrence, h.outcome, h.until))
          from flags.handled h
          where h.tenant_id = c.tenant_id and h.treatment_id = c.id
        ) as handled
      from access.treated a
      join treatment.caseload c on c.tenant_id = a.tenant_id and c.patient_id = a.patient_id and c.unit_id = a.unit_id
      join identity.sealed_identity p on p.tenant_id = c.tenant_id and p.person_id = c.patient_id
      join identity.sealed_identity r on r.tenant_id = c.tenant_id and r.person_id = c.responsible_id
      where a.tenant_id = $1 and a.clinician_id = $2 and a.unit_id = $3 and c.ended_at is null
      order by c.last_active_at is null, c.invited_at desc, c.id
      limit ${longestList}`,
    values: [tx.tenantId, clinicianId, unitId],
  });
}

export interface PatientListRow extends Omit<CaseRow, 'handled'> {
  readonly finished_steps: number;
}

export interface PatientListQuery {
  readonly clinicianId: string;
  readonly unitId: string;
  /** Only these persons, when the list comes from a search. */
  readonly among: readonly string[] | null;
  readonly mine: boolean;
  readonly notAccepted: boolean;
  readonly inactiveSince: Date | null;
  readonly startedBefore: string | null;
  /** The last row of the page before: newest first. */
  readonly after: { readonly invitedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function patientRows(tx: TenantTx, query: PatientListQuery): Promise<PatientListRow[]> {
  return tx.query<PatientListRow>({
    name: 'clinics-patients',
    text: `
      select ${caseloadColumns}, c.finished_steps, p.identity, r.identity as responsible_identity
      from access.treated a
      join treatment.caseload c on c.tenant_id = a.tenant_id and c.patient_id = a.patient_id and c.unit_id = a.unit_id
      join identity.sealed_identity p on p.tenant_id = c.tenant_id and p.person_id = c.patient_id
      join identity.sealed_identity r on r.tenant_id = c.tenant_id and r.person_id = c.responsible_id
      where a.tenant_id = $1 and a.clinician_id = $2 and a.unit_id = $3
        and ($4::uuid[] is null or c.patient_id = any ($4))
        and (not $5 or c.responsible_id = $2)
        and (not $6 or c.last_active_at is null)
        and ($7::timestamptz is null or c.last_active_at < $7)
        and ($8::date is null or (c.ended_at is null and c.starts_on <= $8))
        and ($9::timestamptz is null or (c.invited_at, c.id) < ($9, $10::uuid))
      order by c.invited_at desc, c.id desc
      limit $11`,
    values: [
      tx.tenantId,
      query.clinicianId,
      query.unitId,
      query.among,
      query.mine,
      query.notAccepted,
      query.inactiveSince,
      query.startedBefore,
      query.after?.invitedAt ?? null,
      query.after?.id ?? null,
      query.limit,
    ],
  });
}

export interface PatientPageRow {
  readonly identity: Buffer;
  readonly relation_from: Date;
  readonly relation_reason: string;
  readonly handled: CaseRow['handled'];
}

/** What the patient page shows beside the treatment itself. Absent where there is no care relation. */
export async function patientPageRow(
  tx: TenantTx,
  treatmentId: string,
  clinicianId: string,
  unitId: string,
): Promise<PatientPageRow | undefined> {
  const rows = await tx.query<PatientPageRow>({
    name: 'clinics-patient-page',
    text: `
      select p.identity, a.from_at as relation_from, a.reason as relation_reason,
        (
          select json_agg(json_build_array(h.kind, h.occurrence, h.outcome, h.until))
          from flags.handled h
          where h.tenant_id = c.tenant_id and h.treatment_id = c.id
        ) as handled
      from treatment.caseload c
      join access.treated a on a.tenant_id = c.tenant_id and a.patient_id = c.patient_id and a.unit_id = c.unit_id
      join identity.sealed_identity p on p.tenant_id = c.tenant_id and p.person_id = c.patient_id
      where c.tenant_id = $1 and c.id = $2 and a.clinician_id = $3 and a.unit_id = $4
      limit 1`,
    values: [tx.tenantId, treatmentId, clinicianId, unitId],
  });
  return rows[0];
}
