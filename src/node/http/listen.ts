import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import { type Listener, listenForPartners } from '../exchange/listener.ts';
import { startSync } from '../exchange/sync.ts';
import { followReceipts } from '../field-reports.ts';
import type { Log } from '../log.ts';
import { startNotices } from '../mail/notices.ts';
import { type Node, openNode } from '../node.ts';
import { everybody } from '../routes/events.ts';
import { searchAhead } from '../search-ahead.ts';
import { version } from '../version.ts';
import { type DemoNotice, makeApp } from './app.ts';
import type { App, Env } from './serve.ts';

/** A node that serves its app and exchanges with its partners. */
export interface ServedNode {
  readonly node: Node;
  /** What answers its requests. */
  readonly app: App;
  /** Of the app, at the address it listens on. */
  readonly url: string;
  readonly port: number;
  /** Of the listener for partners; undefined when it is off or the node is not set up yet. */
  exchangePort(): number | undefined;
  /** Takes no new requests, ends streams, finishes what runs (ten seconds at most), closes the store. */
  stop(signal?: string): Promise<void>;
}

interface Limits {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly connections: number;
  readonly drainMs: number;
}

/** Slow senders are cut off; more connections than this are refused at once. */
const usual: Limits = { headersMs: 15_000, requestMs: 300_000, connections: 2_000, drainMs: 10_000 };

/** The folder of the built app that comes with this software. */
const builtApp = join(import.meta.dirname, '../../../dist/web');

/**
 * Opens a node's folder and serves it: the app, the API, the exchange.
 *
 * @throws StoreError `folder-*`; system errors of listening such as EADDRINUSE
 */
export async function serveNode(
  config: Config,
  log: Log,
  demo?: DemoNotice,
  limits: Limits = usual,
): Promise<ServedNode> {
  const node = await openNode({ config, log });
  return serveOpened(node, demo, limits);
}

/** The same for a node that is open already. */
export async function serveOpened(
  node: Node,
  demo?: DemoNotice,
  limits: Limits = usual,
): Promise<ServedNode> {
  const { config, log } = node;
  let isStopping = false;
  const sync = startSync(node);
  const unfollow = followReceipts(node);
  const notices = startNotices(node);
  const stopReading = searchAhead(node);
  // The app is made before anybody listens; the port is known from then on.
  const exchange: { port: ExchangeListener['port'] } = { port: () => undefined };
  const app = makeApp(node, {
    webFolder: config.web === '' ? builtApp : config.web,
    addressOf: (c) => addressOf(config, c),
    isStopping: () => isStopping,
    sync,
    exchangePort: () => exchange.port(),
    ...(demo === undefined ? {} : { demo }),
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(5_000, limits.headersMs),
      maxHeaderSize: 16_384,
      keepAliveTimeout: 10_000,
    },
  }) as Server;
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(config.port, config.host, resolve),
  );
  const listener = await exchangeListener(node);
  exchange.port = listener.port;
  const { port } = server.address() as { port: number };
  log('node.started', {
    version,
    host: config.host,
    port,
    exchangePort: listener.port(),
    programmes: node.programmes().size,
  });
  const stop = async (signal?: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const since = node.now();
    log('node.stopping', { signal });
    node.sessionsEnded(everybody);
    unfollow();
    stopReading();
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), limits.drainMs);
    await Promise.all([drained, sync.stop(), listener.close(), notices.stop()]);
    clearTimeout(late);
    await node.close();
    log('node.stopped', { ms: node.now() - since });
  };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { node, app, url: `http://${host}:${port}`, port, exchangePort: listener.port, stop };
}

interface ExchangeListener {
  readonly port: () => number | undefined;
  readonly close: () => Promise<void>;
}

/** Listens for partners from the moment the node has a party, and takes their keys from each new founding. */
async function exchangeListener(node: Node): Promise<ExchangeListener> {
  const { exchangeHost, exchangePort } = node.config;
  let listener: Listener | undefined;
  if (exchangePort === 'off') return { port: () => undefined, close: async () => {} };
  const begin = async (): Promise<void> => {
    if (listener !== undefined) await listener.refresh();
    else if (node.about() !== undefined) listener = await listenForPartners(node, exchangeHost, exchangePort);
  };
  await begin();
  const unfollow = node.onFounding(() => void begin());
  return {
    port: () => listener?.port,
    close: async () => {
      unfollow();
      await listener?.close();
    },
  };
}

/** The client's address; behind a proxy that we trust, the one it names last. */
function addressOf(config: Config, c: Context<Env>): string {
  const { incoming } = (c.env ?? {}) as unknown as Partial<HttpBindings>;
  const direct = incoming?.socket.remoteAddress ?? 'unknown';
  if (!config.trustProxy) return direct;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? direct;
}

/** Stops a served node at the signals by which a process is asked to end; a second one ends it at once. */
export function stopAtSignals(served: ServedNode, exit: (code: number) => void): void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) exit(1);
      asked = true;
      served.stop(signal).then(
        () => exit(0),
        () => exit(1),
      );
    });
  }
}
