import type { ReadyForm } from './ready-form.ts';
import type { Language } from '@skute/ui/i18n';

/** The language that the form's words come in, where it is not that of the screen. */
export function languageOf(
  { engine, form }: Pick<ReadyForm, 'engine' | 'form'>,
  screen: Language,
): string | undefined {
  const tags = Object.fromEntries(form.languages.map((tag, place) => [place === 0 ? '' : tag, tag]));
  const found = engine.inLanguage(tags, screen, form.languages[0]);
  return found === null || found.split('-')[0] === screen ? undefined : found;
}
