import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { constantAnswer, packJson, sendJson } from './compress.ts';
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

const [small, large] = [{ rows: ['ຝຶກ'] }, { rows: Array.from({ length: 4_000 }, () => 'ຝຶກ') }];

test.each([
  { path: '/small', isLarge: false },
  { path: '/large', isLarge: true },
  { path: '/kept-small', isLarge: false },
  { path: '/kept-large', isLarge: true },
])('$path goes out packed only where it is large, to whoever takes it', async ({ isLarge, path }) => {
  const kept = (value: unknown) => ({ bytes: new TextEncoder().encode(JSON.stringify(value)) });
  const keptLarge = kept(large);
  const app = new Hono<Env>()
    .use(packJson())
    .get('/small', (c) => c.json(small, 200, { 'x-register': '7' }))
    .get('/large', (c) => c.json(large, 200, { 'x-register': '7' }))
    .get('/kept-small', (c) => sendJson(c, kept(small)))
    .get('/kept-large', (c) => sendJson(c, keptLarge));
  const plain = await app.request(path);
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.json()).toEqual(isLarge ? large : small);
  const packed = await app.request(path, { headers: { 'accept-encoding': 'gzip' } });
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(packed.headers.get('content-encoding')).toBe(isLarge ? 'gzip' : null);
  expect(JSON.parse((isLarge ? gunzipSync(bytes) : bytes).toString())).toEqual(isLarge ? large : small);
  expect(packed.headers.get('content-type')).toMatch(/^application\/json/);
  expect(packed.headers.get('x-register')).toBe(path.startsWith('/kept') ? null : '7');
});
