import { getToday } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { todayKey } from '../kept/answers.ts';

export function useToday() {
  return useQuery({ queryKey: todayKey, queryFn: () => ask(getToday, {}) });
}
