import { findPreferences, findUnit, notFound, type Operation } from '@skute/access';
import { fullName, identitiesOf, type Identity, identityOf } from '@skute/identity';
import { latestHandlings, openWork, placeOfNote } from '@skute/flags';
import type { TenantTx } from '@skute/platform/db';
import { unsealText } from '@skute/platform/keys';
import { addDays, ageOn, dateIn, type EpochMs, isoInstant } from '@skute/platform/time';
import type { LoadedProgramme } from '@skute/programmes';
import { stepsInOrder } from '@skute/programmes/rules';
import {
  becauseOf,
  dayAt,
  eligibilityAnswers,
  invitationEndsOn,
  nextStep,
  openingsSince,
  treatmentAtUnit,
  type AtHand,
  stepStatus,
} from '@skute/treatment';
import type { z } from 'zod';
import { FlagKind, type getPatientPage, type PatientPage } from '../contract.ts';
import { staffName } from '../people.ts';
import { raisedIn } from '../raised.ts';
import { handlingsOf, patientPageRow } from '../store.ts';
import type { ClinicDeps } from './deps.ts';
import { workView } from './worklist.ts';

type Page = z.output<typeof PatientPage>;

const handledShown = 20;

/** One patient's treatment at a glance. Without a care relation it is as if it were not there. */
export function showPatient(deps: ClinicDeps): Operation<typeof getPatientPage> {
  return async (tx, ask) => {
    const { actor, params } = ask;
    const unitId = actor.unitId ?? '';
    const [found, row, unit, done] = await Promise.all([
      treatmentAtUnit(deps, tx, ask, params.treatmentId),
      patientPageRow(tx, params.treatmentId, actor.personId, unitId),
      findUnit(tx, unitId),
      latestHandlings(tx, params.treatmentId, handledShown),
    ]);
    if (!found || !row || !unit) return notFound;
    const { course } = found;
    const { facts } = course;
    const loaded = await deps.programme(tx, facts.versionId);
    const [identity, answers, preferences, handled] = await Promise.all([
      identityOf(deps.keys, tx.tenantId, { id: facts.patientId, identity: row.identity }),
      eligibilityAnswers(tx, deps.keys, { treatmentId: facts.id, patientId: facts.patientId }),
      findPreferences(tx, facts.patientId),
      handledView(deps, tx, facts, done),
    ]);
    if (!identity) return notFound;
    const texts = loaded.texts([actor.language]);
    const raised = raisedIn(course, loaded, actor.language);
    const body: Page = {
      ...personView(found, identity),
      language: preferences?.language ?? (found.clinic.country === 'SE' ? 'sv' : 'nb'),
      responsible: found.clinic.clinician,
      relation: { from: isoInstant(row.relation_from.getTime()), reason: row.relation_reason },
      programme: texts.programme.title,
      example: loaded.programme.status === 'example',
      ...courseView(found),
      ...progressOf(found, loaded),
      work: openWork(raised, handlingsOf(row), unit, course.now).map(workView),
      handled,
      opened: openedView(found, texts),
      eligibility: eligibilityView(loaded, texts, answers),
    };
    return { status: 200, about: { patient: facts.patientId }, body };
  };
}

function personView(
  { course: { facts, now } }: AtHand,
  identity: Identity,
): Pick<Page, 'patientId' | 'name' | 'born' | 'age' | 'numberEnds'> {
  return {
    patientId: facts.patientId,
    name: fullName(identity),
    born: identity.born,
    age: ageOn(identity.born, dateIn(facts.timeZone, now)),
    numberEnds: identity.number.slice(-5),
  };
}

type CourseParts =
  | 'treatmentId'
  | 'status'
  | 'startsOn'
  | 'day'
  | 'daysLeft'
  | 'invitationEndsOn'
  | 'lastActiveAt'
  | 'week'
  | 'now'
  | 'timeZone';

function courseView(found: AtHand): Pick<Page, CourseParts> {
  const { course } = found;
  const { facts } = course;
  const day = dayAt(course);
  return {
    treatmentId: facts.id,
    status: course.status,
    startsOn: facts.startsOn,
    day,
    // The clinic's only; nothing closes at zero.
    daysLeft: day === null ? null : Math.max(0, course.programme.days - day),
    invitationEndsOn: invitationEndsOn(course),
    lastActiveAt: facts.lastActiveAt === null ? null : isoInstant(facts.lastActiveAt),
    week: weekOf(found, course.now),
    now: isoInstant(course.now),
    timeZone: facts.timeZone,
  };
}

type Texts = ReturnType<LoadedProgramme['texts']>;

function openedView(found: AtHand, texts: Texts): Page['opened'] {
  return openingsSince(found.course, 0).flatMap((opening) => {
    const because = becauseOf(found, opening.why);
    return because ? [{ title: texts.modules[opening.moduleId]?.title ?? '', because }] : [];
  });
}

function eligibilityView(
  { programme }: LoadedProgramme,
  texts: Texts,
  answers: Awaited<ReturnType<typeof eligibilityAnswers>>,
): Page['eligibility'] {
  return programme.eligibility.map((line) => {
    const answer = answers.find(({ lineId }) => lineId === line.id);
    return {
      question: texts.eligibility[line.id]?.question ?? '',
      met: answer?.met ?? false,
      overrideReason: answer?.reason ?? null,
    };
  });
}

/** With the notes opened, and who wrote them by name. */
async function handledView(
  { keys }: ClinicDeps,
  tx: TenantTx,
  { id: treatmentId, patientId }: { readonly id: string; readonly patientId: string },
  done: Awaited<ReturnType<typeof latestHandlings>>,
): Promise<Page['handled']> {
  if (done.length === 0) return [];
  const [key, people] = await Promise.all([
    keys.get(tx.tenantId, patientId),
    identitiesOf(tx, keys, [...new Set(done.map(({ byPerson }) => byPerson))]),
  ]);
  return done.map(({ at, kind, outcome, until, note, byPerson }) => {
    const place = placeOfNote({ tenant: tx.tenantId, patient: patientId, treatmentId, at: at.getTime() });
    return {
      at: isoInstant(at.getTime()),
      kind: FlagKind.parse(kind),
      outcome,
      until,
      note: note && unsealText(key, place, note),
      by: staffName(people.get(byPerson)),
    };
  });
}

function progressOf(
  { course, language }: AtHand,
  loaded: LoadedProgramme,
): Pick<Page, 'finishedSteps' | 'steps' | 'current'> {
  const visible = stepsInOrder(loaded.programme).filter(({ step }) => !course.steps.get(step.id)?.hidden);
  const next = nextStep(course);
  const place = visible.find(({ step }) => step.id === next);
  return {
    finishedSteps: visible.filter(({ step }) => stepStatus(course, step.id) === 'finished').length,
    steps: visible.length,
    current: place
      ? {
          module: loaded.texts([language]).modules[place.module.id]?.title ?? '',
          step: loaded.heading(place.step.id, [language])?.title ?? '',
        }
      : null,
  };
}

/** The last seven days, oldest first: first visits and steps finished on each. */
function weekOf({ course }: AtHand, now: EpochMs): Page['week'] {
  const zone = course.facts.timeZone;
  const today = dateIn(zone, now);
  const on = (at: EpochMs | null, date: string): boolean => at !== null && dateIn(zone, at) === date;
  return [6, 5, 4, 3, 2, 1, 0].map((back) => {
    const date = addDays(today, -back);
    return {
      date,
      visited: course.facts.progress.filter(({ visitedAt }) => on(visitedAt, date)).length,
      finished: course.facts.progress.filter(({ finishedAt }) => on(finishedAt, date)).length,
    };
  });
}
