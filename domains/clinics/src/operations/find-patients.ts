import { findUnit, notFound, type Operation, unitNow } from '@skute/access';
import { fullName, searchPatients } from '@skute/identity';
import { addDays, dateIn, isoInstant } from '@skute/platform/time';
import { stepsInOrder } from '@skute/programmes/rules';
import { dayAt, factsOfRow, lifeAt } from '@skute/treatment';
import type { z } from 'zod';
import type { findPatients, PatientRow } from '../contract.ts';
import { identityReader, staffName } from '../people.ts';
import { type PatientListQuery, type PatientListRow, patientRows } from '../store.ts';
import type { ClinicDeps } from './deps.ts';

const pageSize = 50;
const inactiveDays = 7;
/** Treatments that end within thirty days began this many days ago or more, at the recommended length. */
const endingAfterDays = 182 - 30;

/** Patients the clinician treats, newest first, by search or filter. */
export function listPatients(deps: ClinicDeps): Operation<typeof findPatients> {
  return async (tx, { actor, body, realNow }) => {
    const unitId = actor.unitId ?? '';
    const [unit, among] = await Promise.all([
      findUnit(tx, unitId),
      body.search.trim() === '' ? null : searchPatients(tx, deps.keys, body.search),
    ]);
    if (!unit) return notFound;
    const now = unitNow(unit, realNow);
    const rows = await patientRows(tx, {
      clinicianId: actor.personId,
      unitId,
      among: among === null ? null : [...among],
      ...conditions(body.filter, now, unit.timeZone),
      after: readCursor(body.after),
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const readIdentity = identityReader(deps.keys, tx.tenantId);
    const found = await Promise.all(
      page.map(async (row): Promise<z.output<typeof PatientRow>[]> => {
        const [patient, responsible, programme] = await Promise.all([
          readIdentity(row.patient_id, row.identity),
          readIdentity(row.responsible_id, row.responsible_identity),
          deps.programme(tx, row.version_id),
        ]);
        const life = lifeAt(factsOfRow(row, tx.tenantId, unit.timeZone), now);
        if (!patient) return [];
        const line = {
          patientId: row.patient_id,
          treatmentId: row.id,
          name: fullName(patient),
          born: patient.born,
          programme: programme.texts([actor.language]).programme.title,
          status: life.status,
          day: dayAt(life),
          lastActiveAt: row.last_active_at ? isoInstant(row.last_active_at.getTime()) : null,
          finishedSteps: row.finished_steps,
          steps: stepsInOrder(programme.programme).filter(({ step }) => !step.hidden).length,
          responsible: staffName(responsible),
          mine: row.responsible_id === actor.personId,
        };
        return [line];
      }),
    );
    const lines = found.flat();
    const last = page.at(-1);
    return {
      status: 200,
      about: { patients: lines.map((line) => line.patientId) },
      body: { rows: lines, after: rows.length > pageSize && last ? writeCursor(last) : null },
    };
  };
}

function conditions(
  filter: z.output<typeof findPatients.body>['filter'],
  now: number,
  timeZone: string,
): Pick<PatientListQuery, 'mine' | 'notAccepted' | 'inactiveSince' | 'startedBefore'> {
  const today = dateIn(timeZone, now);
  return {
    mine: filter === 'mine',
    notAccepted: filter === 'invited',
    inactiveSince: filter === 'inactive-7-days' ? new Date(now - inactiveDays * 86_400_000) : null,
    startedBefore: filter === 'ends-within-30-days' ? addDays(today, -endingAfterDays) : null,
  };
}

/** Where a page ended, as the next page's beginning. Holds a time and an opaque id. */
function writeCursor(row: Pick<PatientListRow, 'invited_at' | 'id'>): string {
  return `${row.invited_at.toISOString()}_${row.id}`;
}

function readCursor(cursor: string | undefined): PatientListQuery['after'] {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] && match[2] ? { invitedAt: new Date(match[1]), id: match[2] } : null;
}
