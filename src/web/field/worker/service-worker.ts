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
const { files, screens, version } = JSON.parse('PRECACHED') as {
  readonly version: string;
  readonly files: readonly string[];
  /** Regular expressions of addresses, each with the files that its screen begins with, by their place in `files`. */
  readonly screens: readonly (readonly [string, readonly number[]])[];
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
    if (isOwnPath(pathname)) event.respondWith(page(pathname, request));
  } else if (known.has(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(kept(pathname, request));
  }
});

/** The page, with the files named that the screen of the address is made of, as the node names them: they are read at once. */
async function page(path: string, request: Request): Promise<Response> {
  const found = screens.find(([pattern]) => new RegExp(pattern).test(path));
  const answer = await kept('/', request);
  if (found === undefined || !answer.ok) return answer;
  const html = await answer.text();
  const links = found[1].map((at) => linkTo(files[at] ?? '', html)).join('');
  const headers = new Headers(answer.headers);
  // What is read from here is unpacked, and longer.
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  return new Response(html.replace('</head>', `${links}</head>`), { headers });
}

function linkTo(file: string, html: string): string {
  if (html.includes(file)) return '';
  const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
  return `<link rel="${rel}" crossorigin href="${file}">`;
}

async function kept(path: string, request: Request): Promise<Response> {
  const now = await (await caches.open(current)).match(path, { ignoreVary: true });
  return now ?? (path === '/' ? undefined : await caches.match(path, { ignoreVary: true })) ?? fetch(request);
}
