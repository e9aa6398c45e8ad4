/** A trend as the chart takes it, with what only clinicians are shown: rule version, missing items, response time. */
import type { Measures } from '@skute/treatment/contract';
import type { ScoreBand, ScoreChartModel, ScorePoint } from '@skute/ui/chart';
import type { Language, Say } from '@skute/ui/i18n';
import { shortDay } from '../words/dates.ts';
import { inFigures, type Trend } from './score-words.ts';
import type { formsTexts } from './texts.ts';

interface ChartWords {
  readonly t: Say<keyof typeof formsTexts.texts>;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly band: (band: string) => string;
  readonly responses: Measures['responses'];
}

export function chartModel(trend: Trend, words: ChartWords): ScoreChartModel {
  const { t, title, summary, band } = words;
  const lower = trend.direction === 'lower-is-better';
  const change = trend.changes.find(({ forPatients }) => forPatients) ?? trend.changes[0];
  return {
    title,
    summary,
    tooFew: t('tooFew'),
    direction: trend.direction === 'none' ? '' : t(lower ? 'lowerTag' : 'higherTag'),
    axis: { min: trend.min, max: trend.max },
    bands: bandsOf(trend, band),
    points: trend.points.map((point) => pointOf(point, words)),
    ...(change && trend.direction !== 'none'
      ? {
          smallestChange: {
            points: change.points,
            betterIs: lower ? ('lower' as const) : ('higher' as const),
            limitLabel: t('limitLine', { points: inFigures(change.points, words.language) }),
            stripLabel: t('strip'),
          },
        }
      : {}),
    texts: {
      notAnswered: t('notAnswered'),
      showTable: t('showTable'),
      hideTable: t('hideTable'),
      points: t('points'),
      date: t('date'),
      value: t('value'),
      band: t('band'),
      note: t('about'),
      series: t('value'),
    },
  };
}

function pointOf(point: Trend['points'][number], { t, language, responses }: ChartWords): ScorePoint {
  const { on, value, missing, ruleVersion, responseId } = point;
  const minutes = responses.find(({ id }) => id === responseId)?.minutes ?? null;
  const note = [
    ruleVersion === null ? '' : t('ruleVersion', { version: ruleVersion }),
    missing > 0 ? t('missing', { count: missing }) : '',
    minutes === null ? '' : t('took', { minutes: inFigures(minutes, language) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return {
    at: on,
    label: shortDay(on, language),
    value,
    ...(value === null ? {} : { printed: inFigures(value, language) }),
    ...(note === '' ? {} : { note }),
  };
}

/** The limits are whole numbers. */
function bandsOf({ bands, max }: Trend, word: (band: string) => string): ScoreBand[] {
  return bands.map(({ id, from }, place) => {
    const next = bands[place + 1];
    return {
      from,
      to: next ? (next.above ? next.from : next.from - 1) : max,
      label: word(id),
    };
  });
}
