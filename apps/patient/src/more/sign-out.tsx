import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useSignOut } from '@skute/ui/session';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { forgetAll } from '../kept/device.ts';
import { sendAll } from '../kept/outbox.ts';
import { sendDrafts } from '../kept/unsent-drafts.ts';
import { moreTexts } from './texts.ts';

/** Signing out empties the phone. What has not been sent is tried once more first, and asked about if it won't go. */
export function SignOut({ name }: { name: string }) {
  const t = useText(moreTexts);
  const client = useQueryClient();
  const signOut = useSignOut(forgetAll);
  const [unsent, setUnsent] = useState(0);
  const start = async (): Promise<void> => {
    const left = (await sendAll(client)) + (await sendDrafts());
    if (left > 0) setUnsent(left);
    else signOut.mutate();
  };
  return (
    <section className="stack part">
      <p className="small">{t('signedInAs', { name })}</p>
      {unsent > 0 ? (
        <div className="card">
          <p>{t('unsent', { count: unsent })}</p>
          <Button onClick={() => setUnsent(0)}>{t('stay')}</Button>
          <Button variant="secondary" onClick={() => signOut.mutate()}>
            {t('signOutAnyway')}
          </Button>
        </div>
      ) : (
        <Button variant="secondary" onClick={() => void start()}>
          {t('signOut')}
        </Button>
      )}
      <output className="small">{signOut.isError ? t('notEnded') : null}</output>
    </section>
  );
}
