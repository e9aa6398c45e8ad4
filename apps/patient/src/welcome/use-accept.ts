import { acceptInvitation } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { todayKey } from '../kept/answers.ts';

/** Says yes to the invitation. The key is kept through retries, so that yes is said once. */
export function useAccept() {
  const client = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: () => ask(acceptInvitation, {}, { idempotencyKey }),
    onSuccess: (today) => client.setQueryData(todayKey, today),
    onError: () => client.invalidateQueries({ queryKey: todayKey }),
  });
}
