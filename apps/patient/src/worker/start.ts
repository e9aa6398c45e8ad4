/** Starts the service worker once the first page is drawn, and reloads once if a newer build has taken our files away. */
export function startWorker(): void {
  window.addEventListener('vite:preloadError', reloadOnce);
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  });
}

const reloadedKey = 'skute.reloaded';

function reloadOnce(event: Event): void {
  if (!navigator.onLine || sessionStorage.getItem(reloadedKey)) return;
  sessionStorage.setItem(reloadedKey, '1');
  event.preventDefault();
  window.location.reload();
}
