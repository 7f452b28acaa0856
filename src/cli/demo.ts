import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { demoAccounts } from '../../demo/accounts.ts';
import { makeDemo } from '../../demo/make.ts';
import { readConfig } from '../node/config.ts';
import { notePeer } from '../node/exchange-state.ts';
import { type ServedNode, serveOpened } from '../node/http/listen.ts';
import { type Log, makeLog, silentLog } from '../node/log.ts';
import { openNode } from '../node/node.ts';
import { syncDirectoryNow } from '../store/durable-file.ts';
import { type Call, type Command, jsonOption } from './command.ts';
import { stopSignal } from './stop-signal.ts';

const parties = ['VN', 'LA'] as const;
type Party = (typeof parties)[number];

export const demo: Command = {
  usage: ['[--dir FOLDER] [--port PORT]', '--no-serve [--dir FOLDER]'],
  operands: { least: 0, most: 0 },
  options: {
    dir: { value: 'FOLDER', says: 'cli.optionDemoDir' },
    port: { value: 'PORT', says: 'cli.optionDemoPort', whole: { least: 0, most: 65_532 } },
    'no-serve': { says: 'cli.optionNoServe' },
    ...jsonOption,
  },
  examples: ['demo', 'demo --dir D --port 9000', 'demo --dir D --no-serve'],
  exits: ['refused', 'locked', 'storage'],
  run: async (call) => {
    const dir = call.text('dir') ?? './data/demo';
    const progress = call.terminal.progress(call.t('cli.demoMaking'));
    await makeOnce(dir);
    progress.end();
    if (!call.flag('no-serve')) return serveBoth(call, dir);
    const folders = parties.map((party) => join(dir, party));
    if (call.flag('json')) call.terminal.json({ folders });
    else call.terminal.print(call.t('cli.demoMade', { folders: folders.join(', ') }));
    return 'ok';
  },
};

/** Makes both folders, unless they are there. They are made aside, so that an interrupted call leaves no half demo. */
async function makeOnce(dir: string): Promise<void> {
  const aside = join(dir, 'unfinished');
  const missing = parties.filter((party) => !existsSync(join(dir, party)));
  if (missing.length === 0) return;
  const isMade = missing.length === 1 && existsSync(join(aside, 'made'));
  if (!isMade) {
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    await makeDemo(aside, silentLog);
    mkdirSync(join(aside, 'made'));
  }
  for (const party of missing) renameSync(join(aside, party), join(dir, party));
  syncDirectoryNow(dir);
  rmSync(aside, { recursive: true, force: true });
}

async function serveBoth(call: Call, dir: string): Promise<'ok'> {
  const { t, terminal } = call;
  const log = makeLog((line) => process.stderr.write(line), Date.now, 'error');
  const stopped = stopSignal();
  const served = await serveDemo(dir, call.number('port') ?? 8080, log);
  announce(call, served.port);
  const signal = await stopped;
  terminal.note(t('cli.stopping'));
  await served.stop(signal);
  return 'ok';
}

/** Both parties' nodes of a demo that is made, each exchanging with the other over HTTPS. */
export interface ServedDemo {
  readonly nodes: Readonly<Record<Party, ServedNode & { readonly appUrl: string }>>;
  /** The first of the four that it listens on. */
  readonly port: number;
  readonly stop: (signal?: string) => Promise<void>;
}

/** Serves `dir/VN` and `dir/LA` on four neighbouring ports; from port 0 any that are free. */
export async function serveDemo(dir: string, wanted: number, log: Log): Promise<ServedDemo> {
  const port = wanted === 0 ? await freePorts(4) : wanted;
  const served: ServedNode[] = [];
  const stop = async (signal?: string): Promise<void> => {
    for (const one of served) await one.stop(signal);
  };
  try {
    for (const at of parties.keys()) served.push(await serveParty(dir, at, port, log));
  } catch (error) {
    await stop();
    throw error;
  }
  const [VN, LA] = served.map((one, at) => ({ ...one, appUrl: appUrl(port, at) }));
  if (!VN || !LA) throw new Error('a demo has two parties');
  return { nodes: { VN, LA }, port, stop };
}

/** Party `at` at `port + at`, its exchange at `port + 2 + at`; each knows the other's address. */
async function serveParty(dir: string, at: number, port: number, log: Log): Promise<ServedNode> {
  const party = parties[at] as Party;
  const other = 1 - at;
  const config = readConfig(
    {
      dir: join(dir, party),
      port: String(port + at),
      'exchange-port': String(port + 2 + at),
      'exchange-url': exchangeUrl(port, at),
      'peer-networks': 'loopback',
      'time-zone': 'Asia/Vientiane',
    },
    {},
  );
  const node = await openNode({ config, log });
  for (const programme of node.programmes().values())
    await notePeer(node, programme, parties[other] as Party, { url: exchangeUrl(port, other) });
  const partner = { party: parties[other] as Party, url: appUrl(port, other) };
  try {
    return await serveOpened(node, { accounts: demoAccounts(party), partner });
  } catch (error) {
    await node.close();
    throw error;
  }
}

/** Two names, so that a browser keeps two sessions: cookies do not tell ports apart. */
const appUrl = (port: number, at: number): string =>
  `http://${(parties[at] as Party).toLowerCase()}.localhost:${port + at}`;
const exchangeUrl = (port: number, at: number): string => `https://127.0.0.1:${port + 2 + at}`;

function announce(call: Call, port: number): void {
  const { language, t, terminal } = call;
  const nodes = parties.map((party, at) => ({
    party,
    url: appUrl(port, at),
    localUrl: `http://127.0.0.1:${port + at}`,
    exchangePort: port + 2 + at,
    accounts: demoAccounts(party),
  }));
  if (call.flag('json')) {
    terminal.json({ nodes });
    return;
  }
  terminal.print(t('cli.startWith', { party: 'VN', url: appUrl(port, 0) }));
  for (const { accounts, localUrl, party, url } of nodes) {
    terminal.print('');
    terminal.print(t('cli.serving', { party, url: `${url} (${localUrl})` }));
    for (const { name, password, post } of accounts)
      terminal.print(`   ${t('cli.account', { user: name, password, role: post[language] })}`);
  }
}

/**
 * The first of so many neighbouring ports that nobody uses now. They lie below those that systems give to whoever connects:
 * of those one would be taken by a connection before it is listened on.
 */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + count * randomInt(Math.floor(10_000 / count));
    const all = Array.from({ length: count }, (_, at) => first + at);
    const free = await Promise.all(all.map(isFree));
    if (!free.includes(false)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
