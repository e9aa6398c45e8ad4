import { sameAnswer } from './compare.ts';
import { extensionValue, urls } from './extensions.ts';
import type { Option, Translated } from './form.ts';
import { fieldOf, numberOf, stringOf } from './json.ts';
import type { Answer } from './questionnaire.ts';
import { translated } from './translated.ts';

/** The option that an answer is, by code and system. */
export function optionOfAnswer(options: readonly Option[], answer: Answer): Option | undefined {
  return options.find((option) => sameAnswer(option.answer, answer));
}

/** Its display in all languages; its code where it has no display. */
export function codingText(coding: unknown): Translated {
  const code = stringOf(fieldOf(coding, 'code'));
  return { ...(code === null ? {} : { '': code }), ...translated(coding, 'display') };
}

/** https://hl7.org/fhir/R4/extension-ordinalvalue.html and its later name itemWeight. */
export function weightOf(element: unknown): number | null {
  return (
    numberOf(extensionValue(element, urls.itemWeight)) ?? numberOf(extensionValue(element, urls.ordinalValue))
  );
}
