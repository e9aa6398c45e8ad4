/** What a score is called, and what it means, in words. Pure but for the texts. */
import type { Receipt } from '@skute/treatment/contract';
import { type Language, type Say, useLanguage, useText } from '@skute/ui/i18n';
import { meaningTexts, scoreTexts } from './texts.ts';

export type Score = Receipt['scores'][number];
type Name = keyof typeof scoreTexts.texts;

/** Null where nobody has given it a name. */
export function useScoreNames() {
  const t = useText(scoreTexts);
  const say = (name: string): string | null => (isName(name) ? t(name) : null);
  return {
    score: (instrument: string, score: string): string | null => say(`${instrument} ${score}`),
    band: (band: string): string => say(`band ${band}`) ?? band,
  };
}

function isName(name: string): name is Name {
  return Object.hasOwn(scoreTexts.texts, name);
}

/** The score as sentences: now and before, which way is better, whether it is noticeable, and the word for it. */
export function useMeaning(): (score: Score) => string {
  const t = useText(meaningTexts);
  const language = useLanguage();
  const { band } = useScoreNames();
  return (score) => meaningOf(score, t, language, band);
}

export function meaningOf(
  score: Score,
  t: Say<keyof typeof meaningTexts.texts>,
  language: Language,
  bandWord: (band: string) => string,
): string {
  const { value, before, direction, noticeable, band } = score;
  if (value === null) return t('tooMuchMissing');
  const written = { value: inWords(value, language), before: inWords(before ?? value, language) };
  const change = before === null ? 0 : Math.sign(value - before);
  const isWorse = change !== 0 && direction !== 'none' && (direction === 'lower-is-better') === change > 0;
  const sentences = [
    before === null ? t('first', written) : t(change === 0 ? 'same' : change < 0 ? 'down' : 'up', written),
    direction === 'none' ? '' : t(direction === 'lower-is-better' ? 'lower' : 'higher'),
    change === 0 || noticeable === null ? '' : t(noticeable ? 'noticeable' : 'notNoticeable'),
    isWorse && noticeable !== false ? t('worse') : '',
    band === null ? '' : t('band', { band: bandWord(band).toLowerCase() }),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

export function inWords(value: number, language: Language): string {
  const written = String(Math.round(value * 10) / 10);
  return language === 'en' ? written : written.replace('.', ',');
}

/** The one that says most: the sum, or the first where there is none. */
export function mainScores(scores: readonly Score[]): readonly Score[] {
  const instruments = [...new Set(scores.map(({ instrument }) => instrument))];
  return instruments.flatMap((instrument) => {
    const own = scores.filter((score) => score.instrument === instrument);
    const main = own.find(({ score }) => score === 'total') ?? own[0];
    return main ? [main] : [];
  });
}
