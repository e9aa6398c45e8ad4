import type { ClinicHours } from '@skute/access';
import type { Statement, TenantTx } from '@skute/platform/db';
import type { EpochMs, IsoDate } from '@skute/platform/time';
import { columnsOf } from './columns.ts';
import type { EventKind, StepProgress, TreatmentEvent, TreatmentFacts } from './facts.ts';

/** One treatment with everything that an act needs, as the database gives it. Reasons are sealed. */
export interface TreatmentRow {
  readonly id: string;
  readonly patient_id: string;
  readonly unit_id: string;
  readonly version_id: string;
  readonly responsible_id: string;
  readonly invited_at: Date;
  readonly invitation_days: number;
  readonly starts_on: IsoDate;
  readonly last_active_at: Date | null;
  readonly events: readonly EventRow[] | null;
  readonly progress: readonly (readonly [string, EpochMs, EpochMs | null, boolean])[] | null;
  readonly unit: string;
  readonly time_zone: string;
  readonly opening_hours: ClinicHours['openingHours'];
  readonly holidays: ClinicHours['holidays'];
  readonly clock_ahead_seconds: number;
  readonly country: 'NO' | 'SE';
  readonly responsible_identity: Buffer;
}

/** Number, kind, instant, by, person, about, and the sealed reason in base64. */
type EventRow = readonly [
  number,
  EventKind,
  EpochMs,
  TreatmentEvent['by'],
  string | null,
  string | null,
  string | null,
];

/**
 * Everything in one statement, so that a read costs one round trip and a snapshot never mixes two moments.
 * The unit and the responsible's identity come along: no reply can be made without them, and which they are is only
 * known here.
 */
const load = `
  select t.id, t.patient_id, t.unit_id, t.version_id, t.responsible_id, t.invited_at, t.invitation_days, t.starts_on,
    t.last_active_at,
    (
      select json_agg(
        json_build_array(e.number, e.kind, (extract(epoch from e.at) * 1000)::bigint, e.by_kind, e.by_person, e.about,
          encode(e.reason, 'base64'))
        order by e.number)
      from treatment.event e
      where e.tenant_id = t.tenant_id and e.treatment_id = t.id
    ) as events,
    (
      select json_agg(
        json_build_array(p.step_id, (extract(epoch from p.visited_at) * 1000)::bigint,
          (extract(epoch from p.finished_at) * 1000)::bigint, p.bookmarked))
      from treatment.step_progress p
      where p.tenant_id = t.tenant_id and p.treatment_id = t.id
    ) as progress,
    u.name as unit, u.time_zone, u.opening_hours, u.holidays, u.clock_ahead_seconds, o.country, r.identity as responsible_identity
  from treatment.treatment t
  join access.unit u on u.tenant_id = t.tenant_id and u.id = t.unit_id
  join access.organisation o on o.tenant_id = t.tenant_id
  join identity.sealed_identity r on r.tenant_id = t.tenant_id and r.person_id = t.responsible_id`;

/** The patient's own: the living one, or else the latest. Nothing is shown of one that is purged. */
const ofPatient = `
  where t.tenant_id = $1 and t.patient_id = $2 and t.purged_at is null
  order by t.ended_at is not null, t.invited_at desc
  limit 1`;

/**
 * Only what the clinician treats, at the unit where she does: a relation at one unit opens nothing at another. What a
 * colleague may not see is not found, so that no answer made before the gate can tell it from what isn't there.
 */
const ofClinician = `
  where t.tenant_id = $1 and t.id = $2 and t.unit_id = $3 and t.purged_at is null
    and exists (
      select
      from access.treated a
      where a.tenant_id = t.tenant_id and a.clinician_id = $4 and a.unit_id = t.unit_id and a.patient_id = t.patient_id)`;

/** A clinician at the unit where she works now. */
export interface ClinicianAtUnit {
  readonly personId: string;
  readonly unitId: string;
}

const unended = `
  where t.tenant_id = $1 and t.patient_id = $2 and t.ended_at is null
  order by t.id`;

export async function findOfPatient(tx: TenantTx, patientId: string): Promise<TreatmentRow | undefined> {
  return first(tx, {
    name: 'treatment-of-patient',
    text: load + ofPatient,
    values: [tx.tenantId, patientId],
  });
}

export async function findAtUnit(
  tx: TenantTx,
  id: string,
  { personId, unitId }: ClinicianAtUnit,
): Promise<TreatmentRow | undefined> {
  return first(tx, {
    name: 'treatment-at-unit',
    text: load + ofClinician,
    values: [tx.tenantId, id, unitId, personId],
  });
}

/**
 * As `findOfPatient`, and nobody else changes the treatment until the transaction ends. Two tabs that finish the last
 * two steps of a module at once must not each see the other's step unfinished. The lock is a statement of its own,
 * in the same round trip: a statement that waited for a lock still sees what was before it waited.
 */
export async function lockOfPatient(tx: TenantTx, patientId: string): Promise<TreatmentRow | undefined> {
  tx.send({
    name: 'treatment-lock-of-patient',
    text: `
      select t.id
      from treatment.treatment t ${ofPatient}
      for no key update`,
    values: [tx.tenantId, patientId],
  });
  return findOfPatient(tx, patientId);
}

/** As `findAtUnit`; the second of two clinicians decides on what the first has done. */
export async function lockAtUnit(
  tx: TenantTx,
  id: string,
  clinician: ClinicianAtUnit,
): Promise<TreatmentRow | undefined> {
  tx.send({
    name: 'treatment-lock-at-unit',
    text: `
      select t.id
      from treatment.treatment t ${ofClinician}
      for no key update`,
    values: [tx.tenantId, id, clinician.unitId, clinician.personId],
  });
  return findAtUnit(tx, id, clinician);
}

/**
 * The patient's treatments that no act has ended, locked, for giving one more. Two who invite the same person at once
 * wait for each other here, whatever they give, so that the second sees what the first has given.
 */
export async function lockUnendedOf(tx: TenantTx, patientId: string): Promise<TreatmentRow[]> {
  tx.send({
    name: 'treatment-lock-place',
    text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
    values: [`${tx.tenantId}${patientId}`],
  });
  tx.send({
    name: 'treatment-lock-unended',
    text: `
      select t.id
      from treatment.treatment t ${unended}
      for no key update`,
    values: [tx.tenantId, patientId],
  });
  return unendedOf(tx, patientId);
}

/** What no act has ended may still be over: an invitation lapses and a maintenance runs out by the clock. */
export async function unendedOf(tx: TenantTx, patientId: string): Promise<TreatmentRow[]> {
  return tx.query<TreatmentRow>({
    name: 'treatment-unended',
    text: load + unended,
    values: [tx.tenantId, patientId],
  });
}

/** An event to write, with its reason sealed. */
export type SealedEvent = Omit<TreatmentEvent, 'reason'> & { readonly reason: Buffer | null };

export function insertTreatment(tx: TenantTx, facts: TreatmentFacts): void {
  tx.send({
    name: 'treatment-insert',
    text: `
      insert into treatment.treatment (tenant_id, id, patient_id, unit_id, version_id, responsible_id, invited_at,
        invitation_days, starts_on, event_count)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      tx.tenantId,
      facts.id,
      facts.patientId,
      facts.unitId,
      facts.versionId,
      facts.responsibleId,
      new Date(facts.invitedAt),
      facts.invitationDays,
      facts.startsOn,
      facts.events.length,
    ],
  });
}

/** The columns that lists filter by, as the events have them now. */
export function updateColumns(tx: TenantTx, facts: TreatmentFacts): void {
  const at = columnsOf(facts);
  const instant = (ms: EpochMs | null) => (ms === null ? null : new Date(ms));
  tx.send({
    name: 'treatment-update-columns',
    text: `
      update treatment.treatment
      set accepted_at = $3, paused_at = $4, maintenance_at = $5, ended_at = $6, purged_at = $7, last_active_at = $8,
        event_count = $9
      where tenant_id = $1 and id = $2`,
    values: [
      tx.tenantId,
      facts.id,
      instant(at.acceptedAt),
      instant(at.pausedAt),
      instant(at.maintenanceAt),
      instant(at.endedAt),
      instant(at.purgedAt),
      instant(facts.lastActiveAt),
      facts.events.length,
    ],
  });
}

/** Two who wrote at once would have taken the same number: the key lets one in, and the gateway tries the other again. */
export function insertEvents(tx: TenantTx, treatmentId: string, events: readonly SealedEvent[]): void {
  if (events.length === 0) return;
  tx.send({
    name: 'treatment-insert-events',
    text: `
      insert into treatment.event (tenant_id, treatment_id, number, kind, at, by_kind, by_person, about, reason)
      select $1, $2, e.number, e.kind, e.at, e.by_kind, e.by_person, e.about, e.reason
      from unnest($3::int[], $4::text[], $5::timestamptz[], $6::text[], $7::uuid[], $8::text[], $9::bytea[])
        as e (number, kind, at, by_kind, by_person, about, reason)`,
    values: [
      tx.tenantId,
      treatmentId,
      events.map((event) => event.number),
      events.map((event) => event.kind),
      events.map((event) => new Date(event.at)),
      events.map((event) => event.by),
      events.map((event) => event.byPerson),
      events.map((event) => event.about),
      events.map((event) => event.reason),
    ],
  });
}

/** The first visit and the first finishing stand. */
export function keepProgress(tx: TenantTx, treatmentId: string, step: StepProgress): void {
  tx.send({
    name: 'treatment-keep-progress',
    text: `
      insert into treatment.step_progress as known (tenant_id, treatment_id, step_id, visited_at, finished_at, bookmarked)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (tenant_id, treatment_id, step_id) do update
      set finished_at = coalesce(known.finished_at, excluded.finished_at), bookmarked = excluded.bookmarked`,
    values: [
      tx.tenantId,
      treatmentId,
      step.stepId,
      new Date(step.visitedAt),
      step.finishedAt === null ? null : new Date(step.finishedAt),
      step.bookmarked,
    ],
  });
}

/** Everything of one treatment, at a purge: events, progress and answers go with the row. */
export function deleteTreatment(tx: TenantTx, id: string): void {
  tx.send({
    name: 'treatment-delete',
    text: `delete from treatment.treatment where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, id],
  });
}

/** The facts of a row, with its events as the caller has opened them. */
export function factsOf(
  tenantId: string,
  row: TreatmentRow,
  events: TreatmentFacts['events'],
): TreatmentFacts {
  return {
    id: row.id,
    tenantId,
    patientId: row.patient_id,
    unitId: row.unit_id,
    timeZone: row.time_zone,
    versionId: row.version_id,
    responsibleId: row.responsible_id,
    invitedAt: row.invited_at.getTime(),
    invitationDays: row.invitation_days,
    startsOn: row.starts_on,
    events,
    progress: (row.progress ?? []).map(([stepId, visitedAt, finishedAt, bookmarked]) => ({
      stepId,
      visitedAt,
      finishedAt,
      bookmarked,
    })),
    lastActiveAt: row.last_active_at?.getTime() ?? null,
  };
}

async function first(tx: TenantTx, statement: Statement): Promise<TreatmentRow | undefined> {
  return (await tx.query<TreatmentRow>(statement))[0];
}
