import { getToday } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { todayKey } from '../kept/answers.ts';

/** Also asked for at the very start, beside the session: on a slow network that is one wait less. */
export const todayQuery = queryOptions({ queryKey: todayKey, queryFn: () => ask(getToday, {}) });

export function useToday() {
  return useQuery(todayQuery);
}
