import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from './accepts.ts';
import type { Env } from './serve.ts';

const pack = promisify(gzip);
/** Below this many bytes packing costs more than it saves. */
const least = 16 * 1024;

/** Packs large JSON answers, which are nine tenths repetition: a border post's line is slow, a processor is not. */
export function packJson(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    const type = c.res.headers.get('content-type') ?? '';
    if (!type.startsWith('application/json') || c.res.headers.has('content-encoding') || !c.res.body) return;
    if (!accepts(c.req.header('accept-encoding'), 'gzip')) return;
    const bytes = Buffer.from(await c.res.arrayBuffer());
    const { headers, status } = c.res;
    if (bytes.length < least) {
      c.res = new Response(bytes, { status, headers });
      return;
    }
    const packed = await pack(bytes, { level: constants.Z_BEST_SPEED });
    c.res = new Response(new Uint8Array(packed), { status, headers });
    c.res.headers.set('content-encoding', 'gzip');
    c.res.headers.append('vary', 'accept-encoding');
    c.res.headers.delete('content-length');
  };
}

/** JSON that is sent more than once: packed once, when somebody first takes it packed. */
export interface KeptJson {
  readonly text: string;
  packed?: Promise<Buffer>;
}

/** Sends it as whoever asks can take it. */
export async function sendJson(c: Context<Env>, kept: KeptJson): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  if (kept.text.length < least || !accepts(c.req.header('accept-encoding'), 'gzip'))
    return new Response(kept.text, { headers });
  kept.packed ??= pack(kept.text, { level: constants.Z_BEST_SPEED });
  return new Response(new Uint8Array(await kept.packed), {
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  });
}

/** An answer that stays the same while the node runs: written and packed once, and sent only to whoever has it not yet. */
export function constantAnswer(value: unknown): (c: Context<Env>) => Promise<Response> {
  let made: Promise<{ readonly plain: string; readonly packed: Buffer; readonly etag: string }> | undefined;
  const make = async () => {
    const plain = JSON.stringify(value);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    return { plain, packed: await pack(plain, { level: constants.Z_BEST_COMPRESSION }), etag };
  };
  return async (c) => {
    const { etag, packed, plain } = await (made ??= make());
    const headers = new Headers({
      'content-type': 'application/json',
      // It is the same for everybody, so a browser may keep it; whether it is still right is asked each time.
      'cache-control': 'private, no-cache',
      etag,
      vary: 'accept-encoding',
    });
    if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
    if (!accepts(c.req.header('accept-encoding'), 'gzip')) return new Response(plain, { headers });
    headers.set('content-encoding', 'gzip');
    return new Response(new Uint8Array(packed), { headers });
  };
}
