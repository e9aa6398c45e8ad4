import './progress.css';
import type { Progress } from '@skute/treatment/contract';
import { EmptyState, Heading, PageHeading, Paragraph, SavedWord } from '@skute/ui/base';
import { dayInWords, dayOfInstant, useLanguage, useText } from '@skute/ui/i18n';
import { type ReactNode, useState } from 'react';
import { AppLink } from '../links.tsx';
import { PdfButton } from '../papers/pdf-button.tsx';
import { ChevronIcon } from '../shell/icons.tsx';
import { NoAnswerPage } from '../shell/no-answer-page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { arrangedTrends } from './arranged-trends.ts';
import { progressTexts } from './texts.ts';
import { TrendCard } from './trend-card.tsx';
import { useProgress } from './use-progress.ts';

/** The patient's own course: each score in words, then as a line; and everything that was answered. */
export function ProgressPage() {
  const t = useText(progressTexts);
  const progress = useProgress();
  if (!progress.data) {
    return progress.isError ? (
      <NoAnswerPage tryAgain={() => void progress.refetch()} error={progress.error} />
    ) : (
      <Waiting />
    );
  }
  const { answered, next } = progress.data;
  return (
    <div className="page progress">
      <header className="step-head">
        <PageHeading>{t('title')}</PageHeading>
        {answered.length > 0 ? <Paragraph>{t('text')}</Paragraph> : null}
        <Next next={next} />
      </header>
      {answered.length === 0 ? <Nothing /> : <Course progress={progress.data} />}
    </div>
  );
}

function Course({ progress: { trends, next, answered, timeZone } }: { progress: Progress }) {
  const t = useText(progressTexts);
  const { main, areas } = arrangedTrends(trends);
  const cards = (some: readonly Progress['trends'][number][]) =>
    some.map((trend) => <TrendCard key={`${trend.formId} ${trend.score}`} trend={trend} next={next} />);
  return (
    <>
      {cards(main)}
      {areas.length > 0 ? <Unfolded title={t('more')}>{cards(areas)}</Unfolded> : null}
      <Answered answered={answered} timeZone={timeZone} />
      <div>
        <PdfButton fetchPdf={async () => (await import('../papers/own-pdfs.ts')).progressPdf()} />
      </div>
    </>
  );
}

/** Nothing is drawn before it is unfolded: a chart needs to know how much room it has. */
function Unfolded({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? <div className="folded-content stack">{children}</div> : null}
    </details>
  );
}

/** The latest are shown; after half a year there are many. */
const shownAtOnce = 5;

function Answered({ answered, timeZone }: Pick<Progress, 'answered' | 'timeZone'>) {
  const t = useText(progressTexts);
  const older = answered.slice(shownAtOnce);
  return (
    <section className="stack part">
      <Heading level={2} data-size="xs">
        {t('answered')}
      </Heading>
      <ResponseList answered={answered.slice(0, shownAtOnce)} timeZone={timeZone} />
      {older.length > 0 ? (
        <Unfolded title={t('older')}>
          <ResponseList answered={older} timeZone={timeZone} />
        </Unfolded>
      ) : null}
    </section>
  );
}

function ResponseList({ answered, timeZone }: Pick<Progress, 'answered' | 'timeZone'>) {
  const t = useText(progressTexts);
  const language = useLanguage();
  return (
    <ul className="plain-list stack">
      {answered.map(({ id, title, answeredAt, readAt }) => (
        <li key={id}>
          <AppLink to="/progress/$responseId" params={{ responseId: id }} className="card link-card">
            <span className="link-card-words">
              <strong>{title}</strong>
              <span className="subtle">
                {t('answeredOn', { day: dayOfInstant(answeredAt, timeZone, language) })}
              </span>
              <SavedWord state={readAt ? 'read' : 'sent'} />
            </span>
            <ChevronIcon />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

function Next({ next }: { next: Progress['next'] }) {
  const t = useText(progressTexts);
  const language = useLanguage();
  if (!next) return null;
  return (
    <p className="subtle">{t('next', { title: next.title, day: dayInWords(next.opensOn, language) })}</p>
  );
}

function Nothing() {
  const t = useText(progressTexts);
  return (
    <div className="card">
      <EmptyState
        action={
          <AppLink to="/" className="ds-button" data-variant="secondary">
            {t('toToday')}
          </AppLink>
        }
      >
        {t('empty')}
      </EmptyState>
    </div>
  );
}
