import { finishStep, type StepView } from '@skute/treatment/contract';
import { ask, NoAnswer } from '@skute/ui/session';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { programmeKey, stepKey, todayKey } from '../kept/answers.ts';
import { putInOutbox } from '../kept/outbox.ts';
import { forgetScrollPlace } from '../kept/scroll-place.ts';
import { useGo } from '../links.tsx';
import { finishedKey } from './finished.ts';

/** `here`: kept on the phone, and the next page can be read. `held`: kept, but the next page is not on the phone. */
type Outcome = 'sent' | 'here' | 'held' | 'not-saved';

/** *Neste*: finishes the step and goes on. Without an answer it is kept on an own device, and said so plainly. */
export function useFinish(step: StepView) {
  const client = useQueryClient();
  const go = useGo();
  // The page is drawn anew for each step, so this is one key for each time a step is finished.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: () => finish(client, step, idempotencyKey),
    onSuccess: (outcome) => {
      if (outcome === 'not-saved' || outcome === 'held') return;
      forgetScrollPlace(step.id);
      const finished = client.getQueryData<{ moduleFinished: boolean; next: { id: string } | null }>(
        finishedKey(step.id),
      );
      const next = outcome === 'sent' ? finished?.next : step.next;
      if (next && !finished?.moduleFinished) return go({ to: '/step/$stepId', params: { stepId: next.id } });
      go({ to: '/step/$stepId/finished', params: { stepId: step.id } });
    },
  });
}

async function finish(client: QueryClient, step: StepView, idempotencyKey: string): Promise<Outcome> {
  try {
    const finished = await ask(finishStep, { params: { stepId: step.id } }, { idempotencyKey });
    client.setQueryData(finishedKey(step.id), finished);
    markFinished(client, step);
    void client.invalidateQueries({ queryKey: todayKey });
    void client.invalidateQueries({ queryKey: programmeKey });
    return 'sent';
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (!putInOutbox({ stepId: step.id, idempotencyKey })) return 'not-saved';
    markFinished(client, step);
    const nextIsHere = step.next !== null && client.getQueryData(stepKey(step.next.id)) !== undefined;
    return nextIsHere ? 'here' : 'held';
  }
}

function markFinished(client: QueryClient, step: StepView): void {
  client.setQueryData<StepView>(stepKey(step.id), (before) =>
    before ? { ...before, status: 'finished' } : before,
  );
}
