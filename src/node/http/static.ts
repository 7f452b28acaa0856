import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { accepts } from './accepts.ts';
import { appPolicy } from './defences.ts';
import { type Ask, firstPages } from './first-page.ts';
import type { Env } from './serve.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
  map: 'application/json; charset=utf-8',
};

interface StaticFile {
  readonly path: string;
  readonly type: string;
  readonly size: number;
  readonly etag: string;
  /** Its name holds its hash, so it never changes. */
  readonly immutable: boolean;
  readonly encodings: ReadonlyMap<string, { readonly path: string; readonly size: number }>;
}

/**
 * Serves the built app: each file that was there at the start, compressed where a `.br` or `.gz` lies beside it, and
 * index.html for every other address that does not end like a file, since those are the app's own. `ask` answers as the API does.
 */
export function serveApp(folder: string, ask: Ask): MiddlewareHandler<Env> {
  const files = existsSync(folder) ? readFiles(folder) : new Map<string, StaticFile>();
  const firstPage = firstPages(folder, ask);
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = c.req.path.slice(1);
    const file =
      files.get(path === '' ? 'index.html' : path) ??
      (isFileName(path) ? undefined : files.get('index.html'));
    if (file === undefined) return next();
    c.set('route', 'GET /*');
    const headers = new Headers({
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: file.etag,
      vary: 'accept-encoding',
      'content-security-policy': appPolicy,
    });
    // Who goes there by a browser gets it with what the screen needs; what keeps the app gets the file as it is.
    const isVisit = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
    const page = isVisit && file === files.get('index.html') ? firstPage?.(c, headers) : undefined;
    if (page !== undefined) return page;
    if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const encoding = ['br', 'gzip'].find(
      (name) => file.encodings.has(name) && accepts(c.req.header('accept-encoding'), name),
    );
    const { path: from, size } = (encoding && file.encodings.get(encoding)) || file;
    if (encoding !== undefined) headers.set('content-encoding', encoding);
    headers.set('content-length', String(size));
    // Whole: the largest is a font of some 100 KB.
    const body = c.req.method === 'HEAD' ? null : new Uint8Array(await readFile(from));
    return new Response(body, { headers });
  };
}

/** Ids of texts have a dot too, so only the endings that are served count. */
const isFileName = (path: string): boolean => types[path.split('.').at(-1) ?? ''] !== undefined;

function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const entries: Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    const type = types[name.split('.').at(-1) ?? ''];
    if (!entry.isFile() || type === undefined || name.startsWith('.') || name.includes('/.')) continue;
    const encodings = new Map<string, { path: string; size: number }>();
    for (const [encoding, suffix] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      if (existsSync(path + suffix))
        encodings.set(encoding, { path: path + suffix, size: statSync(path + suffix).size });
    }
    const etag = `"${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22)}"`;
    files.set(name, {
      path,
      type,
      size: statSync(path).size,
      etag,
      immutable: name.startsWith('assets/'),
      encodings,
    });
  }
  return files;
}
