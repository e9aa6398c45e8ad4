/** Treatments with their events, progress and answers, in bulk. */
import { startCareRelation } from '@skute/access';
import { sealAnswers } from '@skute/treatment';
import { inTenant, type TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import { type Clinic, type SeedParts, tenantId } from './clinic.ts';
import { sentBy } from './asked.ts';
import { dayMs } from './courses.ts';
import type { Patient } from './patients.ts';
import { idFrom } from './random.ts';

const inOneTransaction = 500;
const eligibilityLines = ['adult', 'ibs-confirmed', 'no-eating-disorder', 'no-red-flags', 'reads-language'];

export async function seedTreatments(
  parts: SeedParts,
  clinic: Clinic,
  patients: readonly Patient[],
): Promise<void> {
  for (let from = 0; from < patients.length; from += inOneTransaction) {
    const some = patients.slice(from, from + inOneTransaction);
    await inTenant(parts.database.pool, tenantId, async (tx) => {
      insertTreatments(tx, clinic, some);
      insertEvents(tx, some);
      insertProgress(tx, clinic, some);
      await insertAnswers(parts, tx, some);
      insertHandlings(tx, some);
      for (const { id, clinician, course } of some) {
        startCareRelation(tx, {
          id: idFrom(parts.random),
          patientId: id,
          clinicianId: clinician.id,
          unitId: clinician.unitId,
          reason: 'invited',
          from: course.invitedAt,
        });
      }
    });
  }
}

type Cell = string | number | boolean | Date | null | Buffer;

/** Inserts rows given as columns with their types: `{ id: ['uuid', […]] }`. */
function insertColumns(
  tx: TenantTx,
  table: string,
  columns: Readonly<Record<string, readonly [string, readonly Cell[]]>>,
): void {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(([type], i) => `$${i + 2}::${type}[]`);
  tx.send({
    name: `bench-insert-${table}`,
    text: `insert into ${table} (tenant_id, ${names.join(', ')})
           select $1, ${names.map((name) => `r.${name}`).join(', ')}
           from unnest(${arrays.join(', ')}) as r (${names.join(', ')})`,
    values: [tenantId, ...Object.values(columns).map(([, values]) => values)],
  });
}

const date = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at));

function insertTreatments(tx: TenantTx, clinic: Clinic, some: readonly Patient[]): void {
  insertColumns(tx, 'treatment.treatment', {
    id: ['uuid', some.map(({ treatmentId }) => treatmentId)],
    patient_id: ['uuid', some.map(({ id }) => id)],
    unit_id: ['uuid', some.map(({ clinician }) => clinician.unitId)],
    version_id: ['uuid', some.map(() => clinic.versionId)],
    responsible_id: ['uuid', some.map(({ clinician }) => clinician.id)],
    invited_at: ['timestamptz', some.map(({ course }) => date(course.invitedAt))],
    invitation_days: ['int', some.map(() => 14)],
    starts_on: ['date', some.map(({ course }) => new Date(course.invitedAt).toISOString().slice(0, 10))],
    accepted_at: ['timestamptz', some.map(({ course }) => date(course.acceptedAt))],
    paused_at: ['timestamptz', some.map(({ course }) => date(course.pausedAt))],
    last_active_at: ['timestamptz', some.map(({ course }) => date(course.lastActiveAt))],
    event_count: ['int', some.map((patient) => eventsOf(patient).length)],
  });
}

/** Kind, instant, by, person, about. */
type Event = readonly [string, EpochMs, string, string | null, string | null];

function eventsOf({ id, clinician, course }: Patient): Event[] {
  const { acceptedAt, pausedAt } = course;
  const events: Event[] = [['invited', course.invitedAt, 'clinician', clinician.id, null]];
  if (acceptedAt !== null) events.push(['accepted', acceptedAt, 'patient', id, null]);
  for (const { formId, key, at } of sentBy(course)) {
    events.push(['form-answered', at, 'patient', id, `${key}/${formId}`]);
  }
  for (const module of course.openedByHand) {
    events.push(['module-opened', (acceptedAt ?? 0) + dayMs, 'clinician', clinician.id, module]);
  }
  if (pausedAt !== null) events.push(['paused', pausedAt, 'clinician', clinician.id, null]);
  return events.toSorted((a, b) => a[1] - b[1]);
}

function insertEvents(tx: TenantTx, some: readonly Patient[]): void {
  const rows = some.flatMap((patient) =>
    eventsOf(patient).map((event, i) => ({ treatmentId: patient.treatmentId, number: i + 1, event })),
  );
  insertColumns(tx, 'treatment.event', {
    treatment_id: ['uuid', rows.map(({ treatmentId }) => treatmentId)],
    number: ['int', rows.map(({ number }) => number)],
    kind: ['text', rows.map(({ event }) => event[0])],
    at: ['timestamptz', rows.map(({ event }) => date(event[1]))],
    by_kind: ['text', rows.map(({ event }) => event[2])],
    by_person: ['uuid', rows.map(({ event }) => event[3])],
    about: ['text', rows.map(({ event }) => event[4])],
  });
}

/** Steps done, spread evenly from the acceptance to the last day of activity. */
function insertProgress(tx: TenantTx, clinic: Clinic, some: readonly Patient[]): void {
  const rows = some.flatMap(({ treatmentId, course }) => {
    const visited = course.finished + (course.begun ? 1 : 0);
    const [from, to] = [course.acceptedAt ?? 0, course.lastActiveAt ?? 0];
    return clinic.steps.slice(0, visited).map((stepId, i) => {
      const at = from + ((to - from) * (i + 1)) / visited;
      return { treatmentId, stepId, at, finishedAt: i < course.finished ? at : null };
    });
  });
  insertColumns(tx, 'treatment.step_progress', {
    treatment_id: ['uuid', rows.map(({ treatmentId }) => treatmentId)],
    step_id: ['text', rows.map(({ stepId }) => stepId)],
    visited_at: ['timestamptz', rows.map(({ at }) => date(at))],
    finished_at: ['timestamptz', rows.map(({ finishedAt }) => date(finishedAt))],
    bookmarked: ['bool', rows.map((_, i) => i % 17 === 0)],
  });
}

async function insertAnswers(parts: SeedParts, tx: TenantTx, some: readonly Patient[]): Promise<void> {
  const answers = eligibilityLines.map((lineId) => ({ lineId, met: true, reason: null }));
  const sealed = await Promise.all(
    some.map(({ id, treatmentId }) =>
      sealAnswers(parts.keys, tenantId, { treatmentId, patientId: id }, answers),
    ),
  );
  insertColumns(tx, 'treatment.eligibility', {
    treatment_id: ['uuid', some.map(({ treatmentId }) => treatmentId)],
    answers: ['bytea', sealed],
  });
}

/** One in five has had a call about an earlier silence. */
function insertHandlings(tx: TenantTx, some: readonly Patient[]): void {
  const rows = some.filter(({ course }, i) => course.acceptedAt !== null && i % 5 === 0);
  insertColumns(tx, 'flags.handling', {
    treatment_id: ['uuid', rows.map(({ treatmentId }) => treatmentId)],
    number: ['int', rows.map(() => 1)],
    kind: ['text', rows.map(() => 'no-activity')],
    occurrence: ['text', rows.map(({ course }) => `silence@${date(course.acceptedAt)?.toISOString()}`)],
    outcome: ['text', rows.map(() => 'done')],
    by_person: ['uuid', rows.map(({ clinician }) => clinician.id)],
    at: ['timestamptz', rows.map(({ course }) => date(course.acceptedAt))],
  });
}
