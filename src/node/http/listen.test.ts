import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { SubjectId } from '../../core/bytes/ids.ts';
import { changeAccount } from '../accounts.ts';
import { addCard, cardFile, foundingFile, joinFounding, writeFounding } from '../founding.ts';
import { silentLog } from '../log.ts';
import type { Programme } from '../programme.ts';
import { prepareProgramme } from '../programmes.ts';
import { everybody } from '../routes/events.ts';
import { makeStatement } from '../statements.ts';
import {
  foundedPair,
  headers,
  Opened,
  password,
  reopen,
  rootOf,
  type TestNode,
  temporaryFolder,
  testNode,
} from '../world.fixture.ts';
import { type ServedNode, serveOpened } from './listen.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

/** Of whoever is slow on purpose. */
const strict = { headersMs: 300, requestMs: 2_000, connections: 40, drainMs: 500 };
/** Of all others: a machine that does other things meanwhile answers later. */
const limits = { ...strict, headersMs: 20_000, requestMs: 20_000 };

async function serving(
  flags: Record<string, string> = {},
  within = limits,
): Promise<{ test: TestNode; served: ServedNode; programme: Programme }> {
  const { vn } = await foundedPair(opened);
  await vn.node.close();
  const test = await reopen(opened, vn.dir, undefined, { port: '0', 'exchange-port': '0', ...flags });
  const served = await serveOpened(test.node, undefined, within);
  opened.add(() => served.stop());
  const [programme] = test.node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return { test, served, programme };
}

async function cookieOf(served: ServedNode, name: string): Promise<string> {
  const response = await fetch(`${served.url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name, password }),
  });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** Sends raw bytes and gives back all that comes until the other side closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket
      .on('data', (chunk) => (answer += chunk.toString()))
      .on('close', () => resolve(answer))
      .on('error', () => resolve(answer));
  });
}

const say = (programme: Programme) =>
  makeStatement(programme, {
    kind: 'comment',
    subject: 'visit.a',
    facet: 'a',
    fields: { wording: { en: 'hello' } },
    version: 0,
  });

describe('a socket', () => {
  test('slow headers, a body that does not come, and headers without end are cut off', async () => {
    const { served } = await serving({}, strict);
    expect(await raw(served.port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow')).toContain('408');
    expect(
      await raw(served.port, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`),
    ).toContain('431');
    const short = `POST /api/session HTTP/1.1\r\nHost: a\r\nX-Counterpart: 1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"name":`;
    expect(await raw(served.port, short)).toMatch(/408|^$/);
  });

  test('an understated length ends the request where it says', async () => {
    const { served } = await serving();
    const body = JSON.stringify({ name: 'desk', password });
    const request = `POST /api/session HTTP/1.1\r\nHost: a\r\nX-Counterpart: 1\r\nContent-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\n${body}`;
    expect(await raw(served.port, request)).toMatch(/^HTTP\/1\.1 400/);
  });

  test('more connections than allowed are let go, and those there are still served', async () => {
    const { served } = await serving();
    const sockets = Array.from({ length: 60 }, () => connect(served.port, '127.0.0.1').on('error', () => {}));
    await Promise.all(
      sockets.map(
        (socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve)),
      ),
    );
    const late = sockets.slice(limits.connections);
    for (const socket of late)
      if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve));
    expect(late.every((socket) => socket.destroyed)).toBe(true);
    for (const socket of sockets) socket.destroy();
    const status = (): Promise<number> =>
      fetch(`${served.url}/healthz`).then(
        (answer) => answer.status,
        () => 0,
      );
    await expect.poll(status, { timeout: 15_000 }).toBe(200);
  });
});

describe('the app’s files', () => {
  test('are served with their policy, compressed, cached by their hash; other addresses lead to the app', async () => {
    const web = join(temporaryFolder(opened), 'web');
    mkdirSync(join(web, 'assets'), { recursive: true });
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>app</title>');
    writeFileSync(join(web, 'assets/app-1234.js'), 'console.log(1)');
    writeFileSync(join(web, 'assets/app-1234.js.br'), 'compressed');
    writeFileSync(join(web, '.made-of'), 'secret');
    const { served } = await serving({ web });
    const page = await fetch(`${served.url}/p/plan.y2027?filter=1`);
    expect(await page.text()).toContain('<title>app</title>');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain('trusted-types svelte-trusted-html counterpart-worker');
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = await fetch(`${served.url}/assets/app-1234.js`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toBe('console.log(1)');
    const compressed = await raw(
      served.port,
      'GET /assets/app-1234.js HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n',
    );
    expect(compressed).toMatch(/content-encoding: br[\s\S]*compressed$/i);
    const again = await fetch(`${served.url}/`, {
      headers: { 'if-none-match': page.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    for (const path of ['/.made-of', '/assets/none.js', '/..%2f..%2fetc/passwd', '/assets/%2e%2e/.made-of']) {
      const answer = await fetch(served.url + path);
      expect(await answer.text()).not.toContain('secret');
      expect([404, 200]).toContain(answer.status);
    }
  });

  test('a page one goes to names what its screen is made of, and carries its first answers to whoever is signed in', async () => {
    const web = join(temporaryFolder(opened), 'web');
    mkdirSync(join(web, '.vite'), { recursive: true });
    writeFileSync(
      join(web, 'index.html'),
      '<head><script src="/assets/first.js"></script></head><body></body>',
    );
    const screens = [
      {
        pattern: '/p/:programme/t/:kind/:suffix',
        asks: ['/api/kinds', '/api/programmes/:programme/texts/:kind.:suffix/table?order=area'],
        asksBy: ['view'],
        scripts: ['assets/first.js', 'assets/plan.js'],
        styles: ['assets/plan.css'],
      },
    ];
    const words = { en: ['assets/en.js'], lo: ['assets/lo.js'] };
    writeFileSync(join(web, '.vite/screens.json'), JSON.stringify({ screens, words }));
    const { programme, served } = await serving({ web });
    const plan = 'plan.a' as SubjectId;
    const fields = { title: { vi: '</script> A', lo: '</script> A' } };
    await programme.append(() => [{ type: 'position', body: { text: plan, item: plan, fields } }]);
    const cookie = await cookieOf(served, 'desk');
    // Which browsers say, and Node's own fetch does not let one say.
    const visit = async (path: string, more = ''): Promise<string> =>
      raw(
        served.port,
        `GET ${path} HTTP/1.1\r\nHost: a\r\nSec-Fetch-Mode: navigate\r\n${more}Connection: close\r\n\r\n`,
      );
    const path = `/p/${programme.id}/t/plan/a`;
    const table = `/api/programmes/${programme.id}/texts/plan.a/table?order=area`;
    const lao = `Cookie: ${cookie}\r\nAccept-Language: lo\r\n`;

    const page = await visit(path, lao);
    expect(page).toContain('cache-control: no-store');
    expect(page).toContain("script-src 'self'");
    expect(page).toContain('<link rel="modulepreload" crossorigin href="/assets/plan.js">');
    expect(page).toContain('<link rel="stylesheet" crossorigin href="/assets/plan.css">');
    expect(page).toContain('href="/assets/lo.js"');
    expect(page).toContain('<link rel="preload" as="fetch" crossorigin href="/api/kinds">');
    expect(page.split('assets/first.js')).toHaveLength(2);
    const [, block = ''] = /<script type="application\/json" id="ahead">(.*?)<\/script>/s.exec(page) ?? [];
    expect(block).not.toContain('<');
    const carried = JSON.parse(block) as Record<string, { register?: number; answer: unknown }>;
    expect(Object.keys(carried).sort()).toEqual(
      ['/api/node', '/api/programmes', '/api/session', table].sort(),
    );
    for (const [address, { answer }] of Object.entries(carried)) {
      const asked = await fetch(served.url + address, { headers: { ...headers, cookie } });
      expect(answer).toEqual(await asked.json());
    }
    const { version } = await programme.register();
    expect(carried[table]?.register).toBe(version);

    // What an address adds may change what is asked; nobody’s session has no answers; a stranger’s programme is none.
    expect(await visit(`${path}?row=visit.a`, lao)).toContain(table);
    expect(await visit(`${path}?view=force`, lao)).not.toContain(table);
    const nobody = await visit(path);
    expect(nobody).toContain('assets/plan.js');
    expect(nobody).toContain('href="/assets/en.js"');
    expect(nobody).not.toContain('id="ahead"');
    expect(nobody).not.toContain('/api/');
    expect(await visit(path, `Cookie: ${cookie}x\r\n`)).not.toContain('id="ahead"');
    expect(await visit(`/p/${'0'.repeat(64)}/t/plan/a`, lao)).not.toContain('/texts/');
    // What keeps the app on a device gets the page without anything of anybody.
    const kept = await fetch(`${served.url}${path}`, { headers: { cookie } });
    expect(await kept.text()).not.toContain('id="ahead"');
    expect(kept.headers.get('etag')).not.toBeNull();
  });

  test('/metrics says how many and how fast, and nothing of what', async () => {
    const { programme, served } = await serving();
    await fetch(`${served.url}/api/programmes/${programme.id}/texts/plan.secret`);
    const text = await (await fetch(`${served.url}/metrics`)).text();
    expect(text).toContain(
      'counterpart_http_request_seconds_count{route="GET /api/programmes/{programme}/texts/{text}",status="401"} 1',
    );
    expect(text).toContain('counterpart_feed_entries');
    expect(text).not.toContain('plan.secret');
  });
});

/** Reads a stream of events until one line passes the test, or it ends. */
async function eventUntil(response: Response, passes: (text: string) => boolean): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (passes(text)) return text;
  }
  return `${text}ended`;
}

describe('events', () => {
  test('a change is told at once; the stream ends with the account', async () => {
    const { programme, served, test: node } = await serving();
    const cookie = await cookieOf(served, 'leader');
    const stream = await fetch(`${served.url}/api/programmes/${programme.id}/events`, {
      headers: { cookie },
    });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const told = eventUntil(stream, (text) => text.includes('"type":"register"'));
    await say(programme);
    expect(await told).toContain('event: change');
    const second = await fetch(`${served.url}/api/programmes/${programme.id}/events`, {
      headers: { cookie },
    });
    const end = eventUntil(second, () => false);
    const leader = await node.node.store.workspace.accountNamed('leader');
    await changeAccount(node.node, leader?.id ?? '', { version: leader?.version ?? 0, disabled: true }, null);
    expect(await end).toContain('ended');
  });

  test('a stream whose listener goes while it is being ended is ended once', async () => {
    const { programme, served, test: node } = await serving();
    const cookie = await cookieOf(served, 'leader');
    const stream = await served.app.request(`/api/programmes/${programme.id}/events`, {
      headers: { cookie },
    });
    const reader = stream.body?.getReader();
    await reader?.read();
    const faults: unknown[] = [];
    const note = (fault: unknown): void => void faults.push(fault);
    process.on('unhandledRejection', note);
    node.node.sessionsEnded(everybody);
    await reader?.cancel();
    // What was asked of the workspace before is answered before this is.
    await node.node.store.workspace.accounts();
    await new Promise(setImmediate);
    process.off('unhandledRejection', note);
    expect(faults).toEqual([]);
  });
});

test('who listens while the founding is under way hears that the programme begins, and what is said in it', async () => {
  const flags = { port: '0' };
  const [vn, la] = [
    await testNode(opened, 'VN', silentLog, flags),
    await testNode(opened, 'LA', silentLog, flags),
  ];
  const { id: prepared } = await prepareProgramme(
    vn.node,
    {
      names: { vi: 'a', lo: 'b' },
      languages: ['vi', 'lo'],
      zone: 'Asia/Vientiane',
      partners: [{ code: 'LA', names: { en: 'LA' } }],
    },
    null,
  );
  await addCard(vn.node, prepared, cardFile(la.node), null);
  const { id } = await writeFounding(vn.node, prepared, rootOf(vn.node), null);
  const served = await serveOpened(vn.node, undefined, limits);
  opened.add(() => served.stop());
  const cookie = await cookieOf(served, 'desk');
  const stream = await fetch(`${served.url}/api/programmes/${id}/events`, { headers: { cookie } });
  const told = eventUntil(stream, (text) => text.split('"type":"register"').length > 2);
  await joinFounding(la.node, await foundingFile(vn.node, id), () => rootOf(la.node), null);
  await joinFounding(vn.node, await foundingFile(la.node, id), undefined, null);
  const [programme] = vn.node.programmes().values();
  if (programme !== undefined) await say(programme);
  expect(await told).toContain('event: ready');
});

test('the exchange page says on which port partners are listened for, also where the system chose it', async () => {
  const { programme, served } = await serving();
  const cookie = await cookieOf(served, 'desk');
  const page = await fetch(`${served.url}/api/programmes/${programme.id}/exchange`, { headers: { cookie } });
  const port = served.exchangePort() ?? 0;
  expect(port).toBeGreaterThan(0);
  expect(await page.json()).toMatchObject({ listens: `port ${port}` });
});

test('a graceful stop ends streams, refuses new requests and lets the folder go', async () => {
  const { programme, served, test: node } = await serving();
  const cookie = await cookieOf(served, 'desk');
  const stream = await fetch(`${served.url}/api/programmes/${programme.id}/events`, { headers: { cookie } });
  const end = eventUntil(stream, () => false);
  const written = say(programme);
  await served.stop('SIGTERM');
  expect((await written).seq).toBeGreaterThan(0);
  expect(await end).toContain('ended');
  await expect(fetch(`${served.url}/healthz`)).rejects.toThrow();
  const again = await reopen(opened, node.dir);
  expect((await [...again.node.programmes().values()][0]?.ownHead())?.seq).toBe((await written).seq);
});
