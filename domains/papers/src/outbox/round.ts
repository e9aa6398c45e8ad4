import { inTenant, type TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { type EpochMs, isoInstant } from '@skute/platform/time';
import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { openPdf, openReceiver } from '../sealed-paper.ts';
import {
  giveUpWaiting,
  lockDone,
  lockWithoutReceipt,
  type Outcome,
  type QueuedRow,
  recordOutcome,
  takeNext,
  withoutReceipt,
} from './outbox-store.ts';
import type { Parcel, WayOut } from './way-out.ts';
import { nextTry, patienceMs } from './when.ts';

export interface OutboxDeps {
  readonly pool: Pool;
  readonly keys: KeyStore;
  readonly wayOut: WayOut;
  /** A failure that will be tried again; for the operator. Nothing of the paper is in it. */
  readonly onProblem?: ((sentence: string, failure: unknown) => void) | undefined;
}

/** No round goes on for ever, however much there is to hand over: receipts wait too. */
const mostInARound = 200;

/** Everything there is to do for one organisation now. Several processes may do so at the same time. */
export async function outboxRound(deps: OutboxDeps, tenantId: string, now: EpochMs): Promise<void> {
  for (let done = 0; done < mostInARound; done += 1) {
    if (!(await handOverNext(deps, tenantId, now))) break;
  }
  await takeReceipts(deps, tenantId, now);
  await takeAwayDone(deps, tenantId);
}

/**
 * One delivery, in a transaction of its own that holds its row: when the process stops before the commit the delivery is
 * still queued, and is handed over again under the same id. False: there is none.
 */
async function handOverNext(deps: OutboxDeps, tenantId: string, now: EpochMs): Promise<boolean> {
  return inTenant(deps.pool, tenantId, async (tx) => {
    const row = await takeNext(tx, now);
    if (!row) return false;
    recordOutcome(tx, row.id, await attempt(deps, tx, row, now), now);
    return true;
  });
}

async function attempt(deps: OutboxDeps, tx: TenantTx, row: QueuedRow, now: EpochMs): Promise<Outcome> {
  const parcel = await parcelOf(deps, tx, row);
  if (!parcel) return { state: 'failed', reason: 'not-readable' };
  try {
    const handedOver = await deps.wayOut.handOver(parcel);
    return handedOver === 'handed-over'
      ? { state: 'delivered' }
      : { state: 'failed', reason: 'unknown-receiver' };
  } catch (failure) {
    deps.onProblem?.(`The delivery ${row.id} could not be handed over.`, failure);
    const nextAt = nextTry({ queuedAt: row.queued_at.getTime(), attempts: row.attempts + 1, now });
    return nextAt === null ? { state: 'failed', reason: 'not-handed-over' } : { state: 'queued', nextAt };
  }
}

/** Undefined when the patient's key is destroyed, or a seal is broken: no attempt will ever help. */
async function parcelOf(deps: OutboxDeps, tx: TenantTx, row: QueuedRow): Promise<Parcel | undefined> {
  const key = await deps.keys.find(tx.tenantId, row.patient_id);
  if (!key) return undefined;
  try {
    return opened(key, tx, row);
  } catch (failure) {
    deps.onProblem?.(`The delivery ${row.id} could not be opened.`, failure);
    return undefined;
  }
}

function opened(key: KeyObject, tx: TenantTx, row: QueuedRow): Parcel {
  const whose = { tenantId: tx.tenantId, patientId: row.patient_id };
  const { herId, organisationNumber } = openReceiver(key, { ...whose, row: row.id }, row.recipient);
  return {
    tenantId: tx.tenantId,
    id: row.id,
    document: row.kind === 'start-note' || row.kind === 'end-note' ? 'note' : 'letter',
    language: row.language,
    sentAt: isoInstant(row.sent_at.getTime()),
    sender: { organisationNumber: row.unit_number },
    recipient: { kind: row.recipient_kind, herId, organisationNumber },
    pdf: openPdf(key, { ...whose, row: row.paper_id }, row.pdf),
  };
}

async function takeReceipts(deps: OutboxDeps, tenantId: string, now: EpochMs): Promise<void> {
  const waiting = await inTenant(deps.pool, tenantId, withoutReceipt);
  const receipts = waiting.length > 0 ? await deps.wayOut.receipts(tenantId, waiting) : [];
  await inTenant(deps.pool, tenantId, async (tx) => {
    const ids = receipts.map(({ id }) => id);
    const open = new Set(ids.length > 0 ? await lockWithoutReceipt(tx, ids) : []);
    for (const { id, said, reference } of receipts.filter((receipt) => open.has(receipt.id))) {
      const outcome: Outcome =
        said === 'acknowledged'
          ? { state: 'acknowledged', receipt: reference }
          : { state: 'failed', reason: 'refused-by-receiver' };
      recordOutcome(tx, id, outcome, now);
    }
    giveUpWaiting(tx, now - patienceMs, now);
  });
}

/**
 * What lies outside lies in the clear, so it lies there no longer than it must. What is looked for is what is there: the
 * row of a delivery is written before its files, so an id without a row is of a treatment that is forgotten.
 */
async function takeAwayDone({ pool, wayOut }: OutboxDeps, tenantId: string): Promise<void> {
  const here = await wayOut.lyingHere(tenantId);
  if (here.length === 0) return;
  await inTenant(pool, tenantId, async (tx) => {
    for (const id of await lockDone(tx, here)) await wayOut.takeAway(tenantId, id);
  });
}
