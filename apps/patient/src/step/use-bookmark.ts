import { bookmarkStep, type StepView } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { programmeKey, stepKey } from '../kept/answers.ts';

/** Shown at once; taken back if the server did not get it. */
export function useBookmark(stepId: string) {
  const client = useQueryClient();
  const show = (on: boolean): void => {
    client.setQueryData<StepView>(stepKey(stepId), (step) => (step ? { ...step, bookmarked: on } : step));
  };
  return useMutation({
    mutationFn: (on: boolean) => ask(bookmarkStep, { params: { stepId }, body: { on } }),
    onMutate: show,
    onError: (_, on) => show(!on),
    onSuccess: () => client.invalidateQueries({ queryKey: programmeKey }),
  });
}
