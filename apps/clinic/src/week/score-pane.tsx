import type { Measures } from '@skute/treatment/contract';
import { useText } from '@skute/ui/i18n';
import { answeredPoints, mainTrends, type Trend } from '../forms/score-words.ts';
import { TrendChart } from '../forms/trend-panel.tsx';
import { weekTexts } from './texts.ts';

/** The score that was answered last: sentence and chart. */
export function ScorePane({ measures }: { measures: Measures }) {
  const t = useText(weekTexts);
  const newest = newestTrend(measures.trends);
  if (!newest) return <p className="subtle">{t('noScore')}</p>;
  return <TrendChart trend={newest} responses={measures.responses} />;
}

/** Of those answered on the same day, the one that a course is judged by. */
function newestTrend(trends: readonly Trend[]): Trend | undefined {
  const lastDay = (trend: Trend): string => answeredPoints(trend).at(-1)?.on ?? '';
  return mainTrends(trends)
    .filter((trend) => lastDay(trend) !== '')
    .toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)))[0];
}
