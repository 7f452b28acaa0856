import { isOwnPath } from '../own-paths.ts';

/*
 * Keeps the app's own files, so that it opens without a network. Nothing of the API passes through here: what is kept of it is
 * kept by the app, by name, for the account that is signed in (`../kept.ts`).
 */

interface Life extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', heard: (event: Life) => void): void;
  addEventListener(type: 'fetch', heard: (event: Fetched) => void): void;
  addEventListener(type: 'message', heard: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

/** The build writes the app's version and files in place of this word. */
const { files, version } = JSON.parse('PRECACHED') as {
  readonly version: string;
  readonly files: readonly string[];
};
const prefix = 'counterpart-app-';
const current = prefix + version;
const known = new Set(files);

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(current).then((cache) => cache.addAll(files)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => worker.clients.claim()));
});

/** The version before this one stays: a tab that still runs it may ask for a part that it has not loaded yet. */
async function forgetOld(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
  for (const name of older.slice(0, -1)) await caches.delete(name);
}

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isOwnPath(pathname)) event.respondWith(kept('/', request));
  } else if (known.has(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(kept(pathname, request));
  }
});

async function kept(path: string, request: Request): Promise<Response> {
  const now = await (await caches.open(current)).match(path, { ignoreVary: true });
  return now ?? (path === '/' ? undefined : await caches.match(path, { ignoreVary: true })) ?? fetch(request);
}
