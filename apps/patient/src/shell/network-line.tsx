import { OfflineBar, SavedWord } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useEffect, useState } from 'react';
import { useOutbox } from '../kept/outbox.ts';
import { shellTexts } from './texts.ts';

/** Being offline, what waits to be sent, and that it was sent: the only news that comes without being asked for. */
export function NetworkLine() {
  const t = useText(shellTexts);
  const { waiting, sentAt } = useOutbox();
  const justSent = useRecently(sentAt) && waiting === 0;
  return (
    <OfflineBar
      more={waiting > 0 ? t('waiting', { count: waiting }) : null}
      afterwards={justSent ? <SavedWord state="sent" /> : null}
    />
  );
}

/** True for ten seconds after an instant; 0 is never. */
function useRecently(at: number): boolean {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(at), 10_000);
    return () => clearTimeout(timer);
  }, [at]);
  return at > passed;
}
