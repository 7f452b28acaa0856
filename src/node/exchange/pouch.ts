import { keyIdOf } from '../../core/bytes/ed25519.ts';
import type { Hash, PartyCode } from '../../core/bytes/ids.ts';
import { type OpenedPouch, openPouch as readPouch } from '../../core/exchange/open-pouch.ts';
import { packPouch as makePouch } from '../../core/exchange/pack-pouch.ts';
import { planExchange, segmentsOf } from '../../core/exchange/plan-exchange.ts';
import type { Attachment, PouchContent } from '../../core/exchange/pouch.ts';
import type { Head, Run } from '../../core/feed/entry.ts';
import { rawPublicKey, signerOf } from '../../store/node-crypto.ts';
import { bytesOf, keepBytes, namedFiles } from '../contents.ts';
import { notePeer } from '../exchange-state.ts';
import { type Node, partyOf } from '../node.ts';
import { Refusal } from '../problem.ts';
import type { Programme } from '../programme.ts';
import { branchesOf, finderOf, headsOf, runsOf } from './heads.ts';
import { makePouchTools } from './pouch-tools.ts';
import { ownReceipt, takeReceipt } from './receipts.ts';

/** A pouch and what it carries. */
export interface PackedPouch {
  readonly file: Uint8Array;
  readonly runs: number;
  readonly entries: number;
  readonly files: number;
}

/** Most bytes of files in one pouch; the rest go into the next one. */
const filesBytesMax = 512 * 1024 * 1024;

/**
 * Packs what a partner lacks, as far as we know, or everything: runs, files, our receipt and the founding (X4).
 *
 * @throws Refusal `request.not-found` for who is no partner
 */
export async function packPouch(
  node: Node,
  programme: Programme,
  to: PartyCode,
  scope: 'lacks' | 'all',
): Promise<PackedPouch> {
  const card = programme.founding.parties.find((one) => one.party === to && to !== programme.party);
  if (card === undefined) throw new Refusal('request.not-found');
  const held = scope === 'all' ? [] : await headsOfPartner(programme, to);
  const { feeds, runs } = await feedsFor(programme, held);
  const attachments = await filesFor(programme);
  const receipt = await ownReceipt(programme);
  const founding = await node.store.founding(programme.id);
  const content: PouchContent = {
    feeds,
    forks: [],
    receipts: receipt === undefined ? [] : [receipt],
    attachments,
    ...(founding === null ? {} : { founding }),
  };
  const { exchange, identity } = node.keys();
  const heads = await headsOf(programme);
  const address = {
    programme: programme.id,
    from: programme.party,
    to,
    key: keyIdOf(rawPublicKey(exchange), node.crypto),
    time: node.time(),
    heads,
    recipient: card.recipient,
  };
  const file = await makePouch(address, content, signerOf(exchange), makePouchTools(node.crypto, identity));
  const entries = runs.reduce((sum, run) => sum + run.lines.length, 0);
  await notePeer(node, programme, to, { lastPouch: node.time() });
  node.log('pouch.packed', {
    programme: programme.id,
    party: to,
    runs: runs.length,
    entries,
    files: attachments.length,
    bytes: file.length,
  });
  programme.tell('exchange');
  return { file, runs: runs.length, entries, files: attachments.length };
}

/** What a partner is known to hold: its own feed as far as we hold it, and what its receipts and entries say of others. */
async function headsOfPartner(programme: Programme, party: PartyCode): Promise<readonly Head[]> {
  const heads: Head[] = [];
  const [own] = await programme.chains(party);
  const receipts = (await programme.store.receipts(programme.id)).filter((one) => one.signer === party);
  for (const { party: feed } of programme.founding.parties) {
    const known = [
      own?.state.cited.get(feed),
      receipts.find((one) => one.party === feed),
      feed === party ? own?.state : undefined,
    ];
    const best = known
      .filter((one) => one !== undefined && one.seq > 0)
      .sort((one, other) => (other?.seq ?? 0) - (one?.seq ?? 0))[0];
    if (best !== undefined) heads.push({ party: feed, seq: best.seq, hash: best.hash });
  }
  return heads;
}

async function feedsFor(
  programme: Programme,
  theirs: readonly Head[],
): Promise<{ readonly feeds: PouchContent['feeds']; readonly runs: readonly Run[] }> {
  const branches = await branchesOf(programme);
  const plan = planExchange(programme.party, branches, theirs, await finderOf(programme));
  const gives =
    theirs.length === 0
      ? branches.map((one) => ({
          party: one.party,
          segments: segmentsOf(
            branches.filter((other) => other.party === one.party),
            one.branch,
            0,
          ),
        }))
      : plan.give;
  const feeds: { readonly party: PartyCode; readonly runs: readonly Run[] }[] = [];
  for (const { party, segments } of gives) {
    const runs: Run[] = [];
    for await (const run of runsOf(programme, party, segments)) runs.push(run);
    if (runs.length > 0) feeds.push({ party, runs });
  }
  return { feeds, runs: feeds.flatMap((feed) => feed.runs) };
}

/** Files that the register names, as many as fit. A partner that holds one already just drops it. */
async function filesFor(programme: Programme): Promise<readonly Attachment[]> {
  const files: Attachment[] = [];
  let size = 0;
  for (const hash of namedFiles(await programme.register())) {
    const known = await programme.store.attachmentSize(hash);
    if (known === null || size + known > filesBytesMax) continue;
    const bytes = await bytesOf(programme.store, hash, filesBytesMax);
    if (bytes === undefined) continue;
    files.push({ hash, bytes });
    size += known;
  }
  return files;
}

/** What is in a pouch, and what of it is new here. */
export interface PouchReport {
  readonly programme: string;
  readonly from: PartyCode;
  readonly to: PartyCode;
  readonly made: string;
  readonly bytes: number;
  readonly runs: number;
  readonly entries: number;
  readonly files: number;
  readonly new: {
    readonly runs: number;
    readonly entries: number;
    readonly files: number;
    /** Receipts that say more than was known of what the partner holds; 0 of a pouch that is only looked at. */
    readonly receipts: number;
    /** Runs kept aside until what stands before them comes. */
    readonly waiting: number;
  };
  readonly heads: readonly { readonly party: PartyCode; readonly seq: number }[];
}

/**
 * Reads a pouch to its last byte and writes nothing (X3).
 *
 * @throws Refusal `pouch.recipient`, `pouch.programme`, `pouch.refused` with the fault
 */
export async function inspectPouch(node: Node, file: Uint8Array): Promise<PouchReport> {
  const opened = await openFile(node, file);
  const programme = node.programmes().get(opened.founding.programme);
  if (programme === undefined) throw new Refusal('pouch.programme');
  const { feeds, attachments } = opened.content;
  const fresh = await programme.preview(feeds.flatMap((feed) => feed.runs));
  if (fresh.fault !== undefined) throw new Refusal('pouch.refused', { detail: fresh.fault });
  const files = await missing(programme, attachments);
  return reportOf(file, opened, {
    runs: fresh.runs,
    entries: fresh.entries,
    files: files.length,
    receipts: 0,
    waiting: fresh.waiting,
  });
}

/** Takes in a pouch: verified whole before the first write (X3), again at no cost, in any order (X2). */
export async function openPouch(node: Node, file: Uint8Array): Promise<PouchReport> {
  let opened: OpenedPouch;
  try {
    opened = await openFile(node, file);
  } catch (error) {
    if (error instanceof Refusal)
      node.log('pouch.refused', { code: error.particulars.detail ?? error.code, bytes: file.length });
    throw error;
  }
  const programme = node.programmes().get(opened.founding.programme);
  if (programme === undefined) throw new Refusal('pouch.programme');
  const { attachments, feeds, receipts } = opened.content;
  const runs = feeds.flatMap((feed) => feed.runs);
  const { fault, waiting } = await programme.preview(runs);
  if (fault !== undefined) {
    node.log('pouch.refused', { code: fault, bytes: file.length });
    throw new Refusal('pouch.refused', { detail: fault });
  }
  const files = await missing(programme, attachments);
  // Files first: an act must never stand without its content.
  for (const { bytes, hash } of files) await keepBytes(programme.store, hash, bytes);
  const received = await programme.receive(runs, opened.manifest.from);
  await programme.attachmentsCame();
  await programme.confirmedByPouch(opened.manifest.from, opened.manifest.heads);
  let taken = 0;
  for (const note of receipts) if (await takeReceipt(programme, opened.manifest.from, note)) taken += 1;
  await notePeer(node, programme, opened.manifest.from, {
    lastPouch: node.time(),
    ...(received.runs > 0 ? { lastNew: node.time() } : {}),
  });
  const { entries } = received;
  node.log('pouch.opened', {
    programme: programme.id,
    party: opened.manifest.from,
    runs: received.runs,
    entries,
    files: files.length,
    bytes: file.length,
  });
  programme.tell('exchange');
  const fresh = { runs: received.runs, entries, files: files.length, receipts: taken, waiting };
  return reportOf(file, opened, fresh);
}

async function openFile(node: Node, file: Uint8Array): Promise<OpenedPouch> {
  const { identity } = node.keys();
  const own = partyOf(node).party;
  const reader = {
    foundingOf: (id: Hash) => node.programmes().get(id)?.founding,
    ownIn: (founding: OpenedPouch['founding']) =>
      founding.parties.find((one) => one.party === own && one.recipient === node.keys().card.recipient)
        ?.party,
  };
  const opened = await readPouch(file, reader, makePouchTools(node.crypto, identity));
  if (opened.ok) return opened;
  const fault = opened.detail === '' ? opened.code : `${opened.code}: ${opened.detail}`;
  throw new Refusal(opened.code === 'pouch.wrong-recipient' ? 'pouch.recipient' : 'pouch.refused', {
    detail: fault,
  });
}

async function missing(
  programme: Programme,
  attachments: readonly Attachment[],
): Promise<readonly Attachment[]> {
  const files: Attachment[] = [];
  for (const one of attachments) if (!(await programme.store.hasAttachment(one.hash))) files.push(one);
  return files;
}

const entriesIn = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.lines.length, 0);

function reportOf(
  file: Uint8Array,
  { content, manifest }: OpenedPouch,
  fresh: PouchReport['new'],
): PouchReport {
  const runs = content.feeds.flatMap((feed) => feed.runs);
  return {
    programme: manifest.programme,
    from: manifest.from,
    to: manifest.to,
    made: manifest.time,
    bytes: file.length,
    runs: runs.length,
    entries: entriesIn(runs),
    files: content.attachments.length,
    new: fresh,
    heads: manifest.heads.map(({ party, seq }) => ({ party, seq })),
  };
}
