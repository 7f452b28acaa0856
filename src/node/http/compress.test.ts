import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { constantAnswer, packJson } from './compress.ts';
import type { Env } from './serve.ts';

test('a constant answer is sent packed or plain as one takes it, and not again to whoever has it', async () => {
  const app = new Hono<Env>().use(packJson()).get('/kinds', constantAnswer([{ kind: 'patrol' }]));
  const plain = await app.request('/kinds');
  expect(await plain.json()).toEqual([{ kind: 'patrol' }]);
  expect(plain.headers.get('content-encoding')).toBeNull();
  const packed = await app.request('/kinds', { headers: { 'accept-encoding': 'br, gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(JSON.parse(gunzipSync(await packed.arrayBuffer()).toString())).toEqual([{ kind: 'patrol' }]);
  const known = { 'if-none-match': packed.headers.get('etag') ?? '' };
  const again = await app.request('/kinds', { headers: { ...known, 'accept-encoding': 'gzip' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const other = await new Hono<Env>().get('/kinds', constantAnswer([])).request('/kinds', { headers: known });
  expect(other.status).toBe(200);
});
