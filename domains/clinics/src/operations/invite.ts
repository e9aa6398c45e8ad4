import {
  findUnit,
  isRefusal,
  notFound,
  type Operation,
  type Refusal,
  savePreferencesOf,
  startCareRelation,
  unitNow,
} from '@skute/access';
import { findByNumber, registerPerson } from '@skute/identity';
import type { TenantTx } from '@skute/platform/db';
import { dateIn, daysBetween, type EpochMs } from '@skute/platform/time';
import { versionsOf } from '@skute/programmes';
import { answerTo, isRefusal as isNoTreatment, startFirstTreatment, startTreatment } from '@skute/treatment';
import type { z } from 'zod';
import type { invite } from '../contract.ts';
import { checkEligibility } from '../eligibility.ts';
import type { ClinicDeps } from './deps.ts';
import { identify } from './identify.ts';

type Body = z.output<typeof invite.body>;

/** Farther ahead than this a start date is more likely a slip of the hand. */
const longestWaitDays = 180;

/** Gives a patient a programme: the list is checked, the person and the care relation are there, the clock starts. */
export function inviteToProgramme(deps: ClinicDeps): Operation<typeof invite> {
  return async (tx, { actor, body, realNow }) => {
    const number = identify(body.number, deps.practice, realNow);
    if (isRefusal(number)) return number;
    const [unit, versions, known] = await Promise.all([
      findUnit(tx, actor.unitId ?? ''),
      versionsOf(tx),
      findByNumber(tx, deps.keys, 'patient', number.number),
    ]);
    if (!unit) return notFound;
    const now = unitNow(unit, realNow);
    const today = dateIn(unit.timeZone, now);
    if (body.startsOn < today || daysBetween(today, body.startsOn) > longestWaitDays) {
      return { refused: 'start-date-out-of-range', status: 422 };
    }
    if (!versions.some(({ versionId }) => versionId === body.versionId)) {
      return { refused: 'programme-not-here', status: 422 };
    }
    const loaded = await deps.programme(tx, body.versionId);
    const eligible = checkEligibility(loaded.programme.eligibility, body.answers, number.born, body.startsOn);
    if ('refused' in eligible) return { refused: eligible.refused, status: 422, detail: eligible.line };
    const person = known ? { id: known, isNew: false } : await register(deps, tx, body, number, realNow);
    if ('refused' in person) return person;

    startCareRelation(tx, {
      id: deps.newId(),
      patientId: person.id,
      clinicianId: actor.personId,
      unitId: unit.id,
      reason: 'invited',
      from: realNow,
    });
    const treatment = {
      id: deps.newId(),
      patientId: person.id,
      unitId: unit.id,
      timeZone: unit.timeZone,
      clockAheadSeconds: unit.clockAheadSeconds,
      versionId: body.versionId,
      responsibleId: actor.personId,
      invitationDays: loaded.programme.invitationDays,
      startsOn: body.startsOn,
      answers: eligible.answers.map(({ id, met, reason }) => ({ lineId: id, met, reason: reason ?? null })),
    };
    const start = person.isNew ? startFirstTreatment : startTreatment;
    const started = await start(tx, deps.keys, treatment, realNow);
    if (isNoTreatment(started)) return answerTo(started.refused);
    const { invitationEndsOn } = started;
    return {
      status: 201,
      about: { patient: person.id },
      body: { treatmentId: treatment.id, patientId: person.id, invitationEndsOn },
    };
  };
}

/** Makes the person with the number known to the organisation. Another clinician may do so in the same moment. */
async function register(
  deps: ClinicDeps,
  tx: TenantTx,
  body: Body,
  number: {
    readonly number: string;
    readonly kind: 'fnr' | 'dnr' | 'personnummer' | 'samordningsnummer';
    readonly born: string;
  },
  now: EpochMs,
): Promise<{ readonly id: string; readonly isNew: boolean } | Refusal> {
  if (body.given === undefined || body.family === undefined) return { refused: 'name-needed', status: 422 };
  const registered = await registerPerson(tx, deps.keys, {
    id: deps.newId(),
    kind: 'patient',
    identity: {
      given: body.given.trim(),
      family: body.family.trim(),
      born: number.born,
      number: number.number,
      numberKind: number.kind,
    },
    now,
  });
  if ('refused' in registered) return { id: registered.personId, isNew: false };
  savePreferencesOf(tx, registered.id, {
    language: body.language,
    textSize: 'md',
    theme: 'auto',
    welcomed: false,
  });
  return { id: registered.id, isNew: true };
}
