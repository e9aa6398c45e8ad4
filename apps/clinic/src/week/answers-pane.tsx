import type { Measures } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { AnswerLines } from '../forms/answer-lines.tsx';
import { SentWhen } from '../forms/response-panel.tsx';
import { useResponse } from '../forms/use-response.ts';
import { Loaded } from '../parts/loadable.tsx';
import { weekTexts } from './texts.ts';

interface AnswersPaneProps {
  readonly treatmentId: string;
  readonly measures: Measures;
}

/** The newest answers that nobody has read, or the newest of all. What is opened is read; the next waits for a press. */
export function AnswersPane({ treatmentId, measures: { responses } }: AnswersPaneProps) {
  const t = useText(weekTexts);
  const unread = responses.filter(({ readAt }) => readAt === null);
  const [chosen, setChosen] = useState((unread[0] ?? responses[0])?.id);
  const response = useResponse(treatmentId, chosen);
  if (chosen === undefined) return <p className="subtle">{t('noAnswers')}</p>;
  const left = unread.filter(({ id }) => id !== chosen);
  const next = left[0];
  return (
    <Loaded of={response} lines={3}>
      {(view) => (
        <div aria-live="polite" className="answers-now">
          <div className="answers-head">
            <strong>{view.response.title}</strong>
            <SentWhen view={view} brief />
            {next ? (
              <Button variant="secondary" onClick={() => setChosen(next.id)}>
                {t('nextUnread', { left: left.length })}
              </Button>
            ) : null}
          </div>
          <AnswerLines view={view} />
        </div>
      )}
    </Loaded>
  );
}
