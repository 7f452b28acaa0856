import type { Hash } from '../core/bytes/ids.ts';
import type { Head, Run } from '../core/feed/entry.ts';
import { contentBytesMax } from '../core/feed/limits.ts';
import { placeOf } from '../core/feed/run-place.ts';
import { bytesOf, namedFiles } from '../node/contents.ts';
import { answererOf } from '../node/exchange/answer.ts';
import { type Exchanged, exchangeWith } from '../node/exchange/exchange.ts';
import { branchesOf, runsOf } from '../node/exchange/heads.ts';
import type { Peer } from '../node/exchange/peer.ts';
import type { Programme } from '../node/programme.ts';
import type { Machine } from './machine.ts';
import { type SimNetwork, Unreachable } from './network.ts';
import type { Oracle } from './oracle.ts';
import type { Random } from './random.ts';

/** What machines exchange through. */
export interface Wire {
  readonly network: SimNetwork;
  readonly oracle: Oracle;
}

/**
 * One machine exchanges with another: the node's own exchange, over calls that may fail. What comes after a whole exchange in
 * a running node comes here too: a restored backup that every partner has confirmed may sign again.
 * @throws Unreachable, and what the node refuses
 */
export async function exchange(wire: Wire, from: Machine, to: Machine, random: Random): Promise<Exchanged> {
  const { programme, store } = from;
  try {
    return await exchangeWith(programme, to.party, peerOver(wire, from, to, random));
  } finally {
    const isRestored = store.findings().some(({ code }) => code === 'restored');
    if (isRestored && programme.isConfirmed) {
      await store.confirmRestored(programme.id);
      await programme.recheck();
    }
  }
}

/** Another machine as the node's exchange sees it. What either gives out of its own feed is told to the oracle first. */
function peerOver({ network, oracle }: Wire, from: Machine, to: Machine, random: Random): Peer {
  const call = <Value>(ask: (peer: Peer, programme: Programme) => Promise<Value>): Promise<Value> =>
    network.call(from, to, (programme) => ask(answererOf(programme, from.party), programme));
  return {
    heads: async (message) => {
      await tellOwnHeads(oracle, from.programme, message.heads);
      const answer = await call(async (peer, programme) => {
        await oracle.heard(to, from.party, ofParty(message.heads, to));
        const theirs = await peer.heads(message);
        await tellOwnHeads(oracle, programme, theirs.heads);
        return theirs;
      });
      await oracle.heard(from, to.party, ofParty(answer.heads, from));
      return answer;
    },
    ask: (message) =>
      call(async (peer, programme) => {
        const runs = await peer.ask(message);
        await tellOwnRuns(oracle, programme, runs);
        return runs;
      }),
    give: async (runs) => {
      await tellOwnRuns(oracle, from.programme, runs);
      await call((peer) => peer.give(runs));
    },
    fileSize: (hash) => call((peer) => peer.fileSize(hash)),
    file: async (hash, offset) => breakingOff(await call((peer) => peer.file(hash, offset)), random),
    lacks: () => call((peer) => peer.lacks()),
    fileOffset: (hash, size) => call((peer) => peer.fileOffset(hash, size)),
    giveFile: (hash, size, offset, chunks) =>
      call((peer) => peer.giveFile(hash, size, offset, breakingOff(chunks, random))),
    receipt: (note) => call((peer) => peer.receipt(note)),
  };
}

const ofParty = (heads: readonly Head[], { party }: Machine): readonly Head[] =>
  heads.filter((head) => head.party === party);

/** A stream in small pieces that now and then ends before its end. */
async function* breakingOff(chunks: AsyncIterable<Uint8Array>, random: Random): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 512) {
      if (random.oneIn(30)) throw new Unreachable('the stream broke off');
      yield chunk.slice(at, at + 512);
    }
  }
}

/** Tells the oracle of heads of our own feed that leave the machine. */
export async function tellOwnHeads(
  oracle: Oracle,
  programme: Programme,
  heads: readonly Head[],
): Promise<void> {
  for (const head of heads) if (head.party === programme.party) await oracle.givenOut(programme, head);
}

/** Tells the oracle of runs of our own feed that leave the machine. */
export async function tellOwnRuns(oracle: Oracle, programme: Programme, runs: readonly Run[]): Promise<void> {
  for (const run of runs) {
    const { first, hashes, party } = placeOf(run, programme.crypto);
    const hash = hashes.at(-1) as Hash;
    if (party === programme.party)
      await oracle.givenOut(programme, { party, seq: first + hashes.length - 1, hash });
  }
}

/** All runs of all feeds that may be given out, feed by feed. */
export async function allRuns({ oracle }: Wire, { programme }: Machine): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const { branch, partedAt, party, seq } of await branchesOf(programme)) {
    for await (const run of runsOf(programme, party, [{ branch, from: partedAt + 1, to: seq }]))
      runs.push(run);
  }
  await tellOwnRuns(oracle, programme, runs);
  return runs;
}

/** All files that our register names and that we hold. */
export async function allFiles({ programme, store }: Machine): Promise<ReadonlyMap<Hash, Uint8Array>> {
  const files = new Map<Hash, Uint8Array>();
  for (const hash of namedFiles(await programme.register())) {
    const bytes = await bytesOf(store, hash, contentBytesMax);
    if (bytes !== undefined) files.set(hash, bytes);
  }
  return files;
}
