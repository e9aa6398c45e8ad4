import type { KeyObject } from 'node:crypto';
import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { QuestionnaireResponse } from '../engine/questionnaire.ts';
import type { Score } from '../instruments/instrument.ts';
import { openAnswers, openScores, sealJson } from '../sealed-answers.ts';
import {
  deleteDraft,
  findResponse,
  insertResponse,
  responsePage,
  type NewResponse,
  type ResponseRow,
  responsesOfTreatment,
} from '../store.ts';

/** One response as lists and trends know it. */
export interface ScoredResponse {
  readonly id: string;
  readonly formId: string;
  readonly versionId: string;
  readonly language: string;
  readonly beganAt: EpochMs | null;
  readonly answeredAt: EpochMs;
  readonly scores: readonly Score[];
  readonly readAt: EpochMs | null;
}

export interface FullResponse extends ScoredResponse {
  readonly answers: QuestionnaireResponse;
}

interface Whose {
  readonly treatmentId: string;
  readonly patientId: string;
}

/** Oldest first. When the key is destroyed nobody knows them any more. */
export async function scoredResponses(tx: TenantTx, keys: KeyStore, whose: Whose): Promise<ScoredResponse[]> {
  const rows = await responsesOfTreatment(tx, whose.treatmentId);
  const key = rows.length > 0 ? await keys.find(tx.tenantId, whose.patientId) : undefined;
  return key === undefined
    ? []
    : rows.map((row) => ({ ...known(row), scores: openScores(key, placeOf(tx, row), row.scores) }));
}

/** A page of every response of the tenant, for making scores again. Those whose key is gone are left out. */
export async function responsesAfter(
  tx: TenantTx,
  keys: KeyStore,
  afterId: string,
  limit: number,
): Promise<{ readonly responses: readonly FullResponse[]; readonly lastId: string | undefined }> {
  const rows = await responsePage(tx, afterId, limit);
  const opened = await Promise.all(
    rows.map(async (row) => {
      const key = await keys.find(tx.tenantId, row.patient_id);
      return key ? [fullOf(tx, key, row)] : [];
    }),
  );
  return { responses: opened.flat(), lastId: rows.at(-1)?.id };
}

export async function fullResponse(
  tx: TenantTx,
  keys: KeyStore,
  whose: Whose,
  id: string,
): Promise<FullResponse | undefined> {
  const row = await findResponse(tx, whose.treatmentId, id);
  const key = row && (await keys.find(tx.tenantId, whose.patientId));
  if (!row || !key) return undefined;
  return fullOf(tx, key, row);
}

/** Keeps what was answered, and takes away the draft that it was made of. */
export async function keepResponse(
  tx: TenantTx,
  keys: KeyStore,
  response: NewResponse,
  content: { readonly answers: QuestionnaireResponse; readonly scores: readonly Score[] },
): Promise<void> {
  const { patientId, treatmentId, formId, id } = response;
  const key = await keys.get(tx.tenantId, patientId);
  const place = { tenantId: tx.tenantId, patientId, row: id };
  insertResponse(tx, response, {
    answers: sealJson(key, 'response.answers', place, content.answers),
    scores: sealJson(key, 'response.scores', place, content.scores),
  });
  deleteDraft(tx, treatmentId, formId);
}

function fullOf(tx: TenantTx, key: KeyObject, row: ResponseRow & { readonly answers: Buffer }): FullResponse {
  const place = placeOf(tx, row);
  return {
    ...known(row),
    scores: openScores(key, place, row.scores),
    answers: openAnswers(key, 'response.answers', place, row.answers),
  };
}

function known(row: ResponseRow): Omit<ScoredResponse, 'scores'> {
  return {
    id: row.id,
    formId: row.form_id,
    versionId: row.version_id,
    language: row.language,
    beganAt: row.began_at?.getTime() ?? null,
    answeredAt: row.answered_at.getTime(),
    readAt: row.read_at?.getTime() ?? null,
  };
}

function placeOf(tx: TenantTx, row: ResponseRow) {
  return { tenantId: tx.tenantId, patientId: row.patient_id, row: row.id };
}
