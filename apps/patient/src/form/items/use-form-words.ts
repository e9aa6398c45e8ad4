import type { Translated } from '@skute/forms/rules';
import { useLanguage } from '@skute/ui/i18n';
import { useLooks } from './looks.ts';

/** Words of the form in the language of the screen, or the nearest that the form has. */
export function useFormWords(): (words: Translated) => string | null {
  const language = useLanguage();
  const { engine, own } = useLooks();
  return (words) => engine.inLanguage(words, language, own);
}
