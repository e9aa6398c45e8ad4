import { languages } from '@skute/ui/i18n';
import { describe, expect, test } from 'vitest';
import { outboxTexts } from './data/texts.ts';
import { meaningTexts, scoreTexts } from './forms/score-texts.ts';
import { formsTexts, pointTexts } from './forms/texts.ts';
import { inviteTexts } from './invite/texts.ts';
import { keyTexts } from './keys/texts.ts';
import { papersTexts, writingTexts } from './papers/texts.ts';
import { loadableTexts } from './parts/texts.ts';
import { patientTexts } from './patient/texts.ts';
import { patientsTexts } from './patients/texts.ts';
import { historyTexts } from './programme/history-texts.ts';
import { steerTexts } from './programme/steer-texts.ts';
import { programmeTexts } from './programme/texts.ts';
import { programmesTexts } from './programmes/texts.ts';
import { shellTexts } from './shell/texts.ts';
import { weekTexts } from './week/texts.ts';
import { timeTexts } from './words/time-words.ts';
import { worklistTexts } from './worklist/texts.ts';

const features = [
  shellTexts,
  keyTexts,
  loadableTexts,
  outboxTexts,
  timeTexts,
  worklistTexts,
  patientsTexts,
  patientTexts,
  programmeTexts,
  steerTexts,
  historyTexts,
  inviteTexts,
  programmesTexts,
  scoreTexts,
  meaningTexts,
  formsTexts,
  pointTexts,
  weekTexts,
  papersTexts,
  writingTexts,
];

const all = features.flatMap(({ feature, texts }) =>
  Object.entries<Record<string, string>>(texts).map(([key, text]) => ({ name: `${feature}.${key}`, text })),
);

const valuesIn = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted().join();

describe.each(languages)('in %s', (language) => {
  test('no text is missing', () => {
    expect(all.filter(({ text }) => !text[language]?.trim()).map(({ name }) => name)).toEqual([]);
  });

  test('every text takes the same values as in bokmål', () => {
    const other = all.filter(({ text }) => valuesIn(text[language] ?? '') !== valuesIn(text.nb ?? ''));
    expect(other.map(({ name }) => name)).toEqual([]);
  });

  test('the texts are easy to read, and never shout', () => {
    const texts = all.map(({ text }) => text[language] ?? '');
    expect(texts.filter((text) => text.includes('!'))).toEqual([]);
    if (language !== 'en') expect(lix(texts)).toBeLessThanOrEqual(30);
  });
});

/** Words per sentence plus the share of words longer than six letters (Björnsson 1968). */
function lix(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []);
  const sentences = texts.reduce(
    (sum, text) => sum + Math.max(1, (text.match(/[.?:](\s|$)/g) ?? []).length),
    0,
  );
  return words.length / sentences + (100 * words.filter(({ length }) => length > 6).length) / words.length;
}
