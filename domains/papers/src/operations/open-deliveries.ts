import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { DeliveryRow } from '../delivery-store.ts';
import { openReceiver } from '../sealed-paper.ts';
import type { OpenedDelivery } from '../sent-view.ts';

/** By paper. Empty when the patient's key is destroyed. */
export async function openDeliveries(
  tx: TenantTx,
  keys: KeyStore,
  patientId: string,
  rows: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, readonly OpenedDelivery[]>> {
  const key = rows.length > 0 ? await keys.find(tx.tenantId, patientId) : undefined;
  if (!key) return new Map();
  const opened = rows.map((row): OpenedDelivery => {
    const place = { tenantId: tx.tenantId, patientId, row: row.id };
    return { row, receiver: openReceiver(key, place, row.recipient) };
  });
  return Map.groupBy(opened, ({ row }) => row.paper_id);
}
