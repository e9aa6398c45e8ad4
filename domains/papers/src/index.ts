/** The door of the domain: letters and notes, a patient's own pages as PDF, and the way out. See README.md. */
export { paperRoutes } from './routes.ts';
export type { PaperDeps } from './operations/paper-at-hand.ts';
export { fileDrop } from './outbox/file-drop.ts';
export { type Outbox, type OutboxOptions, startOutbox } from './outbox/runner.ts';
export type { HandedOver, Parcel, WayOut, WayOutReceipt } from './outbox/way-out.ts';
