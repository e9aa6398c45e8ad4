import { Button, Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { readOutbox, sendOutbox } from '../data/outbox.ts';
import { Modal } from '../parts/modal.tsx';
import { shellTexts } from './texts.ts';
import { useLeave } from './use-leave.ts';

/** Signs out; asks first when acts are waiting for the network, since they would be lost. */
export function SignOut() {
  const t = useText(shellTexts);
  const leave = useLeave();
  const [unsent, setUnsent] = useState(0);
  const ask = (): void => {
    const waiting = readOutbox().acts.length;
    if (waiting === 0) return leave();
    setUnsent(waiting);
  };
  const stay = (): void => {
    setUnsent(0);
    sendOutbox();
  };
  return (
    <>
      <Button variant="secondary" onClick={ask}>
        {t('signOut')}
      </Button>
      {unsent > 0 ? (
        <Modal title={t('unsentTitle')} onClose={stay}>
          <Paragraph>{t('unsent', { count: unsent })}</Paragraph>
          <div className="modal-acts">
            <Button data-autofocus="" onClick={stay}>
              {t('stay')}
            </Button>
            <Button variant="secondary" onClick={leave}>
              {t('leaveAnyway')}
            </Button>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
