/**
 * Signing out in one place is signing out in all of them: in other tabs, and on pages that the browser has put by for its
 * Back button and brings back just as they were.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query';

const channelName = 'skute-session';

/** The session is asked for anew when another tab signs out; a page that was put by is read anew, and not seen before. */
export function listenElsewhere(client: QueryClient, sessionKey: QueryKey): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', () => void client.invalidateQueries({ queryKey: sessionKey }));
  window.addEventListener('pagehide', ({ persisted }) => {
    if (persisted) document.documentElement.style.visibility = 'hidden';
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}

export function tellElsewhere(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('signed out');
  channel.close();
}
