import { type Actor, findUnit, notFound, type Operation, unitNow } from '@skute/access';
import { fullName, searchPatients } from '@skute/identity';
import { addDays, dateIn, type EpochMs, type IsoDate, isoInstant } from '@skute/platform/time';
import { type LoadedProgramme, type VersionLine, versionsOf } from '@skute/programmes';
import { stepsInOrder } from '@skute/programmes/rules';
import { dayAt, factsOfRow, type Life, lifeAt } from '@skute/treatment';
import type { z } from 'zod';
import type { findPatients, PatientRow } from '../contract.ts';
import { identityReader, staffName } from '../people.ts';
import { type PatientListQuery, type PatientListRow, patientRows } from '../store.ts';
import type { ClinicDeps } from './deps.ts';

const pageSize = 50;
const inactiveDays = 7;
const endingDays = 30;

/** Patients the clinician treats, newest first, by search or filter. */
export function listPatients(deps: ClinicDeps): Operation<typeof findPatients> {
  return async (tx, { actor, body, realNow }) => {
    const unitId = actor.unitId ?? '';
    const endsSoon = body.filter === 'ends-within-30-days';
    const [unit, among, versions] = await Promise.all([
      findUnit(tx, unitId),
      body.search.trim() === ''
        ? null
        : searchPatients(tx, deps.keys, body.search, dateIn('Europe/Stockholm', realNow)),
      endsSoon ? versionsOf(tx) : [],
    ]);
    if (!unit) return notFound;
    const now = unitNow(unit, realNow);
    const rows = await patientRows(tx, {
      clinicianId: actor.personId,
      unitId,
      among: among === null ? null : [...among],
      ...conditions(body.filter, now),
      startedBefore: endsSoon ? endingIfStartedBy(versions, dateIn(unit.timeZone, now)) : null,
      after: readCursor(body.after),
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const read = identityReader(deps.keys, tx.tenantId);
    const found = await Promise.all(
      page.map(async (row) => {
        const programme = await deps.programme(tx, row.version_id);
        const life = lifeAt(factsOfRow(row, tx.tenantId, unit.timeZone), now);
        if (endsSoon && !nearsItsEnd(dayAt(life), programme)) return [];
        return lineOf({ row, life, programme }, read, actor);
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

interface Listed {
  readonly row: PatientListRow;
  readonly life: Life;
  readonly programme: LoadedProgramme;
}

/** Nothing of a patient whose key is destroyed. */
async function lineOf(
  { row, life, programme }: Listed,
  read: ReturnType<typeof identityReader>,
  actor: Pick<Actor, 'language' | 'personId'>,
): Promise<z.output<typeof PatientRow>[]> {
  const [patient, responsible] = await Promise.all([
    read(row.patient_id, row.identity),
    read(row.responsible_id, row.responsible_identity),
  ]);
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
}

function conditions(
  filter: z.output<typeof findPatients.body>['filter'],
  now: EpochMs,
): Pick<PatientListQuery, 'mine' | 'notAccepted' | 'inactiveSince'> {
  return {
    mine: filter === 'mine',
    notAccepted: filter === 'invited',
    inactiveSince: filter === 'inactive-7-days' ? new Date(now - inactiveDays * 86_400_000) : null,
  };
}

/** Nobody who started later than this is near the end, even in the shortest programme. Pauses are counted afterwards. */
function endingIfStartedBy(versions: readonly VersionLine[], today: IsoDate): IsoDate {
  const shortest = Math.min(...versions.map(({ days }) => days));
  return Number.isFinite(shortest) ? addDays(today, endingDays - shortest) : today;
}

function nearsItsEnd(day: number | null, { programme }: LoadedProgramme): boolean {
  return day !== null && programme.days - day <= endingDays;
}

/** Where a page ended, as the next page's beginning. Holds a time and an opaque id. */
function writeCursor(row: Pick<PatientListRow, 'invited_at' | 'id'>): string {
  return `${row.invited_at.toISOString()}_${row.id}`;
}

/** The contract has seen to its form. */
function readCursor(cursor: string | undefined): PatientListQuery['after'] {
  const [at, id] = cursor?.split('_') ?? [];
  return at !== undefined && id !== undefined ? { invitedAt: new Date(at), id } : null;
}
