import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { type Hash, isHash, type PartyCode } from '../../core/bytes/ids.ts';
import { encodeHeads, messageBytesMax, parseAsk, parseHeads } from '../../core/exchange/message.ts';
import { runBytesMax } from '../../core/feed/limits.ts';
import { noteBytesMax } from '../../core/feed/note.ts';
import { frameRun, readFrames } from '../../core/feed/run-frame.ts';
import { foundingFile, joinFounding } from '../founding.ts';
import { type Node, partyOf } from '../node.ts';
import { problemOf, Refusal, refusalOf } from '../problem.ts';
import { auditPartner } from '../refusal-audit.ts';
import { answererOf, pageBytes } from './answer.ts';
import { allAnchors, foundingOf, knownFoundings, partyOfCertificate, wireIdentity } from './identity.ts';
import type { Peer } from './peer.ts';

export interface Listener {
  readonly port: number;
  /** Partners' keys have changed: a founding came. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

interface Timeouts {
  readonly headersMs: number;
  readonly requestMs: number;
}

/**
 * The listener for partners: TLS 1.3, both sides by exchange key, nobody else comes through the handshake (X7). Undefined while
 * the node is not set up.
 */
export async function listenForPartners(
  node: Node,
  host: string,
  port: number,
  timeouts: Timeouts = { headersMs: 10_000, requestMs: 300_000 },
): Promise<Listener> {
  const identity = await wireIdentity(node);
  const options = async () => ({
    ...identity.credentials,
    ca: await allAnchors(identity, await knownFoundings(node), partyOf(node).party),
    minVersion: 'TLSv1.3' as const,
  });
  const server = createServer(
    {
      ...(await options()),
      requestCert: true,
      rejectUnauthorized: true,
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      connectionsCheckingInterval: Math.min(5_000, timeouts.headersMs),
      handshakeTimeout: timeouts.headersMs,
      maxHeaderSize: 8_192,
    },
    (request, response) => void answer(node, request, response),
  );
  server.maxConnections = 256;
  server.on('tlsClientError', (error: NodeJS.ErrnoException) =>
    node.log('exchange.refused', { code: error.code ?? 'tls', status: 0 }),
  );
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: portOf(server),
    refresh: async () => server.setSecureContext(await options()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answer(node: Node, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(node, request, response);
  } catch (error) {
    const refusal = refusalOf(error) ?? new Refusal('node.failed');
    if (refusal.code === 'node.failed')
      node.log('node.bug', { error: error instanceof Error ? error.name : 'unknown' });
    node.log('exchange.refused', { code: refusal.code, status: problemOf(refusal).status });
    if (response.headersSent) response.destroy();
    else {
      const { code, detail, status } = problemOf(refusal);
      // What remains of the body is not read.
      response
        .writeHead(status, { 'content-type': 'application/problem+json', connection: 'close' })
        .end(JSON.stringify({ code, detail, status }));
    }
  }
}

const paths =
  /^\/1\/([0-9a-f]{64})\/(heads|ask|give|lacks|receipt|founding|file\/([0-9a-f]{64})(?:\/(size|offset))?)$/;

async function route(node: Node, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://node.party');
  const [, id = '', what = '', hash = '', ask] = paths.exec(url.pathname) ?? [];
  const from = await callerOf(node, request, id);
  const programme = isHash(id) ? node.programmes().get(id) : undefined;
  if (from === undefined) throw new Refusal('request.not-found');
  if (what === 'founding' && request.method === 'POST') return answerFounding(node, request, response);
  if (programme === undefined) throw new Refusal('programme.not-founded');
  const peer = answererOf(programme, from);
  const name = `${request.method} ${what.split('/')[0]}${ask === undefined ? '' : `/${ask}`}`;
  const work = works[name];
  if (work === undefined) throw new Refusal('request.method');
  try {
    await work(peer, request, response, url.searchParams, hash as Hash);
  } catch (error) {
    await auditPartner(node, programme.id, from, error);
    throw error;
  }
}

/** The party of the programme whose key issued the caller's certificate; others learn not even that the programme is here. */
async function callerOf(node: Node, request: IncomingMessage, id: string): Promise<PartyCode | undefined> {
  const founding = foundingOf(await knownFoundings(node), id);
  const certificate = (request.socket as TLSSocket).getPeerX509Certificate();
  if (founding === undefined || certificate === undefined) return undefined;
  const party = partyOfCertificate(certificate.raw, founding);
  return party === partyOf(node).party ? undefined : party;
}

type Work = (
  peer: Peer,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  hash: Hash,
) => Promise<void>;

const works: Readonly<Record<string, Work>> = {
  'POST heads': async (peer, request, response) => {
    const theirs = await peer.heads(parseHeads(await bodyOf(request, messageBytesMax)));
    sendBytes(response, encodeHeads(theirs), 'application/json');
  },
  'POST ask': async (peer, request, response) => {
    const runs = await peer.ask(parseAsk(await bodyOf(request, messageBytesMax)));
    sendBytes(response, Buffer.concat(runs.map(frameRun)));
  },
  'POST give': async (peer, request, response) => {
    await peer.give(readFrames(await bodyOf(request, pageBytes + runBytesMax + 65_536)));
    response.writeHead(204).end();
  },
  'POST receipt': async (peer, request, response) => {
    const note = await bodyOf(request, noteBytesMax);
    const ours = await peer.receipt(note.length === 0 ? undefined : note);
    if (ours === undefined) response.writeHead(204).end();
    else sendBytes(response, ours);
  },
  'GET lacks': async (peer, _request, response) => sendJson(response, await peer.lacks()),
  'GET file/size': async (peer, _request, response, _query, hash) =>
    sendJson(response, (await peer.fileSize(hash)) ?? null),
  'GET file/offset': async (peer, _request, response, query, hash) =>
    sendJson(response, await peer.fileOffset(hash, wholeOf(query, 'size'))),
  'GET file': async (peer, _request, response, query, hash) => {
    const chunks = await peer.file(hash, wholeOf(query, 'offset'));
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    for await (const chunk of chunks)
      if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
    response.end();
  },
  'PUT file': async (peer, request, response, query, hash) => {
    await peer.giveFile(
      hash,
      wholeOf(query, 'size'),
      wholeOf(query, 'offset'),
      request as AsyncIterable<Uint8Array>,
    );
    response.writeHead(204).end();
  },
};

async function answerFounding(node: Node, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await bodyOf(request, 131_072);
  const state = await joinFounding(node, file, undefined, null);
  sendBytes(response, await foundingFile(node, state.id));
}

function wholeOf(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new Refusal('request.malformed');
  return Number(text);
}

/** A body, counted as it comes. @throws Refusal `request.too-large` */
async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) throw new Refusal('request.too-large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function sendBytes(response: ServerResponse, bytes: Uint8Array, type = 'application/octet-stream'): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
}

function sendJson(response: ServerResponse, value: unknown): void {
  sendBytes(response, Buffer.from(JSON.stringify(value)), 'application/json');
}
