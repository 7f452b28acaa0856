import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip, gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from './accepts.ts';
import type { Env } from './serve.ts';

const gzipped = promisify(gzip);
/** Up to so many bytes packing takes a fraction of a millisecond, less than to hand it to another thread and wait for that. */
const quick = 64 * 1024;
const pack = (
  bytes: Uint8Array,
  level: number,
): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer> =>
  bytes.length <= quick
    ? new Uint8Array(gzipSync(bytes, { level }))
    : gzipped(new Uint8Array(bytes), { level }).then((packed) => new Uint8Array(packed));
/** Below this many bytes packing costs more than it saves. */
const least = 16 * 1024;

/** Packs large JSON answers, which are nine tenths repetition: a border post's line is slow, a processor is not. */
export function packJson(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    // Its body is not looked at before it must be: to touch it makes a stream of what is sent at once otherwise.
    const { headers, status } = c.res;
    if (headers.has('content-encoding') || headers.has('content-length')) return;
    if (headers.get('content-type')?.startsWith('application/json') !== true) return;
    if (status === 304 || !accepts(c.req.header('accept-encoding'), 'gzip')) return;
    const bytes = new Uint8Array(await c.res.arrayBuffer());
    const isSmall = bytes.length < least;
    const body = isSmall ? bytes : await pack(bytes, constants.Z_BEST_SPEED);
    if (!isSmall) {
      headers.set('content-encoding', 'gzip');
      headers.append('vary', 'accept-encoding');
    }
    // What is set over an answer that is there is copied as a stream.
    c.res = undefined;
    c.res = new Response(body, { status, headers });
  };
}

/** JSON that is sent more than once: packed once, when somebody first takes it packed. */
export interface KeptJson {
  /** Its UTF-8, made when it is asked for; whoever takes it copies it before anything else is written. */
  readonly write: () => Uint8Array;
  packed?: Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}

/** Sends it as whoever asks can take it. */
export async function sendJson(c: Context<Env>, kept: KeptJson): Promise<Response> {
  const headers = { 'content-type': 'application/json', vary: 'accept-encoding' };
  const takesPacked = accepts(c.req.header('accept-encoding'), 'gzip');
  if (kept.packed === undefined || !takesPacked) {
    const bytes = kept.write();
    if (!takesPacked || bytes.length < least)
      return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-length': String(bytes.length) });
    kept.packed = pack(bytes, constants.Z_BEST_SPEED);
  }
  return c.body(await kept.packed, 200, { ...headers, 'content-encoding': 'gzip' });
}

/** An answer that stays the same while the node runs: written and packed once, and sent only to whoever has it not yet. */
export function constantAnswer(value: unknown): (c: Context<Env>) => Promise<Response> {
  let made:
    | Promise<{ readonly plain: string; readonly packed: Uint8Array<ArrayBuffer>; readonly etag: string }>
    | undefined;
  const make = async () => {
    const plain = JSON.stringify(value);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    return { plain, packed: await pack(Buffer.from(plain), constants.Z_BEST_COMPRESSION), etag };
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
    return new Response(packed, { headers });
  };
}
