import './progress.css';
import type { ResponseView } from '@skute/treatment/contract';
import { PageHeading, SavedWord } from '@skute/ui/base';
import { dayOfInstant, timeOfInstant, useLanguage, useText } from '@skute/ui/i18n';
import { AppLink, useResponseId } from '../links.tsx';
import { PdfButton } from '../papers/pdf-button.tsx';
import { NoAnswerPage } from '../shell/no-answer-page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { mainScores, useMeaning, useScoreNames } from './score-words.ts';
import { progressTexts } from './texts.ts';
import { useOwnResponse } from './use-progress.ts';

/** What was answered once, item by item. */
export function ResponsePage() {
  const view = useOwnResponse(useResponseId());
  if (view.data) return <Answers view={view.data} />;
  if (view.isError) return <NoAnswerPage tryAgain={() => void view.refetch()} error={view.error} />;
  return <Waiting />;
}

function Answers({ view: { response, timeZone, language: written, scores, lines } }: { view: ResponseView }) {
  const t = useText(progressTexts);
  const language = useLanguage();
  const lang = written.split('-')[0] === language ? undefined : written;
  const { answeredAt, readAt } = response;
  const day = dayOfInstant(answeredAt, timeZone, language);
  return (
    <div className="page response">
      <header className="step-head">
        <p className="over-line">
          <AppLink to="/progress">{t('title')}</AppLink>
        </p>
        <PageHeading>{response.title}</PageHeading>
        <p className="subtle">
          {t('answeredOn', { day: `${day} ${timeOfInstant(answeredAt, timeZone, language)}` })}
        </p>
        <SavedWord state={readAt ? 'read' : 'sent'} />
      </header>
      <Scores scores={scores} />
      <div className="card answer-lines" lang={lang}>
        {lines.map((line, place) => (
          // The same question may stand there twice.
          <Line key={`${line.linkId} ${place}`} line={line} />
        ))}
      </div>
      <p className="small">{t('wordingOfThen')}</p>
      <PdfButton fetchPdf={async () => (await import('../papers/own-pdfs.ts')).responsePdf(response.id)} />
    </div>
  );
}

function Scores({ scores }: Pick<ResponseView, 'scores'>) {
  const meaning = useMeaning();
  const names = useScoreNames();
  return mainScores(scores).map((score) => (
    <div key={`${score.instrument} ${score.score}`} className="card">
      <strong>{names.score(score.instrument, score.score)}</strong>
      <p>{meaning(score)}</p>
    </div>
  ));
}

function Line({ line }: { line: ResponseView['lines'][number] }) {
  const t = useText(progressTexts);
  const language = useLanguage();
  if (line.kind === 'group') return line.text === '' ? null : <h2>{line.text}</h2>;
  return (
    <div className="answer-line">
      <span className="asked">{line.text}</span>
      {line.state === 'answered' ? (
        <span className="given">{line.answers.join(', ')}</span>
      ) : (
        <span className="subtle" lang={language}>
          {t(line.state === 'declined' ? 'declined' : 'noAnswer')}
        </span>
      )}
      {line.calculated ? (
        <span className="small" lang={language}>
          {t('calculated')}
        </span>
      ) : null}
    </div>
  );
}
