import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { QuestionnaireResponse } from '../engine/questionnaire.ts';
import { openAnswers, sealJson } from '../sealed-answers.ts';
import { draftsOf, findDraft, type NewDraft, upsertDraft } from '../store.ts';

/** What a patient has begun to answer, as it was last saved. */
export interface Draft {
  /** 1, 2, 3 … : every saving is one more. */
  readonly number: number;
  readonly device: string;
  readonly savedAt: EpochMs;
  readonly answers: QuestionnaireResponse;
}

interface Whose {
  readonly treatmentId: string;
  readonly patientId: string;
  readonly formId: string;
}

export async function draftOf(tx: TenantTx, keys: KeyStore, whose: Whose): Promise<Draft | undefined> {
  const row = await findDraft(tx, whose.treatmentId, whose.formId);
  const key = row && (await keys.find(tx.tenantId, whose.patientId));
  if (!row || !key) return undefined;
  return {
    number: row.number,
    device: row.device,
    savedAt: row.saved_at.getTime(),
    answers: openAnswers(key, 'draft.answers', placeOf(tx, whose), row.answers),
  };
}

/** When each form that has been begun was last saved. */
export async function begunForms(tx: TenantTx, treatmentId: string): Promise<ReadonlyMap<string, EpochMs>> {
  const rows = await draftsOf(tx, treatmentId);
  return new Map(rows.map((row) => [row.form_id, row.saved_at.getTime()]));
}

/** Undefined when it was saved; otherwise what another device or tab saved in the meantime, which stays as it is. */
export async function keepDraft(
  tx: TenantTx,
  keys: KeyStore,
  draft: NewDraft,
  answers: QuestionnaireResponse,
): Promise<Draft | undefined> {
  const key = await keys.get(tx.tenantId, draft.patientId);
  const kept = await upsertDraft(tx, draft, sealJson(key, 'draft.answers', placeOf(tx, draft), answers));
  return kept ? undefined : draftOf(tx, keys, draft);
}

function placeOf(tx: TenantTx, { patientId, treatmentId, formId }: Whose) {
  return { tenantId: tx.tenantId, patientId, row: `${treatmentId} ${formId}` };
}
