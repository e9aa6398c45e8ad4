import { type ReactNode, useSyncExternalStore } from 'react';
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

interface OfflineBarProps {
  /** Said after the usual words while offline. */
  readonly more?: ReactNode;
  /** Said in the same place once the network is back. */
  readonly afterwards?: ReactNode;
}

/** A thin neutral bar: being offline is an ordinary state, not an error. Takes no room when it has nothing to say. */
export function OfflineBar({ more = null, afterwards = null }: OfflineBarProps) {
  const t = useText(baseTexts);
  const online = useOnline();
  if (online) return <output className="offline-bar">{afterwards}</output>;
  return (
    <output className="offline-bar">
      {t('offline')} {more}
    </output>
  );
}
