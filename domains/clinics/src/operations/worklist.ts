import { type Actor, findUnit, notFound, type Operation, type Unit, unitNow } from '@skute/access';
import { fullName } from '@skute/identity';
import { byUrgency, groupOf, openWork, type Work } from '@skute/flags';
import { addDays, type EpochMs, isoInstant, startOfDay } from '@skute/platform/time';
import type { LoadedProgramme } from '@skute/programmes';
import { dayAt, factsOfRow, invitationEndsOn, lifeAt, type Life } from '@skute/treatment';
import type { z } from 'zod';
import type { getWorklist, WorklistRow } from '../contract.ts';
import { identityReader, staffName } from '../people.ts';
import { lapsingDays, raisedIn } from '../raised.ts';
import { type CaseRow, handlingsOf, worklistRows } from '../store.ts';
import type { ClinicDeps } from './deps.ts';

type Row = z.output<typeof WorklistRow>;

interface Case {
  readonly row: CaseRow;
  readonly life: Life;
  readonly programme: LoadedProgramme;
  readonly work: Work[];
}

/** The clinic's list: computed from the facts at the unit's present each time it is asked for. */
export function showWorklist(deps: ClinicDeps): Operation<typeof getWorklist> {
  return async (tx, { actor, query, realNow }) => {
    const unitId = actor.unitId ?? '';
    const [unit, rows] = await Promise.all([findUnit(tx, unitId), worklistRows(tx, actor.personId, unitId)]);
    if (!unit) return notFound;
    const now = unitNow(unit, realNow);
    const cases = casesOf(rows, await programmesOf(deps, tx, rows), { actor, unit, now });
    const withWork = cases.filter(({ work }) => work.length > 0);
    const mine = withWork.filter(({ row }) => row.responsible_id === actor.personId);
    const shown = (query.split === 'mine' ? mine : withWork).toSorted((a, b) => byUrgency(a.work, b.work));
    const read = identityReader(deps.keys, tx.tenantId);
    const lines = (await Promise.all(shown.map((one) => lineOf(one, read, { actor, unit, now })))).flat();
    return {
      status: 200,
      about: { patients: lines.map((line) => line.patientId) },
      body: {
        now: isoInstant(now),
        timeZone: unit.timeZone,
        rows: lines,
        nextDueAt: nextDue(cases, unit.timeZone, now),
        counts: { mine: mine.length, all: withWork.length },
      },
    };
  };
}

/** Who looks, where and when. */
interface View {
  readonly actor: Pick<Actor, 'language' | 'personId' | 'tenantId'>;
  readonly unit: Unit;
  readonly now: EpochMs;
}

function casesOf(
  rows: readonly CaseRow[],
  programmes: ReadonlyMap<string, LoadedProgramme>,
  { actor, unit, now }: View,
): Case[] {
  return rows.flatMap((row) => {
    const programme = programmes.get(row.version_id);
    if (!programme) return [];
    const life = lifeAt(factsOfRow(row, actor.tenantId, unit.timeZone), now);
    const work = openWork(raisedIn(life, programme, actor.language), handlingsOf(row), unit, now);
    return [{ row, life, programme, work }];
  });
}

/** Nothing of a patient whose key is destroyed. */
async function lineOf(
  { row, life, programme, work }: Case,
  read: ReturnType<typeof identityReader>,
  { actor, unit, now }: View,
): Promise<Row[]> {
  const [patient, responsible] = await Promise.all([
    read(row.patient_id, row.identity),
    read(row.responsible_id, row.responsible_identity),
  ]);
  if (!patient) return [];
  const line: Row = {
    treatmentId: row.id,
    patientId: row.patient_id,
    name: fullName(patient),
    born: patient.born,
    programme: programme.texts([actor.language]).programme.title,
    status: life.status,
    day: dayAt(life),
    lastActiveAt: row.last_active_at ? isoInstant(row.last_active_at.getTime()) : null,
    responsible: staffName(responsible),
    mine: row.responsible_id === actor.personId,
    work: work.map(workView),
    group: groupOf(work, unit, now),
  };
  return [line];
}

export function workView(work: Work): Row['work'][number] {
  return {
    kind: work.kind,
    occurrence: work.occurrence,
    because: work.because,
    since: isoInstant(work.since),
    dueAt: isoInstant(work.dueAt),
    proposal: work.proposal,
  };
}

async function programmesOf(
  deps: ClinicDeps,
  tx: Parameters<typeof worklistRows>[0],
  rows: readonly CaseRow[],
) {
  const ids = [...new Set(rows.map((row) => row.version_id))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await deps.programme(tx, id)] as const)));
}

/** The next thing that is known to come: work put off, or an invitation that nears its end. */
function nextDue(cases: readonly Case[], timeZone: string, now: EpochMs): string | null {
  const coming = cases.flatMap(({ life, work }) => [
    ...work.flatMap(({ laterUntil }) => (laterUntil ? [startOfDay(timeZone, laterUntil)] : [])),
    ...(work.length === 0 ? invitationNears(life, timeZone) : []),
  ]);
  const next = Math.min(...coming.filter((at) => at > now));
  return Number.isFinite(next) ? isoInstant(next) : null;
}

/** When an invitation, as it was last renewed, begins to ask for a call. */
function invitationNears(life: Life, timeZone: string): EpochMs[] {
  const endsOn = life.status === 'invited' ? invitationEndsOn(life) : null;
  return endsOn === null ? [] : [startOfDay(timeZone, addDays(endsOn, 1 - lapsingDays))];
}
