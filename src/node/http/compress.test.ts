import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { constantAnswer, packJson, sendJson } from './compress.ts';
import type { Env } from './serve.ts';
import { bytesOf, written } from './written.ts';

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
  const kept = (value: unknown) => ({ write: () => new TextEncoder().encode(JSON.stringify(value)) });
  const keptLarge = kept(large);
  const app = new Hono<Env>()
    .use(packJson(), async (c, next) => {
      c.header('x-register', '7');
      return next();
    })
    .get('/small', (c) => c.json(small, 200))
    .get('/large', (c) => c.json(large, 200))
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
  expect(packed.headers.get('x-register')).toBe('7');
});

const letters = ['a', 'b', 'c', 'd'];
const lettersApp = (length: number): Hono<Env> => {
  const texts = letters.map((letter) => bytesOf(JSON.stringify(letter.repeat(length))));
  return new Hono<Env>().get('/:at', (c) =>
    sendJson(c, { write: () => written([texts[Number(c.req.param('at'))] ?? bytesOf('')]) }),
  );
};

test.each([1_000, 300_000, 5_000_000])(
  '%i letters that wait to be sent stay as they are while others are written',
  async (length) => {
    const server = createAdaptorServer({ fetch: lettersApp(length).fetch }) as Server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    // All at once on one socket: the answers are made at once, and sent one after the other.
    const requests = letters.map((_, at) => `GET /${at} HTTP/1.1\r\nhost: a\r\n`);
    socket.write(`${requests.join('\r\n')}connection: close\r\n\r\n`);
    const got = (await socket.toArray()).join('');
    await new Promise((resolve) => server.close(resolve));
    for (const letter of letters) expect(got.includes(`"${letter.repeat(length)}"`)).toBe(true);
  },
);

test.each([20_000, 3_000_000])(
  '%i letters are packed as they are while others are written',
  async (length) => {
    const app = lettersApp(length);
    const headers = { 'accept-encoding': 'gzip' };
    const sent = await Promise.all(letters.map(async (_, at) => app.request(`/${at}`, { headers })));
    for (const [at, one] of sent.entries()) {
      const text = gunzipSync(await one.arrayBuffer()).toString();
      expect(text === JSON.stringify(letters[at]?.repeat(length))).toBe(true);
    }
  },
);
