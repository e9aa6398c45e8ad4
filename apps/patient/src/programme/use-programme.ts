import { getProgramme } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { programmeKey } from '../kept/answers.ts';

export function useProgramme() {
  return useQuery({ queryKey: programmeKey, queryFn: () => ask(getProgramme, {}) });
}
