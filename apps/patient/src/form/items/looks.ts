import type { Answer, Option } from '@skute/forms/rules';
import { useLanguage } from '@skute/ui/i18n';
import { createContext, useContext } from 'react';
import type { Typed } from '../filling.ts';
import type { Engine } from '../ready-form.ts';

/** What a field can do. The same object as long as the form is open, so that a field is drawn anew only when it changes. */
export interface FormActs {
  answer(key: string, answers: readonly Answer[], typed?: Typed): void;
  decline(key: string, declined: boolean): void;
  add(key: string): void;
  remove(key: string): void;
  /** The words written in the fields, also those that are no answer yet; as far as the screen that asks has come. */
  typed(looks: Looks): Typed;
}

export interface Looks {
  readonly engine: Engine;
  /** Set when the form is in another language than the screen. */
  readonly lang: string | undefined;
  /** The form's own language, where its words carry none. */
  readonly own: string;
  /** False until the patient has tried to go on. */
  readonly showProblems: boolean;
  /** Counts what came from elsewhere, and the words that came with the last of it. */
  readonly arrivals: number;
  readonly arrived: Typed;
}

const nothing = (): void => undefined;
export const ActsContext = createContext<FormActs>({
  answer: nothing,
  decline: nothing,
  add: nothing,
  remove: nothing,
  typed: () => ({}),
});
export const LooksContext = createContext<Looks | null>(null);

export const useActs = (): FormActs => useContext(ActsContext);
export function useLooks(): Looks {
  const looks = useContext(LooksContext);
  if (!looks) throw new Error('A field was drawn outside a form');
  return looks;
}

/** Says an option in the language of the screen, or the nearest that the form has. */
export function useOptionWords(): (option: Option) => string {
  const language = useLanguage();
  const { engine, own } = useLooks();
  return ({ text, prefix, answer }) => {
    const words = engine.inLanguage(text, language, own) ?? answer.valueCoding?.code ?? '';
    const before = engine.inLanguage(prefix, language, own);
    return before ? `${before} ${words}` : words;
  };
}
