/** A score over time as a clinician says it, and as it goes into a record. Pure but for the words it is given. */
import type { Measures } from '@skute/treatment/contract';
import { type Language, locales, type Say, useLanguage, useText } from '@skute/ui/i18n';
import { shortDay } from '../words/dates.ts';
import { meaningTexts, scoreTexts } from './score-texts.ts';

export type Trend = Measures['trends'][number];
type Point = Trend['points'][number];
export type Answered = Point & { readonly value: number };

interface Words {
  readonly t: Say<keyof typeof meaningTexts.texts>;
  readonly language: Language;
  readonly name: string;
  readonly band: (band: string) => string;
}

export function answeredPoints(trend: Trend): Answered[] {
  return trend.points.filter((point): point is Answered => point.value !== null);
}

/** From the first time to the newest: value, direction, level, and the change beside each limit. */
export function sentenceOf(trend: Trend, words: Words): string {
  const { t, language, name, band } = words;
  const [first, last] = [answeredPoints(trend)[0], answeredPoints(trend).at(-1)];
  if (!first || !last) return t('none', { name });
  const written = { name, value: inFigures(last.value, language), before: inFigures(first.value, language) };
  const [when, now] = [shortDay(first.on, language, last.on), shortDay(last.on, language)];
  const way = first === last ? 'first' : last.value === first.value ? 'same' : downOrUp(first, last);
  return [
    t(way, { ...written, when, now }),
    last.band === null ? '' : t('band', { band: band(last.band) }),
    trend.direction === 'none' ? '' : t(trend.direction === 'lower-is-better' ? 'lower' : 'higher'),
    ...(first === last ? [] : limitSentences(trend, Math.abs(last.value - first.value), words)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function downOrUp(first: Answered, last: Answered): 'down' | 'up' {
  return last.value < first.value ? 'down' : 'up';
}

function limitSentences({ changes }: Trend, change: number, { t, language }: Words): string[] {
  if (change === 0) return [];
  const say = (key: 'reached' | 'notReached', limits: Trend['changes']): string[] => {
    if (limits.length === 0) return [];
    const figures = limits.map(({ points }) => inFigures(points, language));
    const points = t('limits', { all: listInWords(figures, language), count: limits.length });
    return [t(key, { change: inFigures(change, language), points })];
  };
  return [
    ...say(
      'reached',
      changes.filter(({ points }) => change >= points),
    ),
    ...say(
      'notReached',
      changes.filter(({ points }) => change < points),
    ),
  ];
}

/** *50 og 122* */
function listInWords(words: readonly string[], language: Language): string {
  const locale = language === 'nn' ? locales.nb : locales[language];
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

/** What is pasted into the record: the form, the sentence with its days, and that the wording is our own. */
export function noteOf(trend: Trend, words: Words): string {
  return [
    words.t('from', { title: trend.title }),
    sentenceOf(trend, words),
    trend.validated ? '' : words.t('notValidated'),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * The sums, one for each instrument; the areas they are made of stand apart. What has a limit for change comes first,
 * since it is what a course is judged by, then what was asked most often.
 */
export function mainTrends(trends: readonly Trend[]): Trend[] {
  const instruments = [...new Set(trends.map(({ instrument }) => instrument))];
  const main = instruments.flatMap((instrument) => {
    const own = trends.filter((trend) => trend.instrument === instrument);
    return own.find(({ score }) => score === 'total') ?? own[0] ?? [];
  });
  const weight = (trend: Trend): number =>
    (trend.changes.length > 0 ? 1_000 : 0) + answeredPoints(trend).length;
  return main.toSorted((a, b) => weight(b) - weight(a));
}

export function areasOf(main: Trend, trends: readonly Trend[]): Trend[] {
  return trends.filter(({ instrument, score }) => instrument === main.instrument && score !== main.score);
}

export function inFigures(value: number, language: Language): string {
  const written = String(Math.round(value * 10) / 10);
  return language === 'en' ? written : written.replace('.', ',');
}

/** Names, sentences and notes in the language of the screen. */
export function useScoreWords() {
  const t = useText(meaningTexts);
  const say = useText(scoreTexts);
  const language = useLanguage();
  const known = (name: string): string | undefined => (isName(name) ? say(name) : undefined);
  const nameOf = (trend: Pick<Trend, 'instrument' | 'score' | 'title'>): string =>
    known(`${trend.instrument} ${trend.score}`) ?? trend.title;
  const band = (id: string): string => known(`band ${id}`) ?? id;
  const wordsFor = (trend: Trend): Words => ({ t, language, name: nameOf(trend), band });
  return {
    nameOf,
    band,
    sentence: (trend: Trend) => sentenceOf(trend, wordsFor(trend)),
    note: (trend: Trend) => noteOf(trend, wordsFor(trend)),
  };
}

function isName(name: string): name is keyof typeof scoreTexts.texts {
  return Object.hasOwn(scoreTexts.texts, name);
}
