import type { PaperDraft, PaperKind, previewPaper } from '@skute/papers/contract';
import { Alert, Button, Paragraph } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { paperPreviewQuery, patientQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { sayNotice } from '../parts/notices.tsx';
import { dateInWords } from '../words/dates.ts';
import { isLetter } from './kinds.ts';
import { ReceiverFields } from './receiver-fields.tsx';
import { saveFile } from '@skute/ui/files';
import { papersTexts, writingTexts } from './texts.ts';
import { useReceivers } from './use-receivers.ts';
import { type Sending, useSendPaper } from './use-sending.ts';
import { useToPapers } from './use-to-papers.ts';

interface SendPageProps {
  readonly treatmentId: string;
  readonly kind: PaperKind;
  readonly draft: PaperDraft;
  readonly back: () => void;
}

/** What cannot be undone is said before it is done: what, about whom, to whom, and how many pages. */
export function SendPage(props: SendPageProps) {
  const preview = useQuery(paperPreviewQuery(props.treatmentId, props.kind, props.draft.number));
  return (
    <Loaded of={preview} lines={4}>
      {(read) => <Interruption {...props} preview={read} />}
    </Loaded>
  );
}

type Preview = z.output<(typeof previewPaper.replies)[200]>;

function Interruption({ treatmentId, kind, draft, back, preview }: SendPageProps & { preview: Preview }) {
  const t = useText(writingTexts);
  const papers = useText(papersTexts);
  const { data: patient } = useQuery(patientQuery(treatmentId));
  const receivers = useReceivers(treatmentId, isLetter(kind));
  const sendPaper = useSendPaper(treatmentId, kind);
  const go = useToPapers(treatmentId);
  const [state, setState] = useState<Exclude<Sending['kind'], 'sent'> | 'sending'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = async (): Promise<void> => {
    const recipients = receivers.check();
    if (!recipients) return;
    setState('sending');
    const sending = await sendPaper(draft, preview.fingerprint, recipients);
    if (sending.kind !== 'sent') return setState(sending.kind);
    receivers.end();
    sayNotice(t('sentSaid'));
    go({ paper: sending.line.paperId });
  };
  if (!patient) return null;
  return (
    <section className="panel interruption" data-keys="">
      <h2 ref={heading} tabIndex={-1}>
        {t('sendTitle', { title: draft.paper.title })}
      </h2>
      <About name={patient.name} born={patient.born} pages={preview.pdf.pages} />
      <p>{t('consequence')}</p>
      <Trouble state={state} />
      <ReceiverFields letter={isLetter(kind)} receivers={receivers} />
      <div className="button-row">
        <Button loading={state === 'sending'} onClick={() => void send()}>
          {t('send', { name: patient.name, year: patient.born.slice(0, 4) })}
        </Button>
        <Button variant="secondary" onClick={() => saveFile(preview.pdf)}>
          {papers('download')}
        </Button>
        <Button variant="tertiary" onClick={back}>
          {t('notSent')}
        </Button>
      </div>
    </section>
  );
}

function About({ name, born, pages }: { name: string; born: string; pages: number }) {
  const t = useText(writingTexts);
  const language = useLanguage();
  return (
    <p>
      <strong>{t('about', { name, date: dateInWords(born, language), count: pages })}</strong>
    </p>
  );
}

function Trouble({ state }: { state: string | undefined }) {
  const t = useText(writingTexts);
  if (state !== 'changed' && state !== 'refused' && state !== 'unanswered') return null;
  return (
    <Alert data-color="warning" role="alert">
      <Paragraph>{t(state)}</Paragraph>
    </Alert>
  );
}
