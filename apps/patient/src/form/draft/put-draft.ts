import type { QuestionnaireResponse } from '@skute/forms/rules';
import { keepFormDraft } from '@skute/treatment/contract';
import { ask, NoAnswer } from '@skute/ui/session';
import { deviceName } from './kept-draft.ts';

type Outcome = Awaited<ReturnType<typeof ask<typeof keepFormDraft>>>;
export type PutDraft = (formId: string, basedOn: number, response: QuestionnaireResponse) => Promise<Outcome>;

export const putDraft: PutDraft = (formId, basedOn, response) =>
  ask(keepFormDraft, {
    params: { formId },
    body: { basedOn, device: deviceName(), response: { ...response } },
  });

/** Browsers let at most this much outlive its page. */
const mostBytes = 60_000;

/** As `putDraft`, but goes on when the page has gone. Then nobody hears the answer. */
export const putDraftLeaving: PutDraft = async (formId, basedOn, response) => {
  const body = JSON.stringify({ basedOn, device: deviceName(), response });
  if (body.length * 3 > mostBytes && new Blob([body]).size > mostBytes)
    return putDraft(formId, basedOn, response);
  const answer = await fetch(keepFormDraft.path.replace(':formId', encodeURIComponent(formId)), {
    method: keepFormDraft.method,
    credentials: 'same-origin',
    keepalive: true,
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-skute': '1' },
    body,
  }).catch(() => undefined);
  if (!answer?.ok) throw new NoAnswer();
  return (await answer.json()) as Outcome;
};
