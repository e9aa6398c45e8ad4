import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/index.ts';
import { baseTexts } from './texts.ts';

/** What the browser believes about the network. It may say yes and be wrong; it does not say no and be wrong. */
export function useOnline(): boolean {
  return useSyncExternalStore(watchNetwork, () => navigator.onLine);
}

function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** A thin neutral bar: being offline is an ordinary state, not an error. */
export function OfflineBar({ text }: { text?: string }) {
  const t = useText(baseTexts);
  const online = useOnline();
  return (
    <output className="offline-bar" hidden={online}>
      {online ? null : (text ?? t('offline'))}
    </output>
  );
}
