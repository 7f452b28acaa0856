import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../api/route.ts';
import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import type { Kinds } from '../core/kinds/catalogue.ts';
import { addAccount } from './accounts.ts';
import { readConfig } from './config.ts';
import { addCard, cardFile, foundingFile, joinFounding, writeFounding } from './founding.ts';
import { makeApp } from './http/app.ts';
import type { App } from './http/serve.ts';
import { openRoot } from './keys.ts';
import { type Log, silentLog } from './log.ts';
import { initNode, type Node, openNode } from './node.ts';
import { prepareProgramme } from './programmes.ts';

/* Nodes for tests: real stores in temporary folders, a clock that the test moves, passwords that cost nothing. */

export const password = 'correct horse battery';
export const cheap = { memory: 8, passes: 1 };
export const start = Date.UTC(2026, 10, 21, 8);

export interface TestNode {
  readonly node: Node;
  readonly app: App;
  readonly dir: string;
  /** Milliseconds; `clock.now` may be set. */
  readonly clock: { now: number };
}

/** What a test has opened, closed in reverse by `closeAll`. */
export class Opened {
  readonly #closers: (() => void | Promise<void>)[] = [];

  add(close: () => void | Promise<void>): void {
    this.#closers.push(close);
  }

  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}

export function temporaryFolder(opened: Opened): string {
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-'));
  opened.add(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A node with an account for each role, named after it; `desk2` is a second desk officer. */
export async function testNode(
  opened: Opened,
  party: string,
  log: Log = silentLog,
  flags: Record<string, string> = {},
  kinds?: Kinds,
): Promise<TestNode> {
  const dir = join(temporaryFolder(opened), party);
  await initNode(dir, { party: party as PartyCode, names: { en: `Ministry of ${party}` } });
  const test = await reopen(opened, dir, log, flags, kinds);
  for (const [name, roles] of accounts)
    await addAccount(test.node, { name, password, roles, post: { en: name } }, null);
  return test;
}

const accounts: readonly (readonly [string, readonly Role[]])[] = [
  ['administrator', ['administrator']],
  ['desk', ['desk']],
  ['desk2', ['desk']],
  ['signatory', ['signatory']],
  ['implementer', ['implementer']],
  ['leader', ['leader']],
  ['auditor', ['auditor']],
];

/** Opens a node's folder, again or for the first time. */
export async function reopen(
  opened: Opened,
  dir: string,
  log: Log = silentLog,
  flags: Record<string, string> = {},
  kinds?: Kinds,
): Promise<TestNode> {
  const clock = { now: start };
  const config = readConfig({ dir, 'peer-networks': 'loopback', ...flags }, {});
  const node = await openNode({
    config,
    log,
    now: () => clock.now,
    passwordCost: cheap,
    ...(kinds === undefined ? {} : { kinds }),
  });
  opened.add(() => node.close());
  const app = makeApp(node, {
    webFolder: join(dir, 'no-app'),
    addressOf: () => '192.0.2.1',
    isStopping: () => false,
  });
  return { node, app, dir, clock };
}

/** Two nodes that founded a programme by files. */
export async function foundedPair(
  opened: Opened,
  flags: Record<string, string> = {},
  kinds?: Kinds,
): Promise<{ readonly vn: TestNode; readonly la: TestNode; readonly id: ProgrammeId }> {
  const vn = await testNode(opened, 'VN', silentLog, flags, kinds);
  const la = await testNode(opened, 'LA', silentLog, flags, kinds);
  const names = { vi: 'Chương trình', lo: 'ແຜນງານ' };
  const prepared = await prepareProgramme(
    vn.node,
    {
      names,
      languages: ['vi', 'lo'],
      zone: 'Asia/Vientiane',
      partners: [{ code: 'LA', names: { en: 'Ministry of LA' } }],
    },
    null,
  );
  await addCard(vn.node, prepared.id, cardFile(la.node), null);
  const { id } = await writeFounding(vn.node, prepared.id, rootOf(vn.node), null);
  await joinFounding(la.node, await foundingFile(vn.node, id), () => rootOf(la.node), null);
  await joinFounding(vn.node, await foundingFile(la.node, id), undefined, null);
  return { vn, la, id };
}

/** Three nodes, VN, LA and KH, that founded a programme by files. */
export async function foundedThree(
  opened: Opened,
  flags: Record<string, string> = {},
): Promise<readonly [TestNode, TestNode, TestNode]> {
  const codes = ['VN', 'LA', 'KH'] as PartyCode[];
  const nodes = await Promise.all(codes.map((code) => testNode(opened, code, silentLog, flags)));
  const [vn, ...others] = nodes as [TestNode, TestNode, TestNode];
  const partners = codes.slice(1).map((code) => ({ code, names: { en: `Ministry of ${code}` } }));
  const names = { vi: 'Chương trình', lo: 'ແຜນງານ' };
  const prepared = await prepareProgramme(
    vn.node,
    { names, languages: ['vi', 'lo'], zone: 'Asia/Vientiane', partners },
    null,
  );
  for (const { node } of others) await addCard(vn.node, prepared.id, cardFile(node), null);
  const { id } = await writeFounding(vn.node, prepared.id, rootOf(vn.node), null);
  let file = await foundingFile(vn.node, id);
  for (const { node } of others) {
    await joinFounding(node, file, () => rootOf(node), null);
    file = await foundingFile(node, id);
  }
  for (const { node } of nodes) await joinFounding(node, file, undefined, null);
  return [vn, ...others];
}

export const rootOf = (node: Node) => openRoot(node.keysFolder, node.crypto);

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** One signed-in person at a node. */
export interface Person {
  readonly cookie: string;
  ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
}

export const headers = { 'x-counterpart': '1', 'content-type': 'application/json' };

export async function signInAs({ app }: TestNode, name: string, given = password): Promise<Person> {
  const response = await app.request('/api/session', {
    method: 'POST',
    headers,
    body: JSON.stringify({ name, password: given }),
  });
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return personOf(app, cookie);
}

export function personOf(app: App, cookie: string): Person {
  return {
    cookie,
    ask: async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await app.request(path, { method, headers: { ...headers, cookie, ...more }, ...sent });
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      return {
        status: response.status,
        headers: response.headers,
        body: (isJson ? JSON.parse(text) : text) as never,
      };
    },
  };
}
