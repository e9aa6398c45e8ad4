import type { TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { PaperKind } from '../contract.ts';
import type { FailureReason } from './way-out.ts';

/** A delivery whose time has come, with what it is to carry. */
export interface QueuedRow {
  readonly id: string;
  readonly paper_id: string;
  readonly patient_id: string;
  readonly kind: PaperKind;
  readonly language: string;
  readonly sent_at: Date;
  readonly unit_number: string;
  readonly recipient_kind: 'record' | 'gp';
  readonly recipient: Buffer;
  readonly pdf: Buffer;
  readonly attempts: number;
  readonly queued_at: Date;
}

/** The one that has waited longest; nobody else takes it until the transaction ends. */
export async function takeNext(tx: TenantTx, now: EpochMs): Promise<QueuedRow | undefined> {
  const rows = await tx.query<QueuedRow>({
    name: 'outbox-take-next',
    text: `
      with next as (
        select d.id, d.paper_id, d.recipient_kind, d.recipient, d.attempts, d.queued_at
        from papers.delivery d
        where d.tenant_id = $1 and d.state = 'queued' and d.next_at <= $2
        order by d.next_at, d.id
        limit 1
        for update skip locked
      )
      select n.id, n.paper_id, p.patient_id, p.kind, p.language, p.sent_at, u.organisation_number as unit_number,
        n.recipient_kind, n.recipient, p.pdf, n.attempts, n.queued_at
      from next n
      join papers.paper p on p.tenant_id = $1 and p.id = n.paper_id
      join treatment.caseload t on t.tenant_id = $1 and t.id = p.treatment_id
      join access.unit u on u.tenant_id = $1 and u.id = t.unit_id`,
    values: [tx.tenantId, new Date(now)],
  });
  return rows[0];
}

export type Outcome =
  | { readonly state: 'delivered' }
  | { readonly state: 'queued'; readonly nextAt: EpochMs }
  | { readonly state: 'acknowledged'; readonly receipt: string | null }
  | { readonly state: 'failed'; readonly reason: FailureReason };

/** An attempt that came to nothing leaves the state and its time as they were. */
export function recordOutcome(tx: TenantTx, id: string, outcome: Outcome, now: EpochMs): void {
  const isAttempt = outcome.state === 'queued' || outcome.state === 'delivered';
  tx.send({
    name: 'outbox-record',
    text: `
      update papers.delivery
      set changed_at = case when state = $3 then changed_at else $4 end,
        state = $3, attempts = attempts + $5, next_at = coalesce($6, next_at), reason = $7,
        receipt = coalesce($8, receipt)
      where tenant_id = $1 and id = $2`,
    values: [
      tx.tenantId,
      id,
      outcome.state,
      new Date(now),
      isAttempt ? 1 : 0,
      outcome.state === 'queued' ? new Date(outcome.nextAt) : null,
      outcome.state === 'failed' ? outcome.reason : null,
      outcome.state === 'acknowledged' ? outcome.receipt : null,
    ],
  });
}

/** Handed over, and nothing heard. After them those that were given up: a late receipt is a receipt. */
export async function withoutReceipt(tx: TenantTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'outbox-without-receipt',
    text: `
      select id
      from papers.delivery
      where tenant_id = $1 and (state = 'delivered' or reason = 'no-receipt')
      order by state, changed_at desc
      limit 10000`,
    values: [tx.tenantId],
  });
  return rows.map(({ id }) => id);
}

/** Those of the ids that still wait for a receipt; nobody else changes them until the transaction ends. */
export async function lockWithoutReceipt(tx: TenantTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'outbox-lock-without-receipt',
    text: `
      select id
      from papers.delivery
      where tenant_id = $1 and id = any($2::uuid[])
        and (state = 'delivered' or reason = 'no-receipt')
      for update skip locked`,
    values: [tx.tenantId, ids],
  });
  return rows.map(({ id }) => id);
}

/** Nobody has said anything of them for so long that somebody should be told. */
export function giveUpWaiting(tx: TenantTx, deliveredBefore: EpochMs, now: EpochMs): void {
  tx.send({
    name: 'outbox-give-up',
    text: `
      update papers.delivery
      set state = 'failed', reason = 'no-receipt', changed_at = $3
      where tenant_id = $1 and state = 'delivered' and changed_at < $2`,
    values: [tx.tenantId, new Date(deliveredBefore), new Date(now)],
  });
}

/**
 * Those of the ids whose paper need not lie outside any more: acknowledged, refused, or forgotten with the treatment. The
 * rows are locked, so that none is queued again while its files are taken away.
 */
export async function lockDone(tx: TenantTx, ids: readonly string[]): Promise<string[]> {
  const known = await tx.query<{ id: string }>({
    name: 'outbox-known',
    text: `
      select id
      from papers.delivery
      where tenant_id = $1 and id = any($2::uuid[])`,
    values: [tx.tenantId, ids],
  });
  const done = await tx.query<{ id: string }>({
    name: 'outbox-lock-done',
    text: `
      select id
      from papers.delivery
      where tenant_id = $1 and id = any($2::uuid[])
        and (state = 'acknowledged' or (state = 'failed' and reason <> 'no-receipt'))
      for update skip locked`,
    values: [tx.tenantId, ids],
  });
  const isKnown = new Set(known.map(({ id }) => id));
  return [...done.map(({ id }) => id), ...ids.filter((id) => !isKnown.has(id))];
}
