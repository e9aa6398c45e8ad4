import type { Form } from './form.ts';
import type { Questionnaire } from './questionnaire.ts';

/** The Questionnaire as it came, with everything in it that we do nothing with, equal as JSON and in its order. */
export function exportForm(form: Form): Questionnaire {
  return form.questionnaire;
}
