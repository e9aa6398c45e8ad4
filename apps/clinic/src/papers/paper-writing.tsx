import type { PaperDraft, PaperKind } from '@skute/papers/contract';
import { useQuery } from '@tanstack/react-query';
import { paperDraftQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { PaperEditor } from './paper-editor.tsx';
import { SendPage } from './send-page.tsx';
import { useToPapers } from './use-to-papers.ts';
import { useWriting } from './use-writing.ts';

interface PaperWritingProps {
  readonly treatmentId: string;
  readonly kind: PaperKind;
  readonly sending: boolean;
}

/** A paper from the facts to the outbox: written, read through, sent. */
export function PaperWriting({ treatmentId, kind, sending }: PaperWritingProps) {
  const draft = useQuery(paperDraftQuery(treatmentId, kind));
  return (
    <Loaded of={draft} lines={6}>
      {(read) => <Writing treatmentId={treatmentId} kind={kind} sending={sending} draft={read} />}
    </Loaded>
  );
}

function Writing({ treatmentId, kind, sending, draft }: PaperWritingProps & { draft: PaperDraft }) {
  const writing = useWriting(treatmentId, kind, draft);
  const go = useToPapers(treatmentId);
  if (sending && draft.missing.length === 0)
    return <SendPage treatmentId={treatmentId} kind={kind} draft={draft} back={() => go({ write: kind })} />;
  return (
    <PaperEditor
      treatmentId={treatmentId}
      draft={draft}
      writing={writing}
      toSend={() => go({ write: kind, send: true })}
    />
  );
}
