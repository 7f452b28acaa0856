import type { Context, MiddlewareHandler } from 'hono';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import type { Env } from './serve.ts';

/** Most bytes of a JSON body. */
const jsonBytesMax = 16 * 1024 * 1024;

/** Headers of every answer. The API shows nothing, so a browser may do nothing with what it sends. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
};

/** Headers of the app: its own scripts and styles only, no inline ones, and no string becomes markup but by Svelte. */
export const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html counterpart-worker',
].join('; ');

/** Sets what an answer has not set by itself. */
export function defaultHeaders(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(apiHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const bodies = /^(?:application\/json|application\/octet-stream)(?:\s*;\s*charset=utf-8)?$/i;

/**
 * Refuses what another site can make a browser send: a changing request must carry a header that forms cannot, a body type
 * that forms cannot, and, where a browser says whence it comes, our own origin.
 */
export function refuseForeign(node: Node): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (changing.has(c.req.method)) {
      const { origin, site } = { origin: c.req.header('origin'), site: c.req.header('sec-fetch-site') };
      if (c.req.header('x-counterpart') !== '1') throw new Refusal('request.foreign');
      if (site !== undefined && site !== 'same-origin') throw new Refusal('request.foreign');
      if (origin !== undefined && !isOurs(node, c, origin)) throw new Refusal('request.foreign');
      const type = c.req.header('content-type');
      if (type === undefined ? hasBody(c) : !bodies.test(type.trim()))
        throw new Refusal('request.media-type');
      if (type?.toLowerCase().startsWith('application/json')) await boundBody(c);
    }
    return next();
  };
}

/** Whether a body comes with a request: over a socket even one without has a stream, which a browser's DELETE does not fill. */
const hasBody = (c: Context<Env>): boolean =>
  c.req.header('transfer-encoding') !== undefined || (c.req.header('content-length') ?? '0') !== '0';

function isOurs(node: Node, c: Context<Env>, origin: string): boolean {
  if (node.config.origins.includes(origin)) return true;
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A JSON body is counted as it comes, whatever length it declared. */
async function boundBody(c: Context<Env>): Promise<void> {
  const declared = Number(c.req.header('content-length') ?? 0);
  if (declared > jsonBytesMax) throw new Refusal('request.too-large');
  const { body } = c.req.raw;
  if (body === null) return;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > jsonBytesMax) throw new Refusal('request.too-large');
    chunks.push(chunk);
  }
  const { headers, method, url } = c.req.raw;
  c.req.raw = new Request(url, { method, headers, body: Buffer.concat(chunks) });
}
