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
import { answerTo, isRefusal as isNoTreatment, startTreatment } from '@skute/treatment';
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
    const unit = await findUnit(tx, actor.unitId ?? '');
    if (!unit) return notFound;
    const now = unitNow(unit, realNow);
    const today = dateIn(unit.timeZone, now);
    if (body.startsOn < today || daysBetween(today, body.startsOn) > longestWaitDays) {
      return { refused: 'start-date-out-of-range', status: 422 };
    }
    const versions = await versionsOf(tx);
    if (!versions.some(({ versionId }) => versionId === body.versionId)) {
      return { refused: 'programme-not-here', status: 422 };
    }
    const loaded = await deps.programme(tx, body.versionId);
    const eligible = checkEligibility(loaded.programme.eligibility, body.answers, number.born, body.startsOn);
    if ('refused' in eligible) return { refused: eligible.refused, status: 422, detail: eligible.line };
    const person = await personFor(deps, tx, body, number, realNow);
    if (typeof person !== 'string') return person;

    startCareRelation(tx, {
      id: deps.newId(),
      patientId: person,
      clinicianId: actor.personId,
      unitId: unit.id,
      reason: 'invited',
      from: realNow,
    });
    const treatment = {
      id: deps.newId(),
      patientId: person,
      unitId: unit.id,
      timeZone: unit.timeZone,
      clockAheadSeconds: unit.clockAheadSeconds,
      versionId: body.versionId,
      responsibleId: actor.personId,
      invitationDays: loaded.programme.invitationDays,
      startsOn: body.startsOn,
      answers: eligible.answers.map(({ id, met, reason }) => ({ lineId: id, met, reason: reason ?? null })),
    };
    const started = await startTreatment(tx, deps.keys, treatment, realNow);
    if (isNoTreatment(started)) return answerTo(started.refused);
    const { invitationEndsOn } = started;
    return {
      status: 201,
      about: { patient: person },
      body: { treatmentId: treatment.id, patientId: person, invitationEndsOn },
    };
  };
}

/** The person with the number, made known to the organisation when new. */
async function personFor(
  deps: ClinicDeps,
  tx: TenantTx,
  body: Body,
  number: {
    readonly number: string;
    readonly kind: 'fnr' | 'dnr' | 'personnummer' | 'samordningsnummer';
    readonly born: string;
  },
  now: EpochMs,
): Promise<string | Refusal> {
  const known = await findByNumber(tx, deps.keys, 'patient', number.number);
  if (known !== undefined) return known;
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
  if ('refused' in registered) return registered.personId;
  savePreferencesOf(tx, registered.id, {
    language: body.language,
    textSize: 'md',
    theme: 'auto',
    welcomed: false,
  });
  return registered.id;
}
