import { type FullResponse, responsesAfter } from '@skute/forms';
import { evaluate, type ScoreMismatch, scoresOf, verifyScores } from '@skute/forms/rules';
import type { TenantTx } from '@skute/platform/db';
import { circumstancesOf } from './circumstances.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

/** What became of making every stored score of an organisation again. Holds no value and no name. */
export interface ScoreAudit {
  readonly responses: number;
  readonly scores: number;
  readonly mismatches: readonly (ScoreMismatch & { readonly responseId: string })[];
}

const pageSize = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the scores of every response again, from the stored answers, and compares. Zones matter to forms that calculate
 * with dates only; all are read in `timeZone`.
 */
export async function auditScores(deps: TreatmentDeps, tx: TenantTx, timeZone: string): Promise<ScoreAudit> {
  const audit = { responses: 0, scores: 0, mismatches: [] as ScoreAudit['mismatches'][number][] };
  for (let after: string | undefined = beforeAll; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof responsesAfter>> = await responsesAfter(
      tx,
      deps.keys,
      after,
      pageSize,
    );
    for (const response of page.responses) {
      const wrong = await mismatchesOf(deps, tx, response, timeZone);
      audit.responses += 1;
      audit.scores += response.scores.length;
      audit.mismatches.push(...wrong.map((one) => ({ ...one, responseId: response.id })));
    }
    after = page.lastId;
  }
  return audit;
}

async function mismatchesOf(
  deps: TreatmentDeps,
  tx: TenantTx,
  response: FullResponse,
  timeZone: string,
): Promise<readonly ScoreMismatch[]> {
  const form = (await deps.programme(tx, response.versionId)).forms.get(response.formId)?.form;
  if (!form) return [];
  const under = await circumstancesOf(form, {
    language: response.language,
    now: response.answeredAt,
    timeZone,
  });
  return verifyScores(response.scores, scoresOf(form, evaluate(form, response.answers, under)));
}
