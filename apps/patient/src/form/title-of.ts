import type { Form } from '@skute/forms/rules';
import type { Language } from '@skute/ui/i18n';
import type { ReadyForm } from './ready-form.ts';

export function titleOf({ engine, form }: ReadyForm, language: Language): string {
  return engine.inLanguage(form.title, language, form.languages[0]) ?? '';
}

/** About how long it takes; null where the form does not say. */
export function minutesOf({ questionnaire }: Form): number | null {
  const minutes = questionnaire.extension?.find(({ url }) => url === 'urn:skute:form:minutes')?.[
    'valueInteger'
  ];
  return typeof minutes === 'number' ? minutes : null;
}
