import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { demoAccounts } from '../demo/accounts.ts';
import { makeDemo } from '../demo/make.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import { readConfig } from '../src/node/config.ts';
import { serveNode } from '../src/node/http/listen.ts';
import { silentLog } from '../src/node/log.ts';
import type { Programme } from '../src/node/programme.ts';
import type { Figures } from './figures.ts';

/* The two longest lists of the app, the chronology and what was said, on a node that holds many of both. */

const atOnce = 400;
const reads = 1_000;
const writes = 60;
const page = 'limit=100';

/**
 * Milliseconds of the slowest of a hundred list requests over HTTP: of any, of the first after a statement was made, and of
 * a bare server that sends the same bytes.
 */
export async function measureLists({ dir, entries }: { dir: string; entries: number }): Promise<Figures> {
  await makeDemo(dir, silentLog);
  const served = await serveNode(
    readConfig({ dir: join(dir, 'VN'), port: '0', 'exchange-port': '0' }, {}),
    silentLog,
  );
  try {
    const [programme] = served.node.programmes().values();
    if (programme === undefined) throw new Error('the demo has a programme');
    await fill(programme, entries);
    const base = `${served.url}/api/programmes/${programme.id}/ask`;
    const cookie = await signIn(served.url);
    const get = async (path: string): Promise<string> => {
      const response = await fetch(`${base}/${path}`, { headers: { cookie } });
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      return response.text();
    };
    const lists = ['chronology', 'ledger'];
    for (const list of lists) await get(`${list}?${page}`);
    const times = await timesOf(reads, async (at) => {
      const list = lists[at % 2] ?? '';
      // Pages that were not asked for before are written anew.
      await get(`${list}?${page}&from=${((at * 7_919) % 200) * 100}`);
    });
    const firsts: number[] = [];
    for (let at = 0; at < writes; at += 1) {
      await programme.append(() => [statement(event(entries + at))]);
      const list = lists[at % 2] ?? '';
      firsts.push(...(await timesOf(1, () => get(`${list}?${page}`))));
    }
    const bare = await bareTimes(Buffer.from(await get(`chronology?${page}`)));
    return { ms: slowest(times), afterMs: slowest(firsts), bareMs: slowest(bare) };
  } finally {
    await served.stop();
  }
}

/** As many statements as make the node's register about that long: two things said at each event. */
async function fill(programme: Programme, entries: number): Promise<void> {
  for (let from = 0; from < entries; from += atOnce) {
    await programme.append(() =>
      Array.from({ length: Math.min(atOnce, entries - from) }, (_, at) =>
        statement((from + at) % 3 === 0 ? event(from + at) : said(from + at)),
      ),
    );
  }
}

const statement = (body: JsonObject) => ({ type: 'statement' as const, body });

const event = (number: number): JsonObject => ({
  kind: 'event',
  subject: `event.bench-${number}`,
  fields: {
    title: { vi: `Hội đàm lần ${number}`, en: `Talks ${number}` },
    what: 'talks',
    date: `${2000 + (number % 27)}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    place: 'Hanoi',
    host: number % 2 === 0 ? 'VN' : 'LA',
    exercise: true,
  },
});

const said = (number: number): JsonObject => ({
  kind: 'undertaking',
  subject: `undertaking.bench-${number}`,
  fields: {
    wording: { vi: `Trao đổi kinh nghiệm lần ${number}`, en: `Share experience ${number}` },
    force: number % 2 === 0 ? 'pledged' : 'requested',
    by: 'VN',
    to: 'LA',
    sides: ['VN'],
    area: 'experience',
    event: `event.bench-${number - (number % 3)}`,
    exercise: true,
  },
});

async function signIn(url: string): Promise<string> {
  const [account] = demoAccounts('VN');
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-counterpart': '1' },
    body: JSON.stringify({ name: account?.name, password: account?.password }),
  });
  if (response.status !== 200) throw new Error(`signing in: ${response.status}`);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function bareTimes(bytes: Buffer): Promise<number[]> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const get = async (): Promise<void> => void (await (await fetch(url)).text());
  await get();
  const times = await timesOf(reads, get);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return times;
}

async function timesOf(count: number, one: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const since = performance.now();
    await one(at);
    times.push(performance.now() - since);
  }
  return times;
}

/** The 99th of a hundred; of fewer the last. */
const slowest = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.99) - 1] ?? 0;
