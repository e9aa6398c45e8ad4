/** A trend as the chart takes it. Pure but for the words that it is given. */
import type { Progress } from '@skute/treatment/contract';
import type { ScoreBand, ScoreChartModel, ScorePoint } from '@skute/ui/chart';
import { type Language, locales, type Say } from '@skute/ui/i18n';
import { inWords, type Score } from './score-words.ts';
import type { progressTexts } from './texts.ts';

export type Trend = Progress['trends'][number];

interface ChartWords {
  readonly title: string;
  readonly summary: string;
  readonly tooFew: string;
  readonly band: (band: string) => string;
  readonly t: Say<keyof typeof progressTexts.texts>;
  readonly language: Language;
}

export function chartModel(trend: Trend, words: ChartWords): ScoreChartModel {
  const { title, summary, tooFew, t, language } = words;
  const lower = trend.direction === 'lower-is-better';
  const change = trend.changes.find(({ forPatients }) => forPatients);
  return {
    title,
    summary,
    tooFew,
    direction: trend.direction === 'none' ? '' : t(lower ? 'lowerTag' : 'higherTag'),
    axis: { min: trend.min, max: trend.max },
    bands: bandsOf(trend, words.band),
    points: trend.points.map((point) => chartPoint(point, language)),
    ...(change && trend.direction !== 'none'
      ? {
          smallestChange: {
            points: change.points,
            betterIs: lower ? ('lower' as const) : ('higher' as const),
            limitLabel: t('limit', { points: change.points }),
            stripLabel: t('strip'),
          },
        }
      : {}),
    texts: {
      notAnswered: t('noAnswer'),
      showTable: t('showTable'),
      hideTable: t('hideTable'),
      points: t('points'),
      date: t('date'),
      value: t('value'),
      band: t('band'),
      note: t('note'),
      series: t('series'),
    },
  };
}

function chartPoint({ on, value }: Trend['points'][number], language: Language): ScorePoint {
  const printed = value === null ? undefined : inWords(value, language);
  return { at: on, label: shortDay(on, language), value, ...(printed === undefined ? {} : { printed }) };
}

/** The limits are whole numbers. */
function bandsOf({ bands, max }: Trend, word: (band: string) => string): ScoreBand[] {
  return bands.map(({ id, from }, place) => {
    const next = bands[place + 1];
    const to = next ? (next.above ? next.from : next.from - 1) : max;
    return { from, to, label: word(id) };
  });
}

function shortDay(day: string, language: Language): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const locale = language === 'nn' ? locales.nb : locales[language];
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T12:00:00Z`));
}

/** From the first time to the last, as a score that can be said in words. Null before there is a number. */
export function wholeWay({ instrument, score, direction, points, changes }: Trend): Score | null {
  const numbers = points.filter(({ value }) => value !== null);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!last) return null;
  const before = first === last ? null : (first?.value ?? null);
  const limit = changes.find(({ forPatients }) => forPatients);
  const difference = before === null || last.value === null ? null : Math.abs(last.value - before);
  const noticeable = limit && difference !== null ? difference >= limit.points : null;
  return { instrument, score, direction, value: last.value, band: last.band, before, noticeable };
}
