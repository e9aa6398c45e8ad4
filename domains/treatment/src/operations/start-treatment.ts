import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { dateIn, type EpochMs, type IsoDate } from '@skute/platform/time';
import { type EligibilityAnswer, insertAnswers } from '../eligibility-store.ts';
import type { TreatmentFacts } from '../facts.ts';
import { invitationEndsOn, lifeAt } from '../life-cycle.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { openReasons, sealReasons } from '../reasons.ts';
import { factsOf, insertEvents, insertTreatment, lockPlaceInVersion, markEnded } from '../store.ts';

export interface NewTreatment {
  readonly id: string;
  readonly patientId: string;
  readonly unitId: string;
  readonly timeZone: string;
  readonly versionId: string;
  /** The clinician who invites, and who is responsible from then on. */
  readonly responsibleId: string;
  /** The programme's. */
  readonly invitationDays: number;
  readonly startsOn: IsoDate;
  readonly answers: readonly EligibilityAnswer[];
}

/**
 * Gives a patient a programme: the treatment begins as an invitation. The caller has checked the eligibility list and
 * makes the care relation in the same transaction; the patient has a key.
 */
export async function startTreatment(
  tx: TenantTx,
  keys: KeyStore,
  treatment: NewTreatment,
  now: EpochMs,
): Promise<{ readonly facts: TreatmentFacts; readonly invitationEndsOn: IsoDate } | Refusal> {
  const { id, patientId, versionId, answers } = treatment;
  const refusal = await takePlace(tx, keys, patientId, versionId, now);
  if (refusal) return refusal;
  const facts = invited(tx.tenantId, treatment, now);
  insertTreatment(tx, facts);
  insertEvents(tx, id, await sealReasons(keys, facts, facts.events));
  await insertAnswers(tx, keys, { treatmentId: id, patientId }, answers);
  return { facts, invitationEndsOn: invitationEndsOn(lifeAt(facts, now)) ?? dateIn(facts.timeZone, now) };
}

/**
 * A patient has one living treatment in a version; a lapsed invitation is renewed and not given twice. A maintenance
 * that has run out is over, though no act has said so: that is written down now, to make room.
 */
async function takePlace(
  tx: TenantTx,
  keys: KeyStore,
  patientId: string,
  versionId: string,
  now: EpochMs,
): Promise<Refusal | null> {
  const row = await lockPlaceInVersion(tx, patientId, versionId);
  if (!row) return null;
  const { status, spans } = lifeAt(factsOf(tx.tenantId, row, await openReasons(keys, tx.tenantId, row)), now);
  const ended = status === 'ended' ? spans.findLast((span) => span.status === 'ended') : undefined;
  if (!ended) return refuse('already-in-programme');
  markEnded(tx, row.id, ended.from);
  return null;
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
