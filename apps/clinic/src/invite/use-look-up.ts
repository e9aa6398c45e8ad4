import { lookUpPerson } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { ask, Refusal } from '@skute/ui/session';
import { useMutation } from '@tanstack/react-query';
import type { Person } from './draft.ts';
import { numberWord } from './problem-words.ts';
import { inviteTexts } from './texts.ts';

export interface LookUp {
  readonly look: (number: string) => void;
  readonly looking: boolean;
  readonly error: string | undefined;
}

/** Asks who has the number. In the request's body: a number is never in an address. */
export function useLookUp(found: (number: string, person: Person) => void): LookUp {
  const t = useText(inviteTexts);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (number: string) => ask(lookUpPerson, { body: { number } }),
    onSuccess: (person, number) => found(number, person),
  });
  const word = error instanceof Refusal ? (numberWord(error.problem.code) ?? 'refused') : 'lookUpFailed';
  return { look: mutate, looking: isPending, error: error ? t(word) : undefined };
}
