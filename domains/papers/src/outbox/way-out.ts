/**
 * The way from here to who is to have a paper. An adapter is these four functions; the runner does the rest: when,
 * how often, and what becomes of a delivery. Everything may happen more than once with the same id, because a process
 * can stop between handing over and remembering it: an adapter, and the receiver behind it, must take that well.
 */
export interface WayOut {
  /** Throws when it can't be done now; the runner tries again later. */
  handOver(parcel: Parcel): Promise<HandedOver>;
  /** What receivers have said, of deliveries with these ids. */
  receipts(tenantId: string, ids: readonly string[]): Promise<WayOutReceipt[]>;
  /** Ids of everything of the organisation that lies here in the clear. */
  lyingHere(tenantId: string): Promise<string[]>;
  /** Takes away what lies here under an id. Nothing there is as good. */
  takeAway(tenantId: string, id: string): Promise<void>;
}

export interface Parcel {
  readonly tenantId: string;
  /** Of the delivery: the same at every attempt. */
  readonly id: string;
  readonly document: 'letter' | 'note';
  readonly language: string;
  readonly sentAt: string;
  /** Of the unit that sends. */
  readonly sender: { readonly organisationNumber: string };
  readonly recipient: {
    readonly kind: 'record' | 'gp';
    readonly herId: string | null;
    readonly organisationNumber: string | null;
  };
  readonly pdf: Uint8Array;
}

/** `unknown-receiver`: no attempt will ever help. */
export type HandedOver = 'handed-over' | 'unknown-receiver';

export interface WayOutReceipt {
  readonly id: string;
  readonly said: 'acknowledged' | 'refused';
  /** The receiver's own reference. */
  readonly reference: string | null;
}

/** Why a delivery has failed. */
export type FailureReason =
  | 'not-handed-over'
  | 'unknown-receiver'
  | 'no-receipt'
  | 'refused-by-receiver'
  | 'not-readable';
