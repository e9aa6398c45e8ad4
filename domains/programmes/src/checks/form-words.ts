import type { FormItem, Translated } from '@skute/forms/rules';
import type { KnownDraft } from '../read-package.ts';
import { type Coverage, type Language, languages } from '../programme.ts';
import { languageNames, type Report } from '../problems.ts';
import type { ReadForm } from '../read-forms.ts';
import { languagesOf } from './forms.ts';
import { compareNumbers } from './numbers.ts';

/** The words of a form are in every full language, and have the same numbers in each. */
export function checkFormWords({ programme, forms }: KnownDraft, report: Report): void {
  const covered = Object.entries(programme.languages) as [Language, Coverage][];
  const full = covered.filter(([, coverage]) => coverage === 'full').map(([language]) => language);
  for (const read of forms) {
    const there = languagesOf(read.form);
    for (const language of full) if (there.includes(language)) reportUntranslated(read, language, report);
    for (const words of wordsIn(read)) reportNumbers(read, words, report);
  }
}

/** Something to be read, by language. */
interface Words {
  readonly linkId: string;
  readonly in: Partial<Record<Language, string>>;
}

function wordsIn({ form }: ReadForm): Words[] {
  const own = form.questionnaire.language ?? '';
  return [...form.byLinkId.values()].flatMap((item) =>
    translatedOf(item)
      .filter((words) => Object.keys(words).length > 0)
      .map((words) => ({ linkId: item.linkId, in: byLanguage(words, own) })),
  );
}

function translatedOf({ text, sublabel, options }: FormItem): Translated[] {
  return [text, sublabel, ...options.map((option) => option.text)];
}

function byLanguage(words: Translated, own: string): Words['in'] {
  const found = languages.map((language) => {
    const tag = Object.keys(words).find((each) =>
      languagesOf({ languages: [each || own] }).includes(language),
    );
    return [language, tag === undefined ? undefined : words[tag]] as const;
  });
  return Object.fromEntries(found.filter(([, text]) => text !== undefined && text.trim() !== ''));
}

function reportUntranslated(read: ReadForm, language: Language, report: Report): void {
  const missing = wordsIn(read).filter((words) => words.in[language] === undefined);
  const [first] = missing;
  if (first === undefined) return;
  const message = `${missing.length} of its texts are not in ${languageNames[language]}, the first in the item "${first.linkId}"; expected all of them.`;
  report('form-text-missing', read.placeOf(first.linkId), message);
}

function reportNumbers(read: ReadForm, words: Words, report: Report): void {
  const place = read.placeOf(words.linkId);
  const [first, ...others] = languages.flatMap((language) => {
    const text = words.in[language];
    if (text === undefined) return [];
    return [{ language, place, pieces: [{ text, line: place.line ?? 1, part: 'body' as const }] }];
  });
  if (first === undefined) return;
  for (const other of others) compareNumbers(first, other, report);
}
