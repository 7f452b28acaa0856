import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, serveBeside } from './beside.ts';

/** Milliseconds of reads over HTTP: the middle, the 99th of a hundred. */
export interface Reads {
  readonly middle: number;
  readonly p99: number;
}

/** Reads of the table by its pieces, and of the same bytes from a server that does nothing else. */
export interface ReadFigures {
  readonly table: Reads;
  readonly bare: Reads;
}

/** Between two requests: 200 a second. */
const apart = 5;

/** By somebody signed in: the page of the table and its slices by turns. The best of several turns counts, as everywhere. */
export async function measureReads(
  url: string,
  cookie: string,
  path: string,
  readings: number,
  turns: number,
): Promise<ReadFigures> {
  // Node does not resolve names under localhost as browsers do.
  const origin = url.replace(/\/\/[^/:]+/, '//127.0.0.1');
  const headers = { cookie, 'x-counterpart': '1', 'accept-encoding': 'gzip' };
  const answer = async (of: string): Promise<string> => (await fetch(origin + of, { headers })).text();
  const page = await answer(path);
  const { slices } = JSON.parse(page) as { slices: { tag: string }[] };
  const paths = [path, ...slices.map(({ tag }) => `${path}/${tag}`)];
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-reads-'));
  for (const [at, one] of paths.entries()) writeFileSync(join(folder, `${at}.json`), await answer(one));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = await serveBeside('serve-folder.ts', [folder, `${port}`], [`${base}/0.json`]);
  try {
    const ours = paths.map((one) => origin + one);
    const theirs = paths.map((_, at) => `${base}/${at}.json`);
    const [table, bare]: Reads[][] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      table?.push(await readsOf(ours, headers, readings));
      bare?.push(await readsOf(theirs, headers, readings));
    }
    return { table: bestOf(table ?? []), bare: bestOf(bare ?? []) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function readsOf(
  addresses: readonly string[],
  headers: Readonly<Record<string, string>>,
  readings: number,
): Promise<Reads> {
  const agent = new Agent({ keepAlive: true });
  // To unpack and parse what comes would cost more than the answer does.
  const read = (of: string): Promise<void> =>
    new Promise((resolve, reject) => {
      get(of, { agent, headers }, (answer) => {
        answer.resume().on('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`${of}: ${answer.statusCode}`));
        });
      }).on('error', reject);
    });
  for (const one of addresses) await read(one);
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const since = performance.now();
  for (let at = 0; at < readings; at += 1) {
    const wait = since + at * apart - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const began = performance.now();
    const address = addresses[at % addresses.length] ?? '';
    asked.push(read(address).then(() => void times.push(performance.now() - began)));
  }
  await Promise.all(asked);
  agent.destroy();
  times.sort((one, other) => one - other);
  return { middle: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function bestOf(reads: readonly Reads[]): Reads {
  return {
    middle: Math.min(...reads.map(({ middle }) => middle)),
    p99: Math.min(...reads.map(({ p99 }) => p99)),
  };
}
