import { Button, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendAll } from '../kept/outbox.ts';
import { AppLink } from '../links.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { formTexts } from './texts.ts';

/** Sent, and nobody has answered yet: it lies in the outbox. */
export function WaitingToBeSentPage({ formId }: { formId: string }) {
  const t = useText(formTexts);
  const client = useQueryClient();
  const [failed, setFailed] = useState(false);
  const tryNow = async (): Promise<void> => {
    setFailed(false);
    setFailed((await sendAll(client)) > 0);
  };
  return (
    <div className="page">
      <PageHead boat="moored" title={t('safe')} page={`waiting ${formId}`} />
      <Paragraph>{t('safeText')}</Paragraph>
      <output className="small">{failed ? t('notSent') : null}</output>
      <Button className="wide" onClick={() => void tryNow()}>
        {t('tryNow')}
      </Button>
      <AppLink to="/" className="text-link">
        {t('toToday')}
      </AppLink>
    </div>
  );
}
