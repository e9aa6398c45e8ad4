import type { Refusal } from '@skute/access';
import { answerTo } from '@skute/treatment';

/** Why something can't be done with a paper. Expected, so a value and not an exception. */
export type PaperRefusal =
  | 'unknown-paper'
  | 'unknown-delivery'
  /** Only what has failed is sent again. */
  | 'not-failed'
  /** Somebody has saved or sent the draft since it was read. */
  | 'draft-changed'
  /** The facts, or the words, are others than those that were read. */
  | 'paper-changed'
  /** A part that the kind must have is empty. */
  | 'parts-missing'
  | 'too-long'
  /** Makers of PDFs are busy or have stopped: later it may go. */
  | 'pdf-not-made';

const statuses: Record<PaperRefusal, Refusal['status']> = {
  'unknown-paper': 404,
  'unknown-delivery': 404,
  'not-failed': 409,
  'draft-changed': 409,
  'paper-changed': 409,
  'parts-missing': 422,
  'too-long': 422,
  'pdf-not-made': 503,
};

export function refuse(kind: PaperRefusal, problems?: Refusal['problems']): Refusal {
  return { refused: kind, status: statuses[kind], ...(problems ? { problems } : {}) };
}

export const unknownTreatment: Refusal = answerTo('unknown-treatment');
export const notBegun: Refusal = answerTo('invitation-not-accepted');
