import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import { type FeedBranch, planExchange, type Segment } from '../core/exchange/plan-exchange.ts';
import type { Head, Run } from '../core/feed/entry.ts';
import { contentBytesMax } from '../core/text/content.ts';
import { bytesOf, keepBytes, namedFiles } from '../node/contents.ts';
import type { Programme } from '../node/programme.ts';
import type { Store } from '../store/store.ts';
import type { Machine } from './machine.ts';
import type { SimNetwork } from './network.ts';

/** What machines exchange through. */
export interface Wire {
  readonly network: SimNetwork;
  /** Told of each head of a node's own feed before it leaves the machine, alone or with its entries. */
  readonly givenOut: (programme: Programme, head: Head) => Promise<void>;
}

/** What came of an exchange, for the story. */
export interface Exchanged {
  readonly sent: number;
  readonly received: number;
  readonly files: number;
  /** The other holds no more of our feed than we do. */
  readonly isConfirmed: boolean;
}

/** How often both sides compare heads in one exchange: more than a fork of a fork needs. */
const roundsMax = 4;

/**
 * One machine exchanges with another, which answers: heads, then what either lacks, its own feed first, then files. A
 * call that fails ends it; the next one goes on from the heads (X8).
 * @throws Unreachable
 */
export async function exchange(wire: Wire, from: Machine, to: Machine): Promise<Exchanged> {
  const { network } = wire;
  let [sent, received] = [0, 0];
  let isConfirmed = false;
  const { programme, store } = from;
  for (let round = 0; round < roundsMax; round++) {
    const theirs = await network.call(from, to, (other) => headsOf(wire, other));
    const plan = await planOf(programme, theirs);
    for (const missing of plan.take) {
      const held = await heldOf(programme, missing.party);
      const runs = await network.call(from, to, (other, its) => runsFor(wire, other, its, missing.to, held));
      received += (await programme.receive(runs)).runs;
    }
    for (const give of plan.give) {
      const runs = await runsOf(wire, programme, store, give.party, give.segments);
      sent += (await network.call(from, to, (other) => other.receive(runs))).runs;
    }
    isConfirmed = plan.take.length === 0;
    if (isConfirmed) programme.confirmedBy(to.party);
    if (!plan.planAgain) break;
  }
  const files = (await fetchFiles(network, from, to)) + (await giveFiles(network, from, to));
  await programme.recheck();
  if (programme.isConfirmed && store.findings().some(({ code }) => code === 'restored'))
    await store.confirmRestored();
  return { sent, received, files, isConfirmed };
}

/** Heads of all branches that may be given out: of our own feed only what is published (F9). */
export async function headsOf(wire: Wire, programme: Programme): Promise<readonly Head[]> {
  const branches = await branchesOf(programme);
  const heads = branches.map(({ hash, party, seq }) => ({ party, seq, hash }));
  for (const head of heads) if (head.party === programme.party) await wire.givenOut(programme, head);
  return heads;
}

async function branchesOf(programme: Programme): Promise<readonly FeedBranch[]> {
  const branches: FeedBranch[] = [];
  for (const { party } of programme.founding.parties) {
    for (const { branch, hashAt, parent, partedAt, state } of await programme.chains(party)) {
      const seq = party === programme.party ? Math.min(state.seq, programme.published) : state.seq;
      const hash = hashAt(seq);
      if (seq > partedAt && hash !== undefined) branches.push({ party, branch, parent, partedAt, seq, hash });
    }
  }
  return branches;
}

async function planOf(programme: Programme, theirs: readonly Head[]) {
  const branches = await branchesOf(programme);
  const places = new Map<Hash, number>();
  for (const { hash, party, seq } of theirs) {
    const chain = (await programme.chains(party)).find((one) => one.hashAt(seq) === hash);
    if (chain !== undefined) places.set(hash, chain.branch);
  }
  return planExchange(programme.party, branches, theirs, ({ hash }) => places.get(hash));
}

/** Every entry of a feed that is held, by hash: a simulation can afford what a wire cannot. */
async function heldOf(programme: Programme, party: PartyCode): Promise<ReadonlySet<Hash>> {
  const held = new Set<Hash>();
  for (const { hashAt, state } of await programme.chains(party)) {
    for (let seq = 1; seq <= state.seq; seq++) held.add(hashAt(seq) as Hash);
  }
  return held;
}

/** The runs that lead to a head from what is held. */
async function runsFor(
  wire: Wire,
  programme: Programme,
  store: Store,
  to: Head,
  held: ReadonlySet<Hash>,
): Promise<readonly Run[]> {
  const branches = (await branchesOf(programme)).filter(({ party }) => party === to.party);
  const chains = await programme.chains(to.party);
  const chain = chains.find(({ hashAt }) => hashAt(to.seq) === to.hash);
  if (chain === undefined) return [];
  let after = to.seq;
  while (after > 0 && !held.has(chain.hashAt(after) as Hash)) after -= 1;
  const segments = pathOf(branches, chain.branch, to.seq).filter((segment) => segment.to > after);
  return runsOf(
    wire,
    programme,
    store,
    to.party,
    segments.map((segment) => ({ ...segment, from: Math.max(segment.from, after + 1) })),
  );
}

function pathOf(feed: readonly FeedBranch[], branch: number, seq: number): readonly Segment[] {
  const row = feed.find((one) => one.branch === branch);
  if (row === undefined) return [];
  if (row.parent !== null && seq <= row.partedAt) return pathOf(feed, row.parent, seq);
  const before = row.parent === null ? [] : pathOf(feed, row.parent, row.partedAt);
  return [...before, { branch, from: row.partedAt + 1, to: seq }];
}

async function runsOf(
  wire: Wire,
  programme: Programme,
  store: Store,
  party: PartyCode,
  segments: readonly Segment[],
): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const { branch, from, to } of segments) {
    for await (const { first, last, run } of store.readRuns(programme.id, party, branch, from)) {
      if (first > to) break;
      const hash = programme.crypto.sha256(run.lines.at(-1) as Uint8Array);
      if (party === programme.party) await wire.givenOut(programme, { party, seq: last, hash });
      runs.push({ ...run, lines: run.lines.map((line) => line.slice()) });
    }
  }
  return runs;
}

/** All runs of all feeds that may be given out, feed by feed. */
export async function allRuns(wire: Wire, { programme, store }: Machine): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const { branch, partedAt, party, seq } of await branchesOf(programme)) {
    runs.push(...(await runsOf(wire, programme, store, party, [{ branch, from: partedAt + 1, to: seq }])));
  }
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

/** Fetches the files that our register names and that we lack (X5). */
async function fetchFiles(network: SimNetwork, from: Machine, to: Machine): Promise<number> {
  let fetched = 0;
  const { programme, store } = from;
  for (const hash of await missingFiles(programme, store)) {
    const bytes = await network.call(from, to, (_, its) => bytesOf(its, hash, contentBytesMax));
    if (bytes === undefined) continue;
    await keepBytes(store, hash, bytes);
    fetched += 1;
  }
  if (fetched > 0) await programme.attachmentsCame();
  return fetched;
}

async function giveFiles(network: SimNetwork, from: Machine, to: Machine): Promise<number> {
  let given = 0;
  for (const hash of await network.call(from, to, missingFiles)) {
    const bytes = await bytesOf(from.store, hash, contentBytesMax);
    if (bytes === undefined) continue;
    await network.call(from, to, (_, its) => keepBytes(its, hash, bytes));
    given += 1;
  }
  if (given > 0) await network.call(from, to, (programme) => programme.attachmentsCame());
  return given;
}

async function missingFiles(programme: Programme, store: Store): Promise<readonly Hash[]> {
  const missing: Hash[] = [];
  for (const hash of namedFiles(await programme.register()))
    if (!(await store.hasAttachment(hash))) missing.push(hash);
  return missing;
}
