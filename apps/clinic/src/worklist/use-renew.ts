import { steer } from '@skute/treatment/contract';
import { useText } from '@skute/ui/i18n';
import { ask } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sayNotice } from '../parts/notices.tsx';
import { worklistTexts } from './texts.ts';

interface Renewing {
  readonly treatmentId: string;
  readonly name: string;
}

/** Starts the invitation's clock again. */
export function useRenew(): (who: Renewing) => void {
  const t = useText(worklistTexts);
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ treatmentId, key }: Renewing & { key: string }) =>
      ask(steer, { params: { treatmentId }, body: { act: 'renew-invitation' } }, { idempotencyKey: key }),
    // The same key: a renewal whose answer was lost is not made twice.
    retry: 2,
    onSuccess: async (steering, { treatmentId, name }) => {
      client.setQueryData(['steering', treatmentId], steering);
      sayNotice(t('renewed', { name }));
      await Promise.all([
        client.invalidateQueries({ queryKey: ['worklist'] }),
        client.invalidateQueries({ queryKey: ['patient', treatmentId] }),
      ]);
    },
    onError: () => sayNotice(t('notRenewed'), 'trouble'),
  });
  return ({ treatmentId, name }) => mutate({ treatmentId, name, key: crypto.randomUUID() });
}
