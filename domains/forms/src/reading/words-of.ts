import { inLanguage, translated } from '../engine/translated.ts';
import type { Form } from '../engine/form.ts';

/** The title in the language asked for, or the nearest there is; the form's address where it has none. */
export function translatedTitle({ questionnaire }: Form, language: string): string {
  const title = inLanguage(translated(questionnaire, 'title'), language, questionnaire.language);
  return title ?? questionnaire.url ?? '';
}

/** Why it is asked, for the one who answers; null where the form does not say. */
export function whyAsked(form: Form, language: string): string | null {
  return wordsOf(form, 'urn:skute:form:why', language);
}

/** Who reads the answers. */
export function whoReads(form: Form, language: string): string | null {
  return wordsOf(form, 'urn:skute:form:reader', language);
}

function wordsOf({ questionnaire }: Form, url: string, language: string): string | null {
  const extension = questionnaire.extension?.find((known) => known.url === url);
  return extension
    ? inLanguage(translated(extension, 'valueString'), language, questionnaire.language)
    : null;
}
