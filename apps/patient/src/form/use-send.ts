import { type FormView, sendForm } from '@skute/treatment/contract';
import { ask, NoAnswer } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { forgetForm, programmeKey, receiptKey, todayKey } from '../kept/answers.ts';
import { putInOutbox } from '../kept/outbox.ts';
import { useGo } from '../links.tsx';
import type { FormDraft } from './draft/use-draft.ts';
import type { Filling } from './filling.ts';

/** *Send*. Without an answer it waits in the outbox of an own phone, under the same key. */
export function useSend(view: FormView, filling: Filling, draft: FormDraft) {
  const client = useQueryClient();
  const go = useGo();
  const keyFor = useKey();
  const { formId } = view;
  return useMutation({
    mutationFn: async () => {
      const response = { ...filling.evaluation.response };
      const idempotencyKey = keyFor(filling.edits);
      const body = { beganAt: draft.beganAt, response };
      try {
        return await ask(sendForm, { params: { formId }, body }, { idempotencyKey });
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (!putInOutbox({ formId, idempotencyKey, ...body })) throw error;
        draft.stop();
        return null;
      }
    },
    onSuccess: (receipt) => {
      if (!receipt) return;
      draft.stop();
      client.setQueryData(receiptKey(formId), receipt);
      forgetForm(client, formId);
      for (const queryKey of [todayKey, programmeKey, ['progress']])
        void client.invalidateQueries({ queryKey });
      go({ to: '/form/$formId/$part', params: { formId, part: 'sent' }, replace: true });
    },
  });
}

/** One key for what is sent, however often: another when something has been changed since. */
function useKey(): (edits: number) => string {
  const made = useRef<{ edits: number; key: string } | null>(null);
  return (edits) => {
    if (made.current?.edits !== edits) made.current = { edits, key: crypto.randomUUID() };
    return made.current.key;
  };
}
