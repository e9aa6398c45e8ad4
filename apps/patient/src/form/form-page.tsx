import './form.css';
import type { FormView } from '@skute/treatment/contract';
import { useOnline } from '@skute/ui/base';
import { useLanguage } from '@skute/ui/i18n';
import { Refusal } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import { isFormInOutbox, useOutbox, wasSentFromOutbox } from '../kept/outbox.ts';
import { useFormPlace, useGo } from '../links.tsx';
import { NoAnswerPage } from '../shell/no-answer-page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { FormFiller } from './form-filler.tsx';
import { NotNowPage } from './not-now-page.tsx';
import { readyForm } from './ready-form.ts';
import { useFormView } from './use-form-view.ts';
import { WaitingToBeSentPage } from './waiting-to-be-sent-page.tsx';

const ReceiptPage = lazy(async () => ({
  default: (await import('./receipt/receipt-page.tsx')).ReceiptPage,
}));

/** A form from its first page to its receipt. Which part is seen stands in the address; what is written stays. */
export function FormPage() {
  const { formId, part } = useFormPlace();
  const { sentAt } = useOutbox();
  useReceiptOfSent(formId, sentAt);
  if (part === 'sent')
    return (
      <Suspense fallback={<Waiting />}>
        <ReceiptPage key={formId} formId={formId} />
      </Suspense>
    );
  if (isFormInOutbox(formId)) return <WaitingToBeSentPage formId={formId} />;
  return <OpenForm key={`${formId} ${sentAt}`} formId={formId} />;
}

/** What waited for a network has gone while the page was open. */
function useReceiptOfSent(formId: string, sentAt: number): void {
  const go = useGo();
  const show = useEffectEvent(() => {
    if (!wasSentFromOutbox(formId)) return;
    go({ to: '/form/$formId/$part', params: { formId, part: 'sent' }, replace: true });
  });
  useEffect(() => {
    if (sentAt > 0) show();
  }, [sentAt]);
}

function OpenForm({ formId }: { formId: string }) {
  const view = useFormView(formId);
  const online = useOnline();
  // What was kept from an earlier visit is shown only when no answer comes: it may have been sent since.
  if (view.data && (view.isFetchedAfterMount || (view.isError && view.fetchStatus === 'idle')))
    return <AskedForm view={view.data} />;
  if (!view.isError) return <Waiting />;
  if (view.error instanceof Refusal && view.error.problem.status < 500)
    return <NotNowPage state="not-asked" />;
  if (!online) return <NotNowPage state="not-fetched" />;
  return <NoAnswerPage tryAgain={() => void view.refetch()} error={view.error} />;
}

function AskedForm({ view }: { view: FormView }) {
  const { state } = view;
  if (state === 'open' || state === 'due' || state === 'overdue') return <ReadForm view={view} />;
  return <NotNowPage state={state} />;
}

function ReadForm({ view }: { view: FormView }) {
  const language = useLanguage();
  const ready = useQuery({
    queryKey: ['ready-form', view.formId, view.versionId],
    queryFn: () => readyForm(view, language),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  if (ready.data) return <FormFiller view={view} ready={ready.data} />;
  if (ready.data === null) return <NotNowPage state="unreadable" />;
  if (ready.isError) return <NoAnswerPage tryAgain={() => void ready.refetch()} />;
  return <Waiting />;
}
