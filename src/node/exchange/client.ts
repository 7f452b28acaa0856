import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Hash, isHash, type PartyCode, type ProgrammeId } from '../../core/bytes/ids.ts';
import { encodeAsk, encodeHeads, messageBytesMax, parseHeads } from '../../core/exchange/message.ts';
import type { Founding } from '../../core/feed/founding.ts';
import { runBytesMax } from '../../core/feed/limits.ts';
import { noteBytesMax } from '../../core/feed/note.ts';
import { frameRun, readFrames } from '../../core/feed/run-frame.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { resolvePeer } from './addresses.ts';
import { pageBytes } from './answer.ts';
import { partnerAnchor, type WireIdentity } from './identity.ts';
import type { Peer } from './peer.ts';
import { serverNameOf } from './server-name.ts';

/** A partner's node over HTTPS. `close` lets its connections go. */
export interface RemotePeer extends Peer {
  /** Brings a founding's file with the signatures held; answers with theirs. */
  founding(file: Uint8Array): Promise<Uint8Array>;
  close(): void;
}

const idleMs = 30_000;

/**
 * Connects to a partner's node: to the address that was checked, as the party that the founding names and no other (X7).
 *
 * @throws Refusal `peer.address`, `peer.unreachable`; its calls also `peer.refused`
 */
export async function connectPeer(
  node: Node,
  identity: WireIdentity,
  founding: Founding,
  party: PartyCode,
  url: string,
): Promise<RemotePeer> {
  const card = founding.parties.find((one) => one.party === party);
  if (card === undefined) throw new Refusal('request.not-found');
  const { address, family, port } = await resolvePeer(url, node.config.peerNetworks);
  const agent = new Agent({
    ...identity.credentials,
    ca: await partnerAnchor(identity, founding, party),
    servername: serverNameOf(card.exchangeId),
    minVersion: 'TLSv1.3',
    rejectUnauthorized: true,
    keepAlive: true,
    maxSockets: 2,
    timeout: idleMs,
  });
  const call: Call = (method, path, body) =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          agent,
          host: address,
          family,
          port,
          method,
          path: `/1/${founding.programme}/${path}`,
          servername: serverNameOf(card.exchangeId),
          timeout: idleMs,
        },
        resolve,
      );
      const fail = (cause: unknown): void =>
        reject(new Refusal('peer.unreachable', { detail: codeOf(cause), cause }));
      sent.on('error', fail).on('timeout', () => sent.destroy(new Error('timeout')));
      if (body instanceof Uint8Array) sent.end(body);
      else if (body === undefined) sent.end();
      else pipeline(Readable.from(body), sent).catch(fail);
    });
  return { ...callsOf(founding.programme, call), close: () => agent.destroy() };
}

type Call = (
  method: string,
  path: string,
  body?: Uint8Array | AsyncIterable<Uint8Array>,
) => Promise<IncomingMessage>;

function callsOf(programme: ProgrammeId, call: Call): Omit<RemotePeer, 'close'> {
  const bytes = async (method: string, path: string, most: number, body?: Uint8Array): Promise<Uint8Array> =>
    collect(await sound(await call(method, path, body)), most);
  const json = async (path: string): Promise<unknown> =>
    JSON.parse(Buffer.from(await bytes('GET', path, messageBytesMax)).toString('utf8'));
  return {
    heads: async (message) => parseHeads(await bytes('POST', 'heads', messageBytesMax, encodeHeads(message))),
    ask: async (message) =>
      readFrames(
        await bytes('POST', 'ask', pageBytes + runBytesMax + 65_536, encodeAsk({ ...message, programme })),
      ),
    give: async (runs) => {
      await bytes('POST', 'give', messageBytesMax, Buffer.concat(runs.map(frameRun)));
    },
    fileSize: async (hash) => {
      const size = await json(`file/${hash}/size`);
      return typeof size === 'number' ? size : undefined;
    },
    file: async (hash, offset) =>
      (await sound(await call('GET', `file/${hash}?offset=${offset}`))) as AsyncIterable<Uint8Array>,
    lacks: async () => {
      const list = await json('lacks');
      return Array.isArray(list) ? list.filter((one): one is Hash => isHash(one)) : [];
    },
    fileOffset: async (hash, size) => {
      const offset = await json(`file/${hash}/offset?size=${size}`);
      if (typeof offset !== 'number' || !(offset >= 0 && offset <= size))
        throw new Refusal('peer.refused', { detail: 'offset' });
      return offset;
    },
    giveFile: async (hash, size, offset, chunks) => {
      await collect(
        await sound(await call('PUT', `file/${hash}?size=${size}&offset=${offset}`, chunks)),
        messageBytesMax,
      );
    },
    receipt: async (note) => {
      const theirs = await bytes('POST', 'receipt', noteBytesMax, note ?? new Uint8Array());
      return theirs.length === 0 ? undefined : theirs;
    },
    founding: (file) => bytes('POST', 'founding', 131_072, file),
  };
}

/** @throws Refusal `peer.refused` with the partner's code */
async function sound(response: IncomingMessage): Promise<IncomingMessage> {
  const status = response.statusCode ?? 0;
  if (status >= 200 && status < 300) return response;
  const text = Buffer.from(await collect(response, 4_096).catch(() => new Uint8Array())).toString('utf8');
  const code = /"code":"([a-z.-]{1,60})"/.exec(text)?.[1];
  const detail = /"detail":"([A-Za-z0-9.: -]{1,120})"/.exec(text)?.[1];
  throw new Refusal('peer.refused', {
    detail: [code ?? `status ${status}`, detail].filter((one) => one !== undefined).join(': '),
  });
}

async function collect(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw new Refusal('peer.refused', { detail: 'it sent too much' });
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('peer.unreachable', { detail: codeOf(cause), cause });
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function codeOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : 'no answer';
}
