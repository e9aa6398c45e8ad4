import { extensionAt, extensionsAt, urls, valueIn } from '../extensions.ts';
import type { FormItem } from '../form.ts';
import { fieldOf, isRecord, type Json, stringOf } from '../json.ts';
import type { Coding } from '../questionnaire.ts';
import { translated } from '../translated.ts';
import type { Reading } from './findings.ts';

/** What an item says, in all its languages. */
export function readWords(
  json: Json,
): Pick<
  FormItem,
  'text' | 'prefix' | 'markdown' | 'sublabel' | 'entryFormat' | 'repeatsText' | 'openLabel' | 'shortText'
> {
  const words = (url: string): FormItem['text'] => {
    const extension = extensionAt(json, url);
    return translated(extension, extension && 'valueMarkdown' in extension ? 'valueMarkdown' : 'valueString');
  };
  const markdown = extensionAt(fieldOf(json, '_text'), urls.markdown);
  return {
    text: translated(json, 'text'),
    prefix: translated(json, 'prefix'),
    markdown: translated(markdown, markdown && 'valueMarkdown' in markdown ? 'valueMarkdown' : 'valueString'),
    sublabel: Object.keys(words(urls.sublabel)).length > 0 ? words(urls.sublabel) : words(urls.sublabelText),
    entryFormat: words(urls.entryFormat),
    repeatsText: words(urls.repeatsText),
    openLabel: words(urls.openLabel),
    shortText: words(urls.shortText),
  };
}

/** https://hl7.org/fhir/R4/extension-questionnaire-unit.html and -unitoption.html */
export function readUnits(json: Json): Pick<FormItem, 'unit' | 'unitOptions'> {
  const codings = [...extensionsAt(json, urls.unit), ...extensionsAt(json, urls.unitOption)].flatMap(
    (one) => {
      const value = valueIn(one);
      return isRecord(value) ? [value as Coding] : [];
    },
  );
  const only = codings.length === 1 ? codings[0] : undefined;
  return { unit: stringOf(only?.display) ?? stringOf(only?.code), unitOptions: codings };
}

export function collectLanguages(reading: Reading, item: FormItem): void {
  const words = [item.text, item.prefix, ...item.options.map((option) => option.text)];
  for (const one of words) for (const tag of Object.keys(one)) if (tag !== '') reading.languages.add(tag);
}
