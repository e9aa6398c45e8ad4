/** What the writers know: every write they began, every answer they saw. It is compared with the database in the end. */

export type Kind = 'finish' | 'handle' | 'steer';

/** What the access log calls the three. */
export const actOf: Readonly<Record<Kind, string>> = {
  finish: 'treatment.step-finish',
  handle: 'clinic.work-handled',
  steer: 'treatment.steer',
};

export interface Write {
  readonly kind: Kind;
  readonly key: string;
  readonly treatmentId: string;
  readonly cookie: string;
  readonly path: string;
  readonly body: string;
}

export interface Acknowledged {
  readonly write: Write;
  readonly status: number;
  readonly body: string;
  /** The request's id, under which the access log has it. */
  readonly requestId: string;
}

export interface RunRecord {
  readonly acknowledged: Acknowledged[];
  /** Refused with 409: the act could not be done as things stood. */
  refused: number;
  /** Tries that ended without an answer, whatever became of them in the database. */
  unanswered: number;
  /** Answers by status; `lost` for a connection that was. */
  readonly answers: Map<string, number>;
  /** Answers that must never be given, with what they said. */
  readonly wrong: string[];
}

export function newRecord(): RunRecord {
  return { acknowledged: [], refused: 0, unanswered: 0, answers: new Map(), wrong: [] };
}

export function count(record: RunRecord, answer: string): void {
  record.answers.set(answer, (record.answers.get(answer) ?? 0) + 1);
}
