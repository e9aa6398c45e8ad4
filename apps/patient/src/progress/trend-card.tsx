import type { Progress } from '@skute/treatment/contract';
import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { lazy, Suspense } from 'react';
import { chartModel, type Trend, wholeWay } from './chart-model.ts';
import { useMeaning, useScoreNames } from './score-words.ts';
import { meaningTexts, progressTexts } from './texts.ts';
import { WhatItMeans } from './what-it-means.tsx';

const ScoreChart = lazy(async () => ({ default: (await import('@skute/ui/chart')).ScoreChart }));

/** One score over time: the sentence, then the chart, then the table. */
export function TrendCard({ trend, next }: { trend: Trend; next: Progress['next'] }) {
  const t = useText(progressTexts);
  const say = useText(meaningTexts);
  const language = useLanguage();
  const names = useScoreNames();
  const meaning = useMeaning();
  const score = wholeWay(trend);
  // What comes next may be another form.
  const isSame = next?.title === trend.title;
  const upcoming =
    next && isSame ? t('next', { title: next.title, day: dayInWords(next.opensOn, language) }) : '';
  const model = chartModel(trend, {
    title: names.score(trend.instrument, trend.score) ?? trend.title,
    summary: score ? meaning(score) : say('tooMuchMissing'),
    tooFew: upcoming || t('onePoint'),
    band: names.band,
    t,
    language,
  });
  return (
    <section className="card trend-card">
      <Suspense fallback={<Summary title={model.title} summary={model.summary} />}>
        <ScoreChart model={model} />
      </Suspense>
      <WhatItMeans trend={trend} />
      {trend.validated ? null : <p className="small">{say('notValidated')}</p>}
    </section>
  );
}

function Summary({ title, summary }: { title: string; summary: string }) {
  return (
    <div className="trend-waiting">
      <strong>{title}</strong>
      <p>{summary}</p>
    </div>
  );
}
