import { getOwnResponse, getProgress } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';

export function useProgress() {
  return useQuery({ queryKey: ['progress'], queryFn: () => ask(getProgress, {}) });
}

/** What was answered once does not change; that the clinic has read it may. */
export function useOwnResponse(responseId: string) {
  return useQuery({
    queryKey: ['response', responseId],
    queryFn: () => ask(getOwnResponse, { params: { responseId } }),
  });
}
