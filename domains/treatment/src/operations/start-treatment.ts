import { unitNow } from '@skute/access';
import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { dateIn, type EpochMs, type IsoDate } from '@skute/platform/time';
import { type EligibilityAnswer, insertAnswers } from '../eligibility-store.ts';
import { lastNumber, type NewEvent, type TreatmentFacts, withEvents } from '../facts.ts';
import { invitationEndsOn, type Life, lifeAt, lives } from '../life-cycle.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { sealReasons } from '../reasons.ts';
import { insertEvents, insertTreatment, lockUnendedOf, updateColumns } from '../store.ts';
import { lifeOfRow } from './lives-at.ts';

export interface NewTreatment {
  readonly id: string;
  readonly patientId: string;
  readonly unitId: string;
  readonly timeZone: string;
  /** The unit's present is ahead of real time by this, in practice mode. */
  readonly clockAheadSeconds: number;
  readonly versionId: string;
  /** The clinician who invites, and who is responsible from then on. */
  readonly responsibleId: string;
  /** The programme's. */
  readonly invitationDays: number;
  readonly startsOn: IsoDate;
  readonly answers: readonly EligibilityAnswer[];
}

export interface Started {
  readonly facts: TreatmentFacts;
  readonly invitationEndsOn: IsoDate;
}

/**
 * Gives a patient a programme: the treatment begins as an invitation. A patient has one living treatment. The caller has checked the eligibility list and
 * makes the care relation in the same transaction; the patient has a key.
 */
export async function startTreatment(
  tx: TenantTx,
  keys: KeyStore,
  treatment: NewTreatment,
  realNow: EpochMs,
): Promise<Started | Refusal> {
  const { patientId, responsibleId } = treatment;
  const before = (await lockUnendedOf(tx, patientId)).map((row) => lifeOfRow(tx.tenantId, row, realNow));
  if (before.some(({ status }) => lives(status))) return refuse('has-treatment');
  for (const life of before) await writeEnd(tx, keys, life, responsibleId);
  return startFirstTreatment(tx, keys, treatment, realNow);
}

/** The same for somebody registered in this very transaction: nobody else can know of them yet, so nothing is waited for. */
export async function startFirstTreatment(
  tx: TenantTx,
  keys: KeyStore,
  treatment: NewTreatment,
  realNow: EpochMs,
): Promise<Started> {
  const { id, patientId, answers } = treatment;
  const now = unitNow(treatment, realNow);
  const facts = invited(tx.tenantId, treatment, now);
  insertTreatment(tx, facts);
  insertEvents(tx, id, await sealReasons(keys, facts, facts.events));
  await insertAnswers(tx, keys, { treatmentId: id, patientId }, answers);
  return { facts, invitationEndsOn: invitationEndsOn(lifeAt(facts, now)) ?? dateIn(facts.timeZone, now) };
}

/**
 * A lapsed invitation is replaced by the new one. A maintenance that has run out ended then, though no act said so: it
 * is written down as what the clock did.
 */
async function writeEnd(tx: TenantTx, keys: KeyStore, life: Life, person: string): Promise<void> {
  const { facts, now, spans, status } = life;
  const ranOut = status === 'ended' ? spans.findLast((span) => span.status === 'ended') : undefined;
  const end: Omit<NewEvent, 'kind'> = ranOut
    ? { at: ranOut.from, by: 'rule', byPerson: null, about: null, reason: null }
    : { at: now, by: 'clinician', byPerson: person, about: null, reason: null };
  const after = withEvents(facts, [{ ...end, kind: 'ended' }]);
  const added = after.events.filter(({ number }) => number > lastNumber(facts));
  insertEvents(tx, facts.id, await sealReasons(keys, facts, added));
  updateColumns(tx, after);
}

function invited(tenantId: string, treatment: NewTreatment, now: EpochMs): TreatmentFacts {
  const { id, patientId, unitId, timeZone, versionId, responsibleId, invitationDays, startsOn } = treatment;
  return {
    id,
    tenantId,
    patientId,
    unitId,
    timeZone,
    versionId,
    responsibleId,
    invitedAt: now,
    invitationDays,
    startsOn,
    events: [
      {
        number: 1,
        kind: 'invited',
        at: now,
        by: 'clinician',
        byPerson: responsibleId,
        about: null,
        reason: null,
      },
    ],
    progress: [],
    lastActiveAt: null,
  };
}
