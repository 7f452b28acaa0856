import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { makeApp } from '../../src/node/http/app.ts';
import type { Programme } from '../../src/node/programme.ts';
import { foundedPair, type Opened, password, type TestNode, testNode } from '../../src/node/world.fixture.ts';

/* Two live nodes with the built app in front of them. What one writes the other receives at once, as over a network. */

export const webFolder = process.env['COUNTERPART_WEB'] ?? join(import.meta.dirname, '../../dist/web');
export { password };

export interface LiveNode extends TestNode {
  readonly url: string;
}
export interface Pair {
  readonly vn: LiveNode;
  readonly la: LiveNode;
  /** Set once a programme is founded. */
  readonly id?: string;
  /** Lets nothing pass between the nodes, until it is called again. */
  hold(held: boolean): Promise<void>;
}

const accounts = ['desk', 'signatory', 'leader', 'implementer', 'auditor', 'administrator'] as const;

/** Serves a node on a port of its own, with the demo's notice, unless told not to, so that accounts are offered. */
export async function goLive(opened: Opened, test: TestNode, port = 0, isDemo = true): Promise<LiveNode> {
  const app = makeApp(test.node, {
    webFolder,
    addressOf: () => '127.0.0.1',
    isStopping: () => false,
    ...(isDemo ? { demo: { accounts: accounts.map((name) => ({ name, password, roles: [name] })) } } : {}),
  });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  opened.add(() => close(server));
  const host = `${test.node.about()?.party.toLowerCase() ?? 'new'}.localhost`;
  return { ...test, app, url: `http://${host}:${(server.address() as AddressInfo).port}` };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Two nodes that have founded a programme, live. */
export async function livePair(
  opened: Opened,
  ports: readonly [number, number] = [0, 0],
): Promise<Pair & { id: string }> {
  const { vn, la, id } = await foundedPair(opened);
  const pair = await connect(opened, await goLive(opened, vn, ports[0]), await goLive(opened, la, ports[1]));
  return { ...pair, id };
}

/** Two nodes that have nothing in common yet, live. */
export async function strangers(opened: Opened): Promise<Pair> {
  const vn = await testNode(opened, 'VN');
  const la = await testNode(opened, 'LA');
  return connect(opened, await goLive(opened, vn), await goLive(opened, la));
}

async function connect(opened: Opened, vn: LiveNode, la: LiveNode): Promise<Pair> {
  let held = false;
  let chain: Promise<unknown> = Promise.resolve();
  const both = (): Promise<unknown> => {
    chain = chain.then(async () => {
      if (held) return;
      await carry(vn, la);
      await carry(la, vn);
    });
    return chain;
  };
  const follow = (programme: Programme): void => {
    const stop = programme.onChange((event) => {
      if (event.type === 'register') void both();
    });
    opened.add(stop);
  };
  for (const { node } of [vn, la]) {
    for (const programme of node.programmes().values()) follow(programme);
    opened.add(
      node.onProgramme((programme) => {
        follow(programme);
        void both();
      }),
    );
  }
  opened.add(async () => {
    held = true;
    await chain;
  });
  await both();
  return {
    vn,
    la,
    hold: async (on) => {
      held = on;
      if (!on) await both();
    },
  };
}

/** Hands over all runs and files of one node's programmes to the other's. */
export async function carry(from: TestNode, to: TestNode): Promise<void> {
  for (const programme of from.node.programmes().values()) {
    const other = to.node.programmes().get(programme.id);
    if (!other) continue;
    for await (const { hash, size } of from.node.store.attachments()) {
      const writer = await to.node.store.writeAttachment(hash, size);
      for await (const chunk of await from.node.store.readAttachment(hash, { start: writer.offset })) {
        await writer.write(writer.offset, chunk);
      }
      await writer.finish();
    }
    for (const { branch, party } of await from.node.store.branches(programme.id)) {
      const runs = [];
      for await (const { run } of from.node.store.readRuns(programme.id, party, branch)) {
        runs.push({ ...run, lines: run.lines.map((line) => line.slice()) });
      }
      await other.receive(runs);
    }
  }
}
