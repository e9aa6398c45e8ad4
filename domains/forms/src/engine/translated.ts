import { extensionsAt, extensionValue, urls } from './extensions.ts';
import type { Translated } from './form.ts';
import { fieldOf, stringOf } from './json.ts';

/**
 * A primitive with its translations (https://hl7.org/fhir/R4/extension-translation.html): `text` and the extensions
 * of `_text`. Without wording it is empty.
 */
export function translated(element: unknown, field: string): Translated {
  const own = stringOf(fieldOf(element, field));
  const words: [string, string][] = own === null ? [] : [['', own]];
  for (const extension of extensionsAt(fieldOf(element, `_${field}`), urls.translation)) {
    const language = stringOf(extensionValue(extension, 'lang'));
    const content = stringOf(extensionValue(extension, 'content'));
    if (language && content !== null) words.push([language, content]);
  }
  return Object.fromEntries(words);
}

/** Norwegian in one written form is better than another language. */
const norwegian = ['nb', 'no', 'nn'];

/** The wording in the language asked for, else in a near one, else as the Questionnaire has it, which is in `own`. */
export function inLanguage(words: Translated, language: string, own = ''): string | null {
  const tags = Object.keys(words);
  if (tags.length === 0) return null;
  const base = baseOf(language);
  if (base === baseOf(own) && Object.hasOwn(words, '') && !Object.hasOwn(words, language))
    return words[''] ?? null;
  const near = norwegian.includes(base) ? [base, ...norwegian] : [base];
  const tag =
    tags.find((one) => one !== '' && one.toLowerCase() === language.toLowerCase()) ??
    near.flatMap((wanted) => tags.filter((one) => one !== '' && baseOf(one) === wanted))[0] ??
    (Object.hasOwn(words, '') ? '' : tags[0]);
  return tag === undefined ? null : (words[tag] ?? null);
}

export function baseOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
