import { randomUUID } from 'node:crypto';
import { keepResponse, scoredResponses, type ScoredResponse } from '@skute/forms';
import {
  type AnswerProblem,
  type Evaluation,
  evaluate,
  type QuestionnaireResponse,
  type Score,
  scoresOf,
} from '@skute/forms/rules';
import type { TenantTx } from '@skute/platform/db';
import { type EpochMs, isoInstant } from '@skute/platform/time';
import type { LoadedForm } from '@skute/programmes';
import type { sendForm } from '../contract.ts';
import { answeredForm } from '../measures/answered-form-of.ts';
import { formBarrier } from '../measures/form-barrier.ts';
import { answerForm } from '../measures/answer-form.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { receiptOf } from '../views/receipt.ts';
import type { Act } from './act.ts';
import { circumstancesOf } from './circumstances.ts';
import { patientsOwnLocked } from './patients-own.ts';
import { type AtHand, save, type TreatmentDeps } from './treatment-at-hand.ts';

/** What the patient sends is made right by the server's own reading of the form, or refused by item; nothing half is kept. */
export function send(deps: TreatmentDeps): Act<typeof sendForm> {
  return async (tx, ask) => {
    const found = await patientsOwnLocked(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const { formId } = ask.params;
    const barrier = formBarrier(found.course, formId);
    if (barrier) return refuse(barrier);
    const form = found.loaded.forms.get(formId);
    if (!form) return refuse('unknown-form');
    const { facts, now } = found.course;
    const under = await circumstancesOf(form.form, {
      language: found.language,
      now,
      timeZone: facts.timeZone,
    });
    const evaluation = evaluate(form.form, ask.body.response as unknown as QuestionnaireResponse, under);
    if (evaluation.problems.length > 0) return notRight(evaluation.problems);
    const earlier = await scoredResponses(tx, deps.keys, {
      treatmentId: facts.id,
      patientId: facts.patientId,
    });
    const scores = scoresOf(form.form, evaluation);
    const answered = answeredForm(form, evaluation, scores, earlier);
    const responseId = randomUUID();
    await keep(deps, tx, found, form, { responseId, scores, evaluation, beganAt: ask.body.beganAt });
    const { events } = answerForm(found.course, answered);
    const after = await save(deps, tx, found, { events, activeAt: now });
    const before = earlierScores(earlier, formId);
    return {
      status: 200,
      about: { patient: facts.patientId },
      body: receiptOf({ before: found, after, form, responseId, scores, earlier: before, events }),
    };
  };
}

interface Kept {
  readonly responseId: string;
  readonly scores: readonly Score[];
  readonly evaluation: Evaluation;
  readonly beganAt: string | null;
}

async function keep(
  deps: TreatmentDeps,
  tx: TenantTx,
  { course, language }: AtHand,
  form: LoadedForm,
  { responseId, scores, evaluation, beganAt }: Kept,
): Promise<void> {
  const { facts, now } = course;
  await keepResponse(
    tx,
    deps.keys,
    {
      id: responseId,
      patientId: facts.patientId,
      treatmentId: facts.id,
      versionId: facts.versionId,
      formId: form.id,
      language,
      beganAt: began(beganAt, now),
      answeredAt: now,
    },
    {
      answers: { ...evaluation.response, status: 'completed', authored: isoInstant(now) },
      scores,
    },
  );
}

/** The device's word, which can't be from the future. */
function began(said: string | null, now: EpochMs): EpochMs | null {
  if (said === null) return null;
  const at = Date.parse(said);
  return at <= now ? at : null;
}

function notRight(problems: readonly AnswerProblem[]): Refusal {
  return {
    refused: 'answers-not-right',
    problems: problems
      .slice(0, 50)
      .map(({ key, code, found, expected }) => ({ where: key, found: `${code}: ${found}`, expected })),
  };
}

function earlierScores(earlier: readonly ScoredResponse[], formId: string): readonly Score[] | null {
  return earlier.findLast((response) => response.formId === formId)?.scores ?? null;
}
