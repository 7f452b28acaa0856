import type { PartyCode } from '../../core/bytes/ids.ts';
import { locatorSeqs, planExchange } from '../../core/exchange/plan-exchange.ts';
import type { Head, Run } from '../../core/feed/entry.ts';
import type { Missing } from '../../core/feed/heads.ts';
import { Refusal } from '../problem.ts';
import type { Programme } from '../programme.ts';
import { compareOwn, fileOffset, lackedFiles, pageBytes, takeFile } from './answer.ts';
import { branchesOf, finderOf, headsOf, runsOf, sizeOfRun } from './heads.ts';
import type { Peer } from './peer.ts';
import { ownReceipt, takeReceipt } from './receipts.ts';

/** What an exchange moved. */
export interface Exchanged {
  readonly sent: number;
  readonly received: number;
  readonly files: number;
}

/**
 * Exchanges with one partner, both ways, from our side: heads first (X1), then what we lack, what they lack, files, receipts. Broken
 * off anywhere, the next one goes on from the heads (X8). What the partner holds of our own feed beyond ours is taken before
 * anything is sent.
 */
export async function exchangeWith(programme: Programme, party: PartyCode, peer: Peer): Promise<Exchanged> {
  const theirs = await peer.heads({ programme: programme.id, heads: await headsOf(programme) });
  if (theirs.programme !== programme.id)
    throw new Refusal('peer.refused', { detail: 'it spoke of another programme' });
  await compareOwn(programme, party, theirs);
  let received = 0;
  const first = await planOf(programme, theirs.heads);
  for (const missing of first.take) received += await take(programme, party, peer, missing);
  if (received > 0) await compareOwn(programme, party, theirs);
  const second = first.planAgain ? await planOf(programme, theirs.heads) : first;
  let sent = 0;
  for (const { party: feed, segments } of second.give) sent += await give(programme, peer, feed, segments);
  const files = (await fetchFiles(programme, peer)) + (await pushFiles(programme, peer));
  const receipt = await peer.receipt(await ownReceipt(programme));
  if (receipt !== undefined) await takeReceipt(programme, party, receipt);
  return { sent, received, files };
}

async function planOf(programme: Programme, theirs: readonly Head[]) {
  return planExchange(programme.party, await branchesOf(programme), theirs, await finderOf(programme));
}

/** Asks page by page until the head is held, or nothing more comes. */
async function take(
  programme: Programme,
  from: PartyCode,
  peer: Peer,
  { party, to }: Missing,
): Promise<number> {
  let taken = 0;
  while ((await finderOf(programme))(to) === undefined) {
    const chains = await programme.chains(party);
    const longest = chains.reduce(
      (most, chain) => (chain.state.seq > (most?.state.seq ?? 0) ? chain : most),
      chains[0],
    );
    const have = locatorSeqs(longest?.state.seq ?? 0).flatMap((seq) => {
      const hash = longest?.hashAt(seq);
      return hash === undefined ? [] : [{ seq, hash }];
    });
    const runs = await peer.ask({ programme: programme.id, to, have });
    const received = await programme.receive(runs, from);
    const [fault] = received.refused;
    if (fault !== undefined) throw new Refusal('exchange.refused', { detail: fault.code });
    taken += received.runs;
    if (received.runs === 0) break;
  }
  return taken;
}

async function give(
  programme: Programme,
  peer: Peer,
  party: PartyCode,
  segments: readonly { readonly branch: number; readonly from: number; readonly to: number }[],
): Promise<number> {
  let sent = 0;
  let page: Run[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (page.length === 0) return;
    await peer.give(page);
    sent += page.length;
    page = [];
    size = 0;
  };
  for await (const run of runsOf(programme, party, segments)) {
    if (size + sizeOfRun(run) > pageBytes) await flush();
    page.push(run);
    size += sizeOfRun(run);
  }
  await flush();
  return sent;
}

/** Contents name declarations and files, so what came may make more to fetch. A file goes on from where it broke off (X5). */
async function fetchFiles(programme: Programme, peer: Peer): Promise<number> {
  let fetched = 0;
  for (let before = -1; before !== fetched; ) {
    before = fetched;
    for (const hash of await lackedFiles(programme)) {
      const size = await peer.fileSize(hash);
      if (size === undefined) continue;
      const offset = await fileOffset(programme, hash, size);
      await takeFile(programme, hash, size, offset, await peer.file(hash, offset));
      fetched += 1;
    }
  }
  return fetched;
}

async function pushFiles(programme: Programme, peer: Peer): Promise<number> {
  let pushed = 0;
  for (let before = -1; before !== pushed; ) {
    before = pushed;
    for (const hash of await peer.lacks()) {
      const size = await programme.store.attachmentSize(hash);
      if (size === null) continue;
      const offset = await peer.fileOffset(hash, size);
      await peer.giveFile(hash, size, offset, await programme.store.readAttachment(hash, { start: offset }));
      pushed += 1;
    }
  }
  return pushed;
}
