import { openStep } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { programmeKey, stepKey, todayKey } from '../kept/answers.ts';

/** Opening a page is also what marks it as visited, so it is asked for once a visit and not each time the window wakes. */
export function useStep(stepId: string) {
  const client = useQueryClient();
  const step = useQuery({
    queryKey: stepKey(stepId),
    queryFn: () => ask(openStep, { params: { stepId } }),
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
  const openedAt = step.isFetchedAfterMount ? step.dataUpdatedAt : 0;
  useEffect(() => {
    if (openedAt === 0) return;
    void client.invalidateQueries({ queryKey: todayKey });
    void client.invalidateQueries({ queryKey: programmeKey });
  }, [openedAt, client]);
  return step;
}
