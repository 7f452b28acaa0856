import { setImmediate as breath } from 'node:timers/promises';
import type { ExchangePage } from '../../src/api/exchange.ts';
import { headsOf } from '../../src/node/exchange/heads.ts';
import { serveOpened } from '../../src/node/http/listen.ts';
import { silentLog } from '../../src/node/log.ts';
import {
  foundedPair,
  foundedThree,
  type Opened,
  type Person,
  password,
  reopen,
  signInAs,
  type TestNode,
  testNode,
} from '../../src/node/world.fixture.ts';

/* Two live nodes as they are served: the built app and the API on one port, the exchange with the partner over HTTPS on another. */

export { password };

export interface LiveNode extends TestNode {
  /** Of the app. */
  readonly url: string;
  /** Where its exchange listens. */
  readonly exchangeUrl: () => string;
  readonly stop: () => Promise<void>;
}
export interface Pair {
  readonly vn: LiveNode;
  readonly la: LiveNode;
  /** Set once a programme is founded. */
  readonly id?: string;
  /** Takes both addresses away, or gives them and waits until both nodes hold the same. */
  hold(held: boolean): Promise<void>;
}

const accounts = ['desk', 'signatory', 'leader', 'implementer', 'auditor', 'administrator'] as const;
/** Any free port for the exchange; the app takes another. */
const flags = { port: '0', 'exchange-port': '0' };

/** Serves a node, with the demo's notice, unless told not to, so that accounts are offered. */
export async function goLive(opened: Opened, test: TestNode, isDemo = true): Promise<LiveNode> {
  const notice = { accounts: accounts.map((name) => ({ name, password, roles: [name] })) };
  const served = await serveOpened(test.node, isDemo ? notice : undefined);
  opened.add(() => served.stop());
  // Two names, so that a browser keeps two sessions: cookies do not tell ports apart.
  const host = `${test.node.about()?.party.toLowerCase() ?? 'new'}.localhost`;
  return {
    ...test,
    app: served.app,
    url: `http://${host}:${served.port}`,
    exchangeUrl: () => `https://127.0.0.1:${served.exchangePort() ?? 0}`,
    stop: () => served.stop(),
  };
}

/** Opens a node's folder again and serves it. */
export async function liveAgain(opened: Opened, dir: string): Promise<LiveNode> {
  return goLive(opened, await reopen(opened, dir, silentLog, flags));
}

/** Two nodes that have founded a programme, live, each with the other's address. */
export async function livePair(opened: Opened): Promise<Pair & { id: string }> {
  const founded = await foundedPair(opened, flags);
  const { id } = founded;
  const [vn, la] = [await goLive(opened, founded.vn), await goLive(opened, founded.la)];
  const pair = { vn, la, id, hold: (held: boolean) => (held ? part(vn, la) : meet(vn, la)) };
  await pair.hold(false);
  return pair;
}

/** Three nodes that have founded a programme, live, each with the addresses of the others: VN, LA, KH. */
export async function liveThree(opened: Opened): Promise<readonly [LiveNode, LiveNode, LiveNode]> {
  const [vn, la, kh] = await foundedThree(opened, flags);
  const all = [await goLive(opened, vn), await goLive(opened, la), await goLive(opened, kh)] as const;
  for (const node of all)
    for (const partner of all) if (partner !== node) await tellAddress(node, partner, partner.exchangeUrl());
  return all;
}

/** Two nodes that have nothing in common yet, live. */
export async function strangers(opened: Opened): Promise<Pick<Pair, 'vn' | 'la'>> {
  const vn = await testNode(opened, 'VN', silentLog, flags);
  const la = await testNode(opened, 'LA', silentLog, flags);
  return { vn: await goLive(opened, vn), la: await goLive(opened, la) };
}

/** Forgets each other's address on both; when this resolves nothing goes between them any more. */
async function part(vn: LiveNode, la: LiveNode): Promise<void> {
  await tellAddress(vn, la, null);
  await tellAddress(la, vn, null);
  for (const node of [vn, la]) {
    const administrator = await signInAs(node, 'administrator');
    // An exchange that began before still has the address.
    for (const id of node.node.programmes().keys())
      while (await isExchanging(administrator, id)) await breath();
  }
}

async function isExchanging(administrator: Person, id: string): Promise<boolean> {
  const { body } = await administrator.ask<ExchangePage>('GET', `/api/programmes/${id}/exchange`);
  return body.partners.some(({ running }) => running);
}

/** Gives both the other's address; when this resolves both hold the same. */
export async function meet(vn: LiveNode, la: LiveNode): Promise<void> {
  await tellAddress(vn, la, la.exchangeUrl());
  await tellAddress(la, vn, vn.exchangeUrl());
  const administrator = await signInAs(vn, 'administrator');
  while ((await headsAt(vn)) !== (await headsAt(la))) await must(exchangeNow(administrator, vn, 'LA'));
}

async function tellAddress(node: LiveNode, partner: LiveNode, url: string | null): Promise<void> {
  const administrator = await signInAs(node, 'administrator');
  const party = partner.node.about()?.party ?? '';
  for (const id of node.node.programmes().keys())
    await must(administrator.ask('PUT', `/api/programmes/${id}/peers/${party}`, { url }));
}

async function exchangeNow(administrator: Person, { node }: LiveNode, party: string) {
  const [id = ''] = node.programmes().keys();
  return administrator.ask('POST', `/api/programmes/${id}/exchange/now`, { party });
}

/** What a node holds of every feed, to be compared. */
export async function headsAt({ node }: Pick<TestNode, 'node'>): Promise<string> {
  const [programme] = node.programmes().values();
  const heads = programme === undefined ? [] : await headsOf(programme);
  return heads
    .map((head) => `${head.party} ${head.seq} ${head.hash}`)
    .sort()
    .join('\n');
}

async function must(answer: Promise<{ readonly status: number; readonly body: unknown }>): Promise<void> {
  const { body, status } = await answer;
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
}
