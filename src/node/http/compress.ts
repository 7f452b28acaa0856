import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
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
    if (!type.startsWith('application/json') || c.res.headers.has('content-encoding')) return;
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
