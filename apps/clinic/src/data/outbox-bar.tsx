import { useText } from '@skute/ui/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { sayNotice } from '../parts/notices.tsx';
import { onHandled, readOutbox, sendOutbox, watchOutbox } from './outbox.ts';
import { outboxTexts } from './texts.ts';

/** How many acts wait for the network; says so when one is refused. */
export function OutboxBar() {
  const t = useText(outboxTexts);
  const client = useQueryClient();
  const { acts, state } = useSyncExternalStore(watchOutbox, readOutbox);
  useEffect(() => {
    sendOutbox();
    return onHandled((act, outcome) => {
      if (outcome.kind === 'refused') sayNotice(t('refused'), 'trouble');
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['patient', act.treatmentId] });
    });
  }, [client, t]);
  const waits = state === 'waiting' && acts.length > 0;
  return (
    <div role="status" className="offline-bar outbox-bar" hidden={!waits}>
      {waits ? t('waiting', { count: acts.length }) : null}
    </div>
  );
}
