import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { demoAccounts } from '../demo/accounts.ts';
import { makeDemo } from '../demo/make.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import { questions } from '../src/core/register/ask/catalogue.ts';
import { readConfig } from '../src/node/config.ts';
import { makeApp } from '../src/node/http/app.ts';
import { serveNode } from '../src/node/http/listen.ts';
import { silentLog } from '../src/node/log.ts';
import type { Node } from '../src/node/node.ts';
import type { Programme } from '../src/node/programme.ts';
import type { Figures } from './figures.ts';

/* Every list of the register, as the app asks for it, on a node that holds many events and as many lines said at them. */

const atOnce = 400;
const rounds = 12;
const writes = 60;
const page = 'limit=100';
/** Requests of one list whose processor time is counted together. */
const counted = 200;
/** Between two requests: 200 a second. */
const apart = 5;

/** What some questions must be told. */
const given: Readonly<Record<string, string>> = {
  mechanism: '&for=mechanism.defence-policy-dialogue-deputy-ministers',
  series: '&for=mechanism.defence-policy-dialogue-deputy-ministers',
  holder: '&post=Minister',
  person: '&for=Phan',
  review: '&for=plan.exercise-2021',
};
const addresses = questions.map(({ question }) => `${question}?${page}${given[question] ?? ''}`);

/**
 * Milliseconds of the slowest of a hundred list requests over HTTP, 200 a second, each list in turn beside a bare server that
 * sends as many bytes: of any, of those of the two longest lists after a statement was made. And the processor's time of one
 * request, of all lists and of the dearest.
 */
export async function measureLists({ dir, entries }: { dir: string; entries: number }): Promise<Figures> {
  await makeDemo(dir, silentLog);
  const served = await serveNode(
    readConfig({ dir: join(dir, 'VN'), port: '0', 'exchange-port': '0' }, {}),
    silentLog,
  );
  const bare = await bareServer();
  try {
    const [programme] = served.node.programmes().values();
    if (programme === undefined) throw new Error('the demo has a programme');
    await fill(programme, entries);
    const base = `${served.url}/api/programmes/${programme.id}/ask`;
    const cookie = await signIn(served.url);
    const get = (path: string): Promise<number> => read(`${base}/${path}`, { cookie });
    const sizes: number[] = [];
    for (const address of addresses) sizes.push(await get(address));
    const [times, bareTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, address] of addresses.entries()) {
        await rest(apart);
        // Pages that were not asked for before are written anew.
        const from = round % 4 === 0 ? `&from=${((round * 7_919) % 200) * 100}` : '';
        times.push(await timeOf(() => get(`${address}${from}`)));
        bareTimes.push(await timeOf(() => bare.get(sizes[at] ?? 0)));
      }
    }
    const firsts: number[] = [];
    for (let at = 0; at < writes; at += 1) {
      await programme.append(() => [statement(event(entries + at))]);
      firsts.push(await timeOf(() => get(`${at % 2 === 0 ? 'chronology' : 'ledger'}?${page}`)));
    }
    const cpu = await processorTimes(served.node, programme.id, cookie);
    return {
      ms: slowest(times),
      middleMs: middle(times),
      afterMs: slowest(firsts),
      bareMs: slowest(bareTimes),
      bareMiddleMs: middle(bareTimes),
      cpuMs: cpu.reduce((sum, one) => sum + one, 0) / cpu.length,
      dearestMs: Math.max(...cpu),
    };
  } finally {
    await bare.stop();
    await served.stop();
  }
}

const agent = new Agent({ keepAlive: true });

/** Reads what a server sends, packed as a browser takes it, and gives its bytes; to unpack it is not the server's work. */
const read = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      let size = 0;
      response
        .on('data', (chunk: Buffer) => void (size += chunk.length))
        .on('end', () => resolve(size))
        .on('error', reject);
    });
    sent.on('error', reject).end();
  });

/** Milliseconds of the processor for one request of each list, in this process, without a socket. */
async function processorTimes(node: Node, programme: string, cookie: string): Promise<number[]> {
  const app = makeApp(node, {
    webFolder: node.config.dir,
    addressOf: () => '127.0.0.1',
    isStopping: () => false,
  });
  const times: number[] = addresses.map(() => Infinity);
  for (const [at, address] of [...addresses.entries(), ...addresses.entries()]) {
    const get = async (): Promise<void> => {
      const path = `/api/programmes/${programme}/ask/${address}`;
      const response = await app.request(path, { headers: { cookie, 'accept-encoding': 'gzip' } });
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
      await response.arrayBuffer();
    };
    for (let warm = 0; warm < counted / 10; warm += 1) await get();
    const since = process.cpuUsage();
    for (let done = 0; done < counted; done += 1) await get();
    const { system, user } = process.cpuUsage(since);
    // The better of two turns: what the writes before left to clear away comes upon one list or another.
    times[at] = Math.min(times[at] ?? Infinity, (system + user) / 1_000 / counted);
  }
  return times;
}

/** As many statements as make the node's register about that long: two things said at each event. */
export async function fill(
  programme: Programme,
  entries: number,
  make: (number: number) => JsonObject = (number) => (number % 3 === 0 ? event(number) : said(number)),
): Promise<void> {
  for (let from = 0; from < entries; from += atOnce) {
    await programme.append(() =>
      Array.from({ length: Math.min(atOnce, entries - from) }, (_, at) => statement(make(from + at))),
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

export async function signIn(url: string): Promise<string> {
  const [account] = demoAccounts('VN');
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-counterpart': '1' },
    body: JSON.stringify({ name: account?.name, password: account?.password }),
  });
  if (response.status !== 200) throw new Error(`signing in: ${response.status}`);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** Sends as many bytes as it is asked for, and does nothing else. */
async function bareServer() {
  const bytes = Buffer.alloc(1 << 20, 'a');
  const server = createServer((request, response) => {
    const size = Number(request.url?.slice(1));
    response.writeHead(200, { 'content-type': 'application/json' }).end(bytes.subarray(0, size));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    get: (size: number): Promise<number> => read(`${url}/${size}`),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Milliseconds that something takes. */
export async function timeOf(one: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await one();
  return performance.now() - since;
}

const middle = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

/** The 99th of a hundred; of fewer the last. */
export const slowest = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.99) - 1] ?? 0;
