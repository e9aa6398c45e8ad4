import type { PaperDraft } from '@skute/papers/contract';
import { Alert, Button, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { writingTexts } from './texts.ts';
import type { useWriting } from './use-writing.ts';

interface ConflictBoxProps {
  readonly theirs: PaperDraft;
  readonly writing: Pick<ReturnType<typeof useWriting>, 'keepMine' | 'takeTheirs'>;
}

/** Two have written at once: both are shown, and she chooses. Nothing is overwritten by itself. */
export function ConflictBox({ theirs, writing }: ConflictBoxProps) {
  const t = useText(writingTexts);
  return (
    <Alert data-color="info" role="alert">
      <Paragraph>{t('conflict')}</Paragraph>
      <dl className="theirs" lang={theirs.paper.language}>
        {theirs.paper.parts
          .filter(({ text }) => text !== '')
          .map(({ part, title, text }) => (
            <div key={part}>
              <dt>
                {title}
                {theirs.saved ? ` (${theirs.saved.by})` : ''}
              </dt>
              <dd className="written">{text}</dd>
            </div>
          ))}
      </dl>
      <div className="button-row">
        <Button variant="secondary" onClick={writing.keepMine}>
          {t('keepMine')}
        </Button>
        <Button variant="secondary" onClick={writing.takeTheirs}>
          {t('takeTheirs')}
        </Button>
      </div>
    </Alert>
  );
}
