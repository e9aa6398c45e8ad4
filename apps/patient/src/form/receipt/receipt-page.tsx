import type { Receipt } from '@skute/treatment/contract';
import { Heading } from '@skute/ui/base';
import { dayInWords, dayOfInstant, useLanguage, useText } from '@skute/ui/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { Numbers } from '../../help/numbers.tsx';
import { receiptKey } from '../../kept/answers.ts';
import { AppLink, useGo } from '../../links.tsx';
import { mainScores, useMeaning, useScoreNames } from '../../progress/score-words.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { usePatient } from '../../shell/patient-session.ts';
import { useToday } from '../../today/use-today.ts';
import { receiptTexts } from './texts.ts';

/** That it arrived, what it means, who reads it by when, and what comes now. */
export function ReceiptPage({ formId }: { formId: string }) {
  const client = useQueryClient();
  const receipt = client.getQueryData<Receipt>(receiptKey(formId));
  return receipt ? <Sent receipt={receipt} /> : <ToProgress />;
}

/** After a reload nothing is remembered of it here; the course has it. */
function ToProgress() {
  const go = useGo();
  const leave = useEffectEvent(() => go({ to: '/progress', replace: true }));
  useEffect(() => leave(), []);
  return null;
}

function Sent({ receipt }: { receipt: Receipt }) {
  const t = useText(receiptTexts);
  const language = useLanguage();
  const timeZone = useToday().data?.treatment?.timeZone ?? 'Europe/Oslo';
  const { remaining, readByAt, next, urgent } = receipt;
  const more = remaining.length > 0;
  return (
    <div className="page receipt">
      <PageHead boat={more ? 'sailing' : 'harbour'} moving title={t(more ? 'titleMore' : 'title')}>
        {readByAt ? t('readBy', { day: dayOfInstant(readByAt, timeZone, language) }) : null}
      </PageHead>
      {urgent ? <Urgent /> : null}
      <Meanings scores={receipt.scores} />
      {receipt.opened.map((opened) => (
        <section key={`${opened.kind} ${opened.id}`} className="card">
          <Heading level={2} data-size="2xs">
            {t('opened', { title: opened.title })}
          </Heading>
          <p className="because">{opened.because.text}</p>
        </section>
      ))}
      {!more && next ? (
        <p className="subtle">{t('next', { day: dayInWords(next.opensOn, language) })}</p>
      ) : null}
      <WayOn receipt={receipt} />
    </div>
  );
}

function Meanings({ scores }: Pick<Receipt, 'scores'>) {
  const t = useText(receiptTexts);
  const meaning = useMeaning();
  const names = useScoreNames();
  return mainScores(scores).map((score) => (
    <section key={`${score.instrument} ${score.score}`} className="card">
      <Heading level={2} data-size="2xs">
        {names.score(score.instrument, score.score) ?? t('meaning')}
      </Heading>
      <p>{meaning(score)}</p>
    </section>
  ));
}

function Urgent() {
  const t = useText(receiptTexts);
  const { country } = usePatient();
  return (
    <section className="stack urgent" aria-labelledby="urgent-title">
      <Heading id="urgent-title" level={2} data-size="xs">
        {t('urgent')}
      </Heading>
      <p>{t('urgentText')}</p>
      <Numbers country={country} all />
    </section>
  );
}

/** One sitting: the next of its forms is the way on. */
function WayOn({ receipt: { remaining, opened, scores } }: { receipt: Receipt }) {
  const t = useText(receiptTexts);
  const [form] = remaining;
  if (form) {
    return (
      <>
        <AppLink
          to="/form/$formId"
          params={{ formId: form.formId }}
          className="ds-button wide"
          data-variant="primary"
        >
          {t('goOn', { title: form.title })}
        </AppLink>
        <p className="small">{t('remaining', { count: remaining.length })}</p>
        <AppLink to="/" className="text-link">
          {t('toToday')}
        </AppLink>
      </>
    );
  }
  return (
    <>
      <AppLink to="/" className="ds-button wide" data-variant="primary">
        {t('toToday')}
      </AppLink>
      {opened.length > 0 ? (
        <AppLink to="/programme" className="text-link">
          {t('open')}
        </AppLink>
      ) : null}
      {scores.length > 0 ? (
        <AppLink to="/progress" className="text-link">
          {t('toProgress')}
        </AppLink>
      ) : null}
    </>
  );
}
