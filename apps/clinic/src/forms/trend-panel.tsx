import type { Measures } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { lazy, Suspense } from 'react';
import { copyText } from '../parts/copy-text.ts';
import { chartModel } from './chart-model.ts';
import { answeredPoints, inFigures, type Trend, useScoreWords } from './score-words.ts';
import { formsTexts } from './texts.ts';

const ScoreChart = lazy(async () => ({ default: (await import('@skute/ui/chart')).ScoreChart }));

interface TrendPanelProps {
  readonly trend: Trend;
  readonly responses: Measures['responses'];
}

/** One score over time: the sentence, the chart, the table, and what only clinicians are told. */
export function TrendPanel({ trend, responses }: TrendPanelProps) {
  const t = useText(formsTexts);
  const words = useScoreWords();
  const name = words.nameOf(trend);
  return (
    <section className="panel trend" aria-label={name}>
      <TrendChart trend={trend} responses={responses} />
      <Limits trend={trend} />
      <div className="button-row">
        <Button
          variant="secondary"
          aria-label={t('copyFor', { name })}
          onClick={() => void copyText(words.note(trend), { done: t('copied'), failed: t('notCopied') })}
        >
          {t('copy')}
        </Button>
      </div>
    </section>
  );
}

/** The sentence stands there at once, the chart when it has come. */
export function TrendChart({ trend, responses }: TrendPanelProps) {
  const t = useText(formsTexts);
  const language = useLanguage();
  const words = useScoreWords();
  const model = chartModel(trend, {
    t,
    language,
    title: words.nameOf(trend),
    summary: words.sentence(trend),
    band: words.band,
    responses,
  });
  return (
    <Suspense fallback={<Sentence title={model.title} summary={model.summary} />}>
      <ScoreChart model={model} />
    </Suspense>
  );
}

function Sentence({ title, summary }: { title: string; summary: string }) {
  return (
    <div>
      <strong>{title}</strong>
      <p>{summary}</p>
    </div>
  );
}

/** Every limit there is, each with where it is from; the patient is shown one at most. */
function Limits({ trend }: { trend: Trend }) {
  const t = useText(formsTexts);
  const language = useLanguage();
  return (
    <>
      {trend.changes.length > 0 && answeredPoints(trend).length > 1 ? (
        <div className="limits">
          <strong>{t('limits')}</strong>
          <ul>
            {trend.changes.map(({ id, points, source, forPatients }) => (
              <li key={id}>
                {t(forPatients ? 'limitForPatients' : 'limitForClinic', {
                  points: inFigures(points, language),
                })}{' '}
                <span lang="en" className="subtle">
                  {source}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {trend.validated ? null : <p className="subtle">{t('notValidated')}</p>}
    </>
  );
}
