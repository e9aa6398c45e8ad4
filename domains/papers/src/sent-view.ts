import { isoInstant } from '@skute/platform/time';
import { wordsIn } from './composing/words.ts';
import type { Delivery, SentLine } from './contract.ts';
import type { DeliveryRow } from './delivery-store.ts';
import type { Receiver } from './sealed-paper.ts';
import type { SentRow } from './store.ts';

/** A delivery as its row has it, with the receiver opened. */
export interface OpenedDelivery {
  readonly row: DeliveryRow;
  readonly receiver: Receiver;
}

export function sentLine(
  row: SentRow,
  deliveries: readonly OpenedDelivery[],
  nameOf: (personId: string) => string,
): SentLine {
  return {
    paperId: row.id,
    kind: row.kind,
    title: wordsIn(row.language).titles[row.kind],
    language: row.language,
    sentAt: isoInstant(row.sent_at.getTime()),
    sentBy: nameOf(row.sent_by),
    deliveries: deliveries.map((delivery) => deliveryView(row, delivery)),
  };
}

/**
 * The way out lives in real time, and the reader in the unit's present, which may be ahead in practice mode: what is
 * shown is as far ahead as the unit was when the paper was sent.
 */
function deliveryView(paper: SentRow, { row, receiver }: OpenedDelivery): Delivery {
  const ahead = paper.sent_at.getTime() - row.created_at.getTime();
  const shown = (at: Date): string => isoInstant(at.getTime() + ahead);
  return {
    id: row.id,
    to: row.recipient_kind,
    name: receiver.name,
    state: row.state,
    reason: row.reason,
    queuedAt: shown(row.queued_at),
    since: shown(row.changed_at),
    receipt: row.receipt,
    maySendAgain: row.state === 'failed',
  };
}
