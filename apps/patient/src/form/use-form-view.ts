import { openForm } from '@skute/treatment/contract';
import { ask } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { formKey } from '../kept/answers.ts';

/** The form as the server has it. Asked for anew at each visit, and never under the hands of the one who fills it in. */
export function useFormView(formId: string) {
  return useQuery({
    queryKey: formKey(formId),
    queryFn: () => ask(openForm, { params: { formId } }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
