/** Steering one treatment: the act is sent, and what it changed is shown. */
import { type SteeringView, steer } from '@skute/treatment/contract';
import { ask, Refusal } from '@skute/ui/session';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

export type SteerBody = Parameters<typeof ask<typeof steer>>[1]['body'];

export type Steered =
  | { readonly kind: 'done'; readonly view: SteeringView }
  /** Somebody else changed the same thing; what is shown has been read again. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unanswered' };

export function useSteer(treatmentId: string): (body: SteerBody) => Promise<Steered> {
  const client = useQueryClient();
  // One key for one act, until it is answered: trying again is not doing it twice.
  const keys = useRef(new Map<string, string>());
  const { mutateAsync } = useMutation({
    mutationFn: ({ body, key }: { body: SteerBody; key: string }) =>
      ask(steer, { params: { treatmentId }, body }, { idempotencyKey: key }),
  });
  return useCallback(
    async (body) => {
      const act = JSON.stringify(body);
      const key = keys.current.get(act) ?? crypto.randomUUID();
      keys.current.set(act, key);
      try {
        const view = await mutateAsync({ body, key });
        keys.current.delete(act);
        client.setQueryData(['steering', treatmentId], view);
        readAgain(client, treatmentId, ['patient', 'step', 'measures']);
        return { kind: 'done', view };
      } catch (error) {
        if (!(error instanceof Refusal)) return { kind: 'unanswered' };
        keys.current.delete(act);
        const conflict = error.problem.status === 409 || error.problem.status === 412;
        readAgain(client, treatmentId, ['steering', 'patient', 'step', 'measures']);
        return conflict ? { kind: 'conflict' } : { kind: 'refused', code: error.problem.code };
      }
    },
    [client, mutateAsync, treatmentId],
  );
}

function readAgain(client: QueryClient, treatmentId: string, what: readonly string[]): void {
  for (const one of what) void client.invalidateQueries({ queryKey: [one, treatmentId] });
  void client.invalidateQueries({ queryKey: ['worklist'] });
}
