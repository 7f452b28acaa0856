import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Sync } from '../exchange/sync.ts';
import type { Node } from '../node.ts';
import { problemOf, Refusal, refusalOf } from '../problem.ts';
import { auditRefusal } from '../refusal-audit.ts';
import { serveRoutes } from '../routes/all.ts';
import { packJson } from './compress.ts';
import { type Counts, countRequest, makeCounts } from './counts.ts';
import { defaultHeaders, refuseForeign } from './defences.ts';
import { serveDocs } from './docs.ts';
import { serveHealth } from './health.ts';
import type { App, Env } from './serve.ts';
import { serveApp } from './static.ts';

/** What the node adds when it listens: the address of a client, and whether it is stopping. */
export interface Surroundings {
  readonly webFolder: string;
  readonly addressOf: (c: Context<Env>) => string;
  readonly isStopping: () => boolean;
  readonly demo?: DemoNotice;
  /** Absent: no exchange over the network. */
  readonly sync?: Sync | undefined;
  /** Port on which partners are listened for; undefined while nobody is. */
  readonly exchangePort?: () => number | undefined;
}

/** What the demo tells everybody who comes. */
export interface DemoNotice {
  readonly accounts: readonly {
    readonly name: string;
    readonly password: string;
    readonly roles: readonly string[];
    readonly post?: Readonly<Record<'en' | 'vi' | 'lo' | 'fr', string>>;
  }[];
  readonly partner?: { readonly party: string; readonly url: string };
}

/** The node's HTTP application: the API, its description, health, and the app's files. Needs no socket. */
export function makeApp(node: Node, around: Surroundings): App {
  const counts = makeCounts();
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues
        .slice(0, 20)
        .map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
      throw new Refusal('request.invalid', { errors });
    },
  });
  let number = 0;
  app.use(async (c, next) => {
    const since = performance.now();
    c.set('request', (number += 1));
    c.set('address', around.addressOf(c));
    if (around.isStopping() && !c.req.path.startsWith('/healthz')) throw new Refusal('node.stopping');
    await next();
    noteRequest(node, counts, c, performance.now() - since);
  });
  app.use(defaultHeaders());
  app.use('/api/*', packJson());
  app.use('/api/*', refuseForeign(node));
  app.onError((error, c) => answerError(node, error, c));
  app.notFound((c) => problemResponse(new Refusal('request.not-found'), c));
  serveRoutes(app, node, around);
  serveDocs(app);
  serveHealth(app, node, counts);
  app.all('/api/*', (c) => problemResponse(new Refusal('request.not-found'), c));
  const headers = { 'x-counterpart': '1', 'x-ahead': '1' };
  app.use(
    serveApp(around.webFolder, async (path, c) => {
      const cookie = c.req.header('cookie') ?? '';
      return app.request(path, { headers: { ...headers, cookie } }, c.env);
    }),
  );
  return app;
}

function noteRequest(node: Node, counts: Counts, c: Context<Env>, ms: number): void {
  const route = c.get('route') ?? 'none';
  countRequest(counts, route, c.res.status, ms);
  node.log('request', {
    request: c.get('request'),
    method: c.req.method,
    route,
    status: c.res.status,
    ms: Math.round(ms * 10) / 10,
    code: c.res.headers.get('x-code') ?? undefined,
  });
  c.res.headers.delete('x-code');
}

/** The one place where exceptions become HTTP. */
async function answerError(node: Node, error: Error, c: Context<Env>): Promise<Response> {
  const refusal = refusalOf(error) ?? refusalOfHttp(error);
  await auditRefusal(node, c.get('signedIn')?.account.id ?? null, refusal, c.get('programme')?.id);
  if (refusal !== undefined) {
    if (refusal.code === 'node.failed') logBug(node, error, c);
    return problemResponse(refusal, c);
  }
  logBug(node, error, c);
  return problemResponse(new Refusal('node.failed', { detail: `request ${c.get('request')}` }), c);
}

function refusalOfHttp(error: Error): Refusal | undefined {
  if (!(error instanceof HTTPException)) return undefined;
  return new Refusal(error.status === 413 ? 'request.too-large' : 'request.malformed', { cause: error });
}

/** The message of an unknown exception may hold anything, so only its name and places are logged. */
function logBug(node: Node, error: Error, c: Context<Env>): void {
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('|');
  node.log('node.bug', { request: c.get('request'), error: error.name, stack });
}

function problemResponse(refusal: Refusal, c: Context<Env>): Response {
  const problem = problemOf(refusal);
  const headers = new Headers({ 'content-type': 'application/problem+json', 'x-code': problem.code });
  if (problem.wait !== undefined) headers.set('retry-after', String(problem.wait));
  c.set('route', c.get('route') ?? 'none');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
