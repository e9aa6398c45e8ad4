import type { TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Delivery } from './contract.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly paper_id: string;
  readonly recipient_kind: Delivery['to'];
  readonly recipient: Buffer;
  readonly state: Delivery['state'];
  readonly reason: string | null;
  readonly attempts: number;
  readonly created_at: Date;
  readonly queued_at: Date;
  readonly changed_at: Date;
  readonly receipt: string | null;
}

const columns = `
  d.id, d.paper_id, d.recipient_kind, d.recipient, d.state, d.reason, d.attempts, d.created_at, d.queued_at, d.changed_at,
  d.receipt`;

const ofTreatment = `
  select ${columns}
  from papers.delivery d
  join papers.paper p on p.tenant_id = d.tenant_id and p.id = d.paper_id
  where d.tenant_id = $1 and p.treatment_id = $2
  order by d.created_at, d.recipient_kind desc`;

export async function deliveriesOf(tx: TenantTx, treatmentId: string): Promise<DeliveryRow[]> {
  return tx.query<DeliveryRow>({
    name: 'papers-deliveries',
    text: ofTreatment,
    values: [tx.tenantId, treatmentId],
  });
}

/** The same, and the outbox leaves them alone until the transaction ends. */
export async function deliveriesLocked(tx: TenantTx, treatmentId: string): Promise<DeliveryRow[]> {
  return tx.query<DeliveryRow>({
    name: 'papers-deliveries-locked',
    text: `${ofTreatment} for update of d`,
    values: [tx.tenantId, treatmentId],
  });
}

export function insertDelivery(
  tx: TenantTx,
  delivery: {
    readonly id: string;
    readonly paperId: string;
    readonly to: Delivery['to'];
    readonly recipient: Buffer;
    readonly at: EpochMs;
  },
): void {
  tx.send({
    name: 'papers-insert-delivery',
    text: `
      insert into papers.delivery (tenant_id, id, paper_id, recipient_kind, recipient, state, created_at, queued_at,
        next_at, changed_at)
      values ($1, $2, $3, $4, $5, 'queued', $6, $6, $6, $6)`,
    values: [
      tx.tenantId,
      delivery.id,
      delivery.paperId,
      delivery.to,
      delivery.recipient,
      new Date(delivery.at),
    ],
  });
}

/** Whoever asks has locked it, and seen that it has failed. */
export function requeue(
  tx: TenantTx,
  { deliveryId, at }: { readonly deliveryId: string; readonly at: EpochMs },
): void {
  tx.send({
    name: 'papers-requeue',
    text: `
      update papers.delivery
      set state = 'queued', reason = null, attempts = 0, queued_at = $3, next_at = $3, changed_at = $3
      where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, deliveryId, new Date(at)],
  });
}
