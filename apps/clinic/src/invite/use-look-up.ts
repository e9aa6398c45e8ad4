import { lookUpPerson } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { ask, Refusal } from '@skute/ui/session';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { Draft, Person } from './draft.ts';
import { numberWord } from './problem-words.ts';
import { inviteTexts } from './texts.ts';

export interface LookUp {
  /** Looks up the number that is typed, unless its person is known; what is wrong with it, if anything. */
  readonly lookUp: () => Promise<string | undefined>;
  readonly looking: boolean;
  readonly wrong: string | undefined;
  readonly forget: () => void;
}

/** Asks who has the number. In the request's body: a number is never in an address. */
export function useLookUp(latest: RefObject<Draft>, found: (person: Person) => void): LookUp {
  const t = useText(inviteTexts);
  const [wrong, setWrong] = useState<string>();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (number: string) => ask(lookUpPerson, { body: { number } }),
  });
  const answer = async (number: string): Promise<Person | string> => {
    try {
      return await mutateAsync(number);
    } catch (error) {
      return t(error instanceof Refusal ? (numberWord(error.problem.code) ?? 'refused') : 'lookUpFailed');
    }
  };
  const lookUp = async (): Promise<string | undefined> => {
    const { number, person } = latest.current;
    if (person || number.trim() === '') return undefined;
    const answered = await answer(number.trim());
    // The answer to a number that has been changed meanwhile is nobody's.
    if (latest.current.number !== number) return undefined;
    const trouble = typeof answered === 'string' ? answered : undefined;
    if (typeof answered !== 'string') found(answered);
    setWrong(trouble);
    return trouble;
  };
  return { lookUp, looking: isPending, wrong, forget: () => setWrong(undefined) };
}
