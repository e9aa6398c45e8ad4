import { Button, PageHeading, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Refusal } from '@skute/ui/session';
import { shellTexts } from './texts.ts';

interface NoAnswerPageProps {
  readonly tryAgain: () => void;
  readonly error?: unknown;
}

/** What happened, what is safe, what to do; the reference for a helpdesk stands last. */
export function NoAnswerPage({ tryAgain, error }: NoAnswerPageProps) {
  const t = useText(shellTexts);
  const reference = error instanceof Refusal ? error.problem.requestId : undefined;
  return (
    <div className="page">
      <PageHeading>{t('noAnswer')}</PageHeading>
      <Paragraph>{t('noAnswerText')}</Paragraph>
      <Button onClick={tryAgain}>{t('tryAgain')}</Button>
      {reference ? <p className="small">{t('reference', { id: reference })}</p> : null}
    </div>
  );
}
