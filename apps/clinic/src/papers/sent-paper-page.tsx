import { getSentPaperPdf, type SentPaper } from '@skute/papers/contract';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { ask } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { sentPaperQuery } from '../data/queries.ts';
import { useActs } from '../keys/acts.ts';
import { copyText } from '../parts/copy-text.ts';
import { Loaded } from '../parts/loadable.tsx';
import { sayNotice } from '../parts/notices.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { BackToPapers } from './back-to-papers.tsx';
import { Deliveries } from './deliveries.tsx';
import { PaperView } from './paper-view.tsx';
import { saveFile } from '@skute/ui/files';
import { papersTexts } from './texts.ts';

/** What was sent, as it was sent, and where it is. */
export function SentPaperPage({ treatmentId, paperId }: { treatmentId: string; paperId: string }) {
  const sent = useQuery(sentPaperQuery(treatmentId, paperId));
  return (
    <Loaded of={sent} lines={6}>
      {(read) => <Sent treatmentId={treatmentId} sent={read} />}
    </Loaded>
  );
}

function Sent({ treatmentId, sent: { line, paper } }: { treatmentId: string; sent: SentPaper }) {
  const t = useText(papersTexts);
  const region = useRef<HTMLDivElement>(null);
  useArrival(region);
  const copy = (): void => void copyText(paper.plainText, { done: t('copied'), failed: t('notCopied') });
  const download = async (): Promise<void> => {
    try {
      saveFile(await ask(getSentPaperPdf, { params: { treatmentId, paperId: line.paperId } }));
    } catch {
      sayNotice(t('notNow'), 'trouble');
    }
  };
  useActs([
    { id: 'copy', label: t('copy'), keys: 'C', group: 'here', inRegion: true, run: copy },
    { id: 'download', label: t('download'), group: 'here', run: () => void download() },
  ]);
  return (
    <div ref={region} className="papers" data-keys="" tabIndex={-1} role="group" aria-label={line.title}>
      <BackToPapers treatmentId={treatmentId} />
      <section className="panel">
        <Deliveries treatmentId={treatmentId} line={line} />
        <div className="button-row">
          <Button variant="secondary" onClick={() => void download()}>
            {t('download')}
          </Button>
          <Button variant="secondary" onClick={copy}>
            {t('copy')} <kbd aria-hidden="true">C</kbd>
          </Button>
        </div>
      </section>
      <div className="panel">
        <PaperView paper={paper} />
      </div>
    </div>
  );
}
