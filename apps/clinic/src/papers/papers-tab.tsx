import type { Papers } from '@skute/papers/contract';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { papersQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { PaperWriting } from './paper-writing.tsx';
import { SentList } from './sent-list.tsx';
import { SentPaperPage } from './sent-paper-page.tsx';
import { papersTexts } from './texts.ts';
import { ToWriteList } from './to-write-list.tsx';

/** C14: notes and letters, filled from the facts: to write, to send, and what became of those that were sent. */
export function PapersTab() {
  const { treatmentId } = useParams({ from: '/treatments/$treatmentId' });
  const { write, send = false, paper } = useSearch({ from: '/treatments/$treatmentId/papers' });
  const papers = useQuery(papersQuery(treatmentId));
  if (write)
    return (
      <PaperWriting key={`${treatmentId}/${write}`} treatmentId={treatmentId} kind={write} sending={send} />
    );
  if (paper) return <SentPaperPage key={paper} treatmentId={treatmentId} paperId={paper} />;
  return (
    <Loaded of={papers} lines={5}>
      {(read) => <Lists key={treatmentId} treatmentId={treatmentId} papers={read} />}
    </Loaded>
  );
}

function Lists({ treatmentId, papers }: { treatmentId: string; papers: Papers }) {
  const t = useText(papersTexts);
  const region = useRef<HTMLDivElement>(null);
  useArrival(region);
  return (
    <div ref={region} className="papers" data-keys="" tabIndex={-1} role="group" aria-label={t('tab')}>
      {papers.mayWrite ? (
        <ToWriteList treatmentId={treatmentId} papers={papers} />
      ) : (
        <p className="panel">{t('notYet')}</p>
      )}
      {papers.mayWrite || papers.sent.length > 0 ? (
        <SentList treatmentId={treatmentId} papers={papers} />
      ) : null}
    </div>
  );
}
