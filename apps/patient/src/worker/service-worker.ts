/**
 * Keeps the app's own files, so that it opens without a network. It keeps no answer of the server: those are the page's,
 * and only on the patient's own device. Pictures the page has put in its cache are served from there.
 */
interface LifeEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Filled in by `build.ts` with every built file and a hash of them all. */
const build = { files: ['__SKUTE_FILES__'], version: '__SKUTE_VERSION__' };
const appCache = `skute-app-${build.version}`;
const mediaCache = 'skute-media';
/** Addresses that are pages of this app. Everything else (the clinic, login, the API) goes past the worker. */
const page = /^\/(programme|step\/[^/]+(\/finished)?|form\/[^/]+(\/[^/]+)?|progress(\/[^/]+)?|more|help)?$/;

self.addEventListener('install', (event) => {
  (event as LifeEvent).waitUntil(caches.open(appCache).then((cache) => cache.addAll(build.files)));
});

self.addEventListener('activate', (event) => {
  (event as LifeEvent).waitUntil(forgetOlderBuilds());
});

self.addEventListener('fetch', (event) => {
  const { request } = event as unknown as FetchEvent;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  const answer = (response: Promise<Response>): void =>
    (event as unknown as FetchEvent).respondWith(response);
  if (request.mode === 'navigate') {
    if (page.test(address.pathname)) answer(kept('/', request));
  } else if (address.pathname.startsWith('/api/media/')) {
    // Films ask for ranges, which a kept file can't give.
    if (!request.headers.has('range')) answer(keptPicture(request));
  } else if (build.files.includes(address.pathname)) {
    answer(kept(address.pathname, request));
  }
});

async function kept(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(appCache);
  return (await cache.match(address)) ?? fetch(request);
}

async function keptPicture(request: Request): Promise<Response> {
  // `has` first: opening would make the cache, and a shared device has none.
  const found = (await caches.has(mediaCache))
    ? await (await caches.open(mediaCache)).match(request)
    : undefined;
  return found ?? fetch(request);
}

async function forgetOlderBuilds(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('skute-app-') && name !== appCache);
  await Promise.all(older.map((name) => caches.delete(name)));
}

export type {};
