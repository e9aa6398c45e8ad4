import type { Block } from '@skute/programmes/rules';
import type { StepView } from '@skute/treatment/contract';
import { Button, offerUndo } from '@skute/ui/base';
import { canReadAloud, ReadAloud, wordsOf } from '@skute/ui/content';
import { useText } from '@skute/ui/i18n';
import { PdfButton } from '../papers/pdf-button.tsx';
import { stepTexts } from './texts.ts';
import { useBookmark } from './use-bookmark.ts';

interface StepToolsProps {
  readonly step: StepView;
  readonly blocks: readonly Block[];
  readonly print: () => Promise<void>;
}

/** Keep, listen, print, save. Quiet: the page's own words come first. */
export function StepTools({ step, blocks, print }: StepToolsProps) {
  const t = useText(stepTexts);
  const bookmark = useBookmark(step.id);
  const toggle = (): void => {
    bookmark.mutate(!step.bookmarked);
    if (step.bookmarked) offerUndo({ text: t('notKept'), undo: () => bookmark.mutate(true) });
  };
  return (
    <div className="tools">
      <Button variant="tertiary" className="quiet-button" aria-pressed={step.bookmarked} onClick={toggle}>
        <BookmarkIcon filled={step.bookmarked} />
        {step.bookmarked ? t('kept') : t('keep')}
      </Button>
      {canReadAloud() ? (
        <ReadAloud words={[step.title, ...wordsOf(blocks)]} language={step.language} />
      ) : null}
      <Button variant="tertiary" className="quiet-button print-button" onClick={() => void print()}>
        {t('print')}
      </Button>
      <PdfButton fetchPdf={async () => (await import('../papers/own-pdfs.ts')).stepPdf(step.id)} />
    </div>
  );
}

function BookmarkIcon({ filled }: { filled: boolean }) {
  return (
    <svg viewBox="0 0 24 24" className="icon" aria-hidden="true" focusable="false">
      <path
        d="M6.5 3.5h11v17L12 16.5l-5.5 4Z"
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
    </svg>
  );
}
