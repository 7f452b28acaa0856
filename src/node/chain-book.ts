import type { Crypto } from '../core/bytes/crypto.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import type { ChainState } from '../core/feed/chain.ts';
import type { Head, Run } from '../core/feed/entry.ts';
import type { Founding } from '../core/feed/founding.ts';
import { rereadRun } from '../core/feed/reread-run.ts';
import type { Kinds } from '../core/kinds/catalogue.ts';
import { admit, effectOf, groundOf, openRegister, type Register } from '../core/register/register.ts';
import type { Branch, Store, StoredRun } from '../store/store.ts';
import { type Chain, FeedDamaged, replay, startOf } from './chains.ts';

type Entries = Parameters<typeof admit>[3];

/** A branch while it is read from the store. */
interface Reading {
  readonly branch: Branch;
  readonly runs: AsyncIterator<StoredRun>;
  state: ChainState;
}

/** The feed with the least that waits: the others wait for heads of it, or of one that waits for it. */
function leastWaiting(register: Register, open: readonly Reading[]): Reading | undefined {
  const waiting = ({ branch }: Reading): number =>
    register.voices.get(branch.party)?.find((voice) => voice.branch === branch.branch)?.waiting.length ?? 0;
  return open.toSorted((one, other) => waiting(one) - waiting(other) || one.state.seq - other.state.seq)[0];
}

/** A shorter feed opens the sooner for not sparing memory. */
const keepFrom = 50_000;

/** All chains of a programme and the register folded from them, kept up to date run by run. */
export class ChainBook {
  readonly register: Register;
  readonly #founding: Founding;
  readonly #party: PartyCode;
  readonly #chains = new Map<PartyCode, Chain[]>();

  /** @param party ours */
  constructor(founding: Founding, party: PartyCode, kinds: Kinds, crypto: Crypto) {
    this.#founding = founding;
    this.#party = party;
    this.register = openRegister(groundOf(founding, crypto), kinds, crypto);
  }

  get all(): ReadonlyMap<PartyCode, readonly Chain[]> {
    return this.#chains;
  }

  of(party: PartyCode): readonly Chain[] {
    return this.#chains.get(party) ?? [];
  }

  /**
   * Reads every feed from the store, in slices between which others have their turn. They were verified when they were
   * accepted, and the store's checksums say that they are the same bytes.
   *
   * @returns how many entries
   * @throws FeedDamaged, StoreError
   */
  async load(store: Store, crypto: Crypto): Promise<number> {
    const branches = await store.branches(this.#founding.programme);
    let entries = 0;
    let open: readonly Reading[] = [];
    const opened = new Set<Branch>();
    for (;;) {
      for (const branch of branches) {
        const isNext = branch.parent === null || !open.some((one) => one.branch.party === branch.party);
        if (opened.has(branch) || !isNext) continue;
        opened.add(branch);
        open = [...open, await this.#reading(store, crypto, branch, branches)];
      }
      const next = leastWaiting(this.register, open);
      if (next === undefined) return entries;
      const read = await next.runs.next();
      if (read.done === true) open = open.filter((one) => one !== next);
      else entries += this.#reread(next, read.value.run, crypto);
    }
  }

  /** A branch from its first entry on; of one that parted, what it has in common with its parent is taken in. */
  async #reading(store: Store, crypto: Crypto, branch: Branch, all: readonly Branch[]): Promise<Reading> {
    const own = all.filter((one) => one.party === branch.party);
    const parent = branch.parent === null ? undefined : own.find((one) => one.branch === branch.parent);
    const start =
      parent === undefined
        ? startOf(this.#founding, branch.party)
        : await replay(store, this.#founding, parent, own, branch.partedAt, crypto);
    if (parent !== undefined) this.admit(branch, start.entries, start.state);
    const { programme } = this.#founding;
    const runs = store.readRuns(programme, branch.party, branch.branch, start.state.seq + 1);
    return { branch, state: start.state, runs: runs[Symbol.asyncIterator]() };
  }

  /** Takes in a run that was accepted; says how many entries. @throws FeedDamaged */
  #reread(reading: Reading, run: Run, crypto: Crypto): number {
    const { branch, state } = reading;
    try {
      const { chain, entries } = rereadRun(state, run, crypto, keepFrom);
      reading.state = chain;
      this.admit(branch, entries, chain);
      return entries.length;
    } catch (error) {
      throw new FeedDamaged(`${branch.party} ${state.seq + 1}: ${String(error)}`);
    }
  }

  /** Takes accepted entries into a chain; of a new branch all from entry 1. */
  admit(
    place: Pick<Chain, 'party' | 'branch' | 'parent' | 'partedAt'>,
    entries: Entries,
    state: ChainState,
  ): void {
    const { branch, parent, partedAt, party } = place;
    admit(this.register, party, branch, entries, state);
    const voice = this.register.voices.get(party)?.find((one) => one.branch === branch);
    const chain: Chain = { party, branch, parent, partedAt, state, hashAt: (seq) => voice?.hashes.at(seq) };
    const others = this.of(party).filter((one) => one.branch !== branch);
    const sorted = [...others, chain].sort((one, other) => one.branch - other.branch);
    this.#chains.set(party, sorted);
  }

  /** The chain that we write: the one that has effect. */
  own(): Chain {
    const chains = this.of(this.#party);
    const effect = effectOf(this.register, this.#party);
    const chain = chains.find((one) => one.branch === effect?.voice.branch) ?? chains[0];
    if (chain !== undefined) return chain;
    const { state } = startOf(this.#founding, this.#party);
    return { party: this.#party, branch: 0, parent: null, partedAt: 0, state, hashAt: () => undefined };
  }

  /** Entry by which the root continued the chain that we write, the last one; undefined if it never did (F7). */
  get continuedAt(): number | undefined {
    const voice = effectOf(this.register, this.#party)?.voice;
    const waiting = voice?.waiting.findLast(({ entry }) => entry.type === 'continue')?.entry.seq;
    return waiting ?? voice?.continuations.at(-1)?.seq;
  }

  /** Our own feed has two signed versions, and no continuation has ended it (F6). */
  get isForked(): boolean {
    if (this.of(this.#party).length < 2) return false;
    return (effectOf(this.register, this.#party)?.frozenFrom ?? Infinity) < Infinity;
  }

  /** Heads of others that changed since our last entry. One that still waits for something is cited later (F5). */
  citedBy(own: ChainState): readonly Head[] {
    return this.#founding.parties.flatMap(({ party }) => {
      const voice = party === this.#party ? undefined : effectOf(this.register, party)?.voice;
      if (voice === undefined || voice.waiting.length > 0 || voice.chain.seq === 0) return [];
      const { hash, seq } = voice.chain;
      const before = own.cited.get(party);
      return before !== undefined && seq <= before.seq ? [] : [{ party, seq, hash }];
    });
  }
}
