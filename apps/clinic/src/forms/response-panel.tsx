import { XMarkIcon } from '@navikt/aksel-icons';
import type { ResponseView } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useEffect, useRef } from 'react';
import { useActs } from '../keys/acts.ts';
import { Loaded } from '../parts/loadable.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { AnswerLines } from './answer-lines.tsx';
import { inFigures } from './score-words.ts';
import { formsTexts } from './texts.ts';
import { useResponse } from './use-response.ts';

interface ResponsePanelProps {
  readonly treatmentId: string;
  readonly responseId: string;
  readonly close: () => void;
}

/** One response beside the charts. Escape closes it. */
export function ResponsePanel({ treatmentId, responseId, close }: ResponsePanelProps) {
  const t = useText(formsTexts);
  const response = useResponse(treatmentId, responseId);
  useActs([
    {
      id: 'close-answers',
      label: t('closeAnswers'),
      keys: 'Escape',
      group: 'here',
      inRegion: true,
      run: close,
    },
  ]);
  return (
    <section className="panel response-panel" aria-label={t('answersOf')}>
      <Button variant="tertiary" icon className="step-close" aria-label={t('closeAnswers')} onClick={close}>
        <XMarkIcon aria-hidden="true" />
      </Button>
      <Loaded of={response} lines={5}>
        {(view) => <Read view={view} />}
      </Loaded>
    </section>
  );
}

function Read({ view }: { view: ResponseView }) {
  const t = useText(formsTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="response-title">
        {view.response.title}
      </h2>
      <SentWhen view={view} />
      <AnswerLines view={view} />
      <p className="subtle">
        {t('wordingOfThen')} {t('markedRead')}
      </p>
    </>
  );
}

/** When it was sent; where there is room, how long it took. */
export function SentWhen({ view: { response }, brief = false }: { view: ResponseView; brief?: boolean }) {
  const t = useText(formsTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const { answeredAt, minutes } = response;
  return (
    <p className="subtle">
      {t('sent', { when: whenInWords(answeredAt, here, time) })}
      {brief || minutes === null ? '' : ` · ${t('took', { minutes: inFigures(minutes, here.language) })}`}
    </p>
  );
}
