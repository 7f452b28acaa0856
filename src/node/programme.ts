import type { Crypto } from '../core/bytes/crypto.ts';
import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import type { Item } from '../core/feed/build-run.ts';
import type { ChainState } from '../core/feed/chain.ts';
import type { Head, Run } from '../core/feed/entry.ts';
import type { Founding } from '../core/feed/founding.ts';
import type { Kinds } from '../core/kinds/catalogue.ts';
import type { Register } from '../core/register/register.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { type Asked, type Build, groupAsked } from './append-group.ts';
import { buildBatch } from './build-batch.ts';
import { ChainBook } from './chain-book.ts';
import { type Chain, FeedDamaged } from './chains.ts';
import { loadContents } from './contents.ts';
import { dayIn } from './day.ts';
import type { Signer } from './keys.ts';
import type { Log } from './log.ts';
import { OwnMark } from './own-mark.ts';
import { type FeedGap, gapsBefore, planReceive, type RefusedRun } from './plan-receive.ts';
import { Refusal } from './problem.ts';
import { type SigningLock, SigningLocks } from './signing-lock.ts';
import { keepAside, stagedRuns } from './staged.ts';

/** All that a running programme is made of; given, so that a simulation can drive it. */
export interface ProgrammeParts {
  readonly store: Store;
  readonly founding: Founding;
  /** Ours. */
  readonly party: PartyCode;
  readonly kinds: Kinds;
  readonly crypto: Crypto;
  /** Asked at each append, since the root may have replaced it. */
  readonly operate: () => Signer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** What taking in runs came to. */
export interface Received {
  /** Runs that were new. */
  readonly runs: number;
  readonly entries: number;
  readonly held: number;
  /** Runs kept aside until what stands before them comes. */
  readonly staged: number;
  readonly gaps: readonly FeedGap[];
  readonly refused: readonly RefusedRun[];
}

export interface ProgrammeEvent {
  readonly type: 'register' | 'workspace' | 'exchange' | 'lock';
  readonly version: number;
  readonly texts?: readonly string[];
}

/**
 * One programme over a store: its chains, its register, and the only way to write our feed. What it acknowledges is durable.
 * Everything that writes goes one after the other.
 */
export class Programme {
  readonly id: ProgrammeId;
  readonly founding: Founding;
  readonly party: PartyCode;
  readonly crypto: Crypto;
  readonly now: () => number;
  readonly store: Store;
  readonly #parts: ProgrammeParts;
  readonly #book: ChainBook;
  readonly #locks: SigningLocks;
  readonly #listeners = new Set<(event: ProgrammeEvent) => void>();
  #loading: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #asked: Asked[] = [];
  readonly #mark: OwnMark;
  /** Version of the register up to which listeners know which texts changed. */
  #told = 0;

  constructor(parts: ProgrammeParts) {
    const { crypto, founding, kinds, log, now, party, store } = parts;
    this.#parts = parts;
    this.id = founding.programme;
    this.founding = founding;
    this.party = party;
    this.crypto = crypto;
    this.now = now;
    this.store = store;
    this.#book = new ChainBook(founding, party, kinds, crypto);
    const time = (): string => this.time();
    this.#locks = new SigningLocks({ store, programme: this.id, partners: this.partners(), time, log });
    this.#mark = new OwnMark(store, this.id, party, this.#book);
  }

  /** The register, folded from the feeds on the first call; later calls answer at once. */
  async register(): Promise<Register> {
    this.#loading ??= this.#load();
    await this.#loading;
    return this.#book.register;
  }

  /** The register's version and the workspace's changes are followed by this. Returns the function that stops it. */
  onChange(listener: (event: ProgrammeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells whoever follows this programme that something changed. */
  tell(type: ProgrammeEvent['type'], texts?: readonly string[]): void {
    const { version } = this.#book.register;
    const event = texts === undefined ? { type, version } : { type, version, texts };
    for (const listener of this.#listeners) listener(event);
  }

  /** All chains of a feed. */
  async chains(party: PartyCode): Promise<readonly Chain[]> {
    await this.register();
    return this.#book.of(party);
  }

  /** The head of our own feed, or undefined before `open`. */
  async ownHead(): Promise<Head | undefined> {
    await this.register();
    const { hash, seq } = this.#book.own().state;
    return seq === 0 ? undefined : { party: this.party, seq, hash };
  }

  /** Our highest entry that may be given out. */
  get published(): number {
    return this.#mark.published;
  }

  /** Why signing is locked, if it is. */
  lock(): SigningLock | undefined {
    return this.#locks.now(this.#book.isForked);
  }

  /** The key that writes our feed. */
  operate(): Signer {
    return this.#parts.operate();
  }

  /** The other parties. */
  partners(): readonly PartyCode[] {
    return this.founding.parties.map((one) => one.party).filter((one) => one !== this.party);
  }

  /** A partner's heads were compared with ours over the network, and it holds no more of our feed than we do (X1). */
  async confirmedBy(party: PartyCode): Promise<void> {
    if (!(await this.#locks.confirm(party))) return;
    await this.recheck();
    this.tell('lock');
  }

  /**
   * Partners that have not confirmed our head since the root continued our feed; none when it did not, or all have. Until
   * then we may have consented to what we no longer know (A13).
   */
  get unconfirmed(): readonly PartyCode[] {
    return this.#locks.unconfirmed;
  }

  /**
   * A partner's heads came by pouch. Of an old pouch nobody knows what its sender held since; but one that was packed when
   * it held our continuation, and nothing of our feed that we do not, confirms our head as an exchange does (A13).
   */
  async confirmedByPouch(party: PartyCode, heads: readonly Head[]): Promise<void> {
    await this.register();
    const own = heads.filter((head) => head.party === this.party);
    const { hashAt } = this.#book.own();
    const since = this.#book.continuedAt ?? Infinity;
    const chains = this.#book.of(this.party);
    const holdsAll = own.every(({ hash, seq }) => chains.some((chain) => chain.hashAt(seq) === hash));
    const holdsContinuation = own.some(({ hash, seq }) => seq >= since && hashAt(seq) === hash);
    if (holdsAll && holdsContinuation && (await this.#locks.confirmReturn(party))) this.tell('lock');
  }

  /** Every partner has confirmed since the node started. */
  get isConfirmed(): boolean {
    return this.#locks.isConfirmed;
  }

  /** Now, as entries assert it. */
  time(): string {
    return `${new Date(this.now()).toISOString().slice(0, 19)}Z`;
  }

  /** Today in the programme's time zone. */
  today(): string {
    return dayIn(this.founding.zone, this.now());
  }

  /**
   * Says something in our feed: the items become one run, signed, durable, then published (F9, F10). What goes in is decided
   * by `build` from the register as it is at that moment, with nobody writing meanwhile. Callers that come while another
   * run is being written share the next one: one signature and one fsync for all of them.
   *
   * @returns the head after it; `seq` is that of the caller's last entry
   * @throws Refusal `lock.signing`, and what `build` throws
   */
  async append(build: Build): Promise<Head> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ build, resolve, reject });
      if (this.#asked.length === 1) this.#alone(() => this.#writeAsked()).catch(reject);
    });
  }

  async #writeAsked(): Promise<void> {
    const register = await this.register();
    const { rest, said } = await groupAsked(this.#asked.splice(0), register, () => {
      const locked = this.lock();
      if (locked !== undefined) throw new Refusal('lock.signing', { detail: locked.message });
    });
    this.#asked.unshift(...rest);
    if (this.#asked.length > 0)
      this.#alone(() => this.#writeAsked()).catch((error: unknown) => {
        for (const asked of this.#asked.splice(0)) asked.reject(error);
      });
    if (said.length === 0) return;
    const items = said.flatMap((one) => one.items);
    try {
      const head = await this.#write(this.#parts.operate(), items);
      let last = head.seq - items.length;
      for (const one of said) {
        last += one.items.length;
        one.asked.resolve({ party: this.party, seq: last, hash: this.#book.own().hashAt(last) ?? head.hash });
      }
    } catch (error) {
      for (const one of said) one.asked.reject(error);
    }
  }

  /**
   * Says something by the root: control entries only (K). While signing is locked only a continuation, since that ends the lock.
   *
   * @throws Refusal `lock.signing`, `keys.root-away` when the key is neither this feed's root nor its next one
   */
  async appendByRoot(
    root: Signer,
    build: (chain: ChainState, chains: readonly Chain[]) => readonly Item[],
  ): Promise<Head> {
    return this.#alone(async () => {
      await this.register();
      const { state } = this.#book.own();
      // The next root writes the entry by which it takes over (K4).
      const isNext = this.crypto.sha256(root.public) === state.nextRoot;
      if (state.roots.at(-1)?.id !== root.id && !isNext)
        throw new Refusal('keys.root-away', { detail: 'the key is not the root of our feed' });
      const items = build(state, this.#book.of(this.party));
      const isContinuation = items.some((item) => item.type === 'continue');
      const locked = isContinuation ? undefined : this.lock();
      if (locked !== undefined) throw new Refusal('lock.signing', { detail: locked.message });
      // First: a crash behind the append must not leave us consenting as if we knew all (A13).
      if (isContinuation) await this.#locks.beginReturn();
      return this.#write(root, items, isContinuation);
    });
  }

  /**
   * Takes in runs of any feed, in any order, once or many times (X2): accepted, durable in one write, folded.
   *
   * @param from who brought them: what must be kept aside takes up its places alone
   */
  async receive(runs: readonly Run[], from?: PartyCode): Promise<Received> {
    return this.#alone(async () => {
      await this.register();
      const since = this.now();
      const { log } = this.#parts;
      const all = [...runs, ...(await stagedRuns(this.store, this.id))];
      const plan = await this.#plan(all);
      // First: a crash behind the append must not leave entries of ours that nobody has confirmed and no lock (X1).
      const isGivenBack = plan.runs.some((one) => one.place.party === this.party);
      if (isGivenBack) await this.#locks.giveBack();
      if (plan.runs.length > 0) await this.store.append({ runs: plan.runs.map((one) => one.append) });
      for (const { append, entries, isNewBranch, place, state } of plan.runs) {
        this.#book.admit(place, entries, state);
        if (isNewBranch)
          log('feed.forked', { programme: this.id, party: append.party, seq: place.partedAt + 1 });
      }
      const { gaps, staged } = await keepAside(this.store, this.id, plan.waiting, from, this.crypto);
      if (plan.runs.length > 0) await this.#changed();
      if (isGivenBack) {
        await this.#mark.noteGivenBack();
        await this.store.recheck();
        this.tell('lock');
      }
      const entries = plan.runs.reduce((sum, one) => sum + one.append.run.lines.length, 0);
      const counts = { runs: plan.runs.length, entries, held: plan.held };
      if (counts.runs > 0) log('run.received', { programme: this.id, ...counts, ms: this.now() - since });
      for (const { code, party } of plan.refused) log('run.refused', { programme: this.id, party, code });
      const refused = plan.refused.map(({ run: _, ...rest }) => rest);
      return { ...counts, staged, refused, gaps };
    });
  }

  /** What is missing before the runs that are kept aside. */
  async gaps(): Promise<readonly FeedGap[]> {
    return this.#alone(async () => {
      await this.register();
      const runs = await stagedRuns(this.store, this.id);
      return runs.length === 0 ? [] : gapsBefore((await this.#plan(runs)).waiting);
    });
  }

  /** What taking in runs would bring, how many would wait, and the first fault; nothing is written (X3). */
  async preview(runs: readonly Run[]): Promise<{
    readonly runs: number;
    readonly entries: number;
    readonly waiting: number;
    readonly fault?: string;
  }> {
    return this.#alone(async () => {
      await this.register();
      const plan = await this.#plan(runs);
      const entries = plan.runs.reduce((sum, one) => sum + one.append.run.lines.length, 0);
      const [fault] = plan.refused;
      const counts = { runs: plan.runs.length, entries, waiting: plan.waiting.length };
      if (fault === undefined) return counts;
      const place = fault.party === undefined ? '' : ` ${fault.party} ${fault.seq ?? ''}`.trimEnd();
      return { ...counts, fault: `${fault.code}${place}` };
    });
  }

  async #plan(runs: readonly Run[]): ReturnType<typeof planReceive> {
    const { crypto, founding, store } = this;
    return planReceive({ store, founding, crypto }, this.#book.all, runs);
  }

  /** Attachments came: acts may now have their contents. */
  async attachmentsCame(): Promise<void> {
    await this.#alone(async () => {
      if (await loadContents(this.store, await this.register())) this.tell('register');
    });
  }

  /** Asks the store again whether our feed stands where it was published; for after partners gave back what was lost. */
  async recheck(): Promise<void> {
    await this.#alone(async () => {
      const before = this.lock()?.code;
      await this.store.recheck();
      // What a crash left durable and unmarked while we were locked may go out now.
      if (this.lock() === undefined && this.published < this.#book.own().state.seq)
        await this.#mark.raise(false);
      if (before === this.lock()?.code) return;
      if (before !== undefined) this.#parts.log('lock.ended', { programme: this.id, code: before });
      this.tell('lock');
    });
  }

  /** The root has continued our feed: what was given back needs no more confirmation (F7). */
  async continued(): Promise<void> {
    await this.#locks.forgetGivenBack();
    await this.recheck();
    this.tell('lock');
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#alone(async () => {});
  }

  async #load(): Promise<void> {
    const since = this.now();
    let entries = 0;
    try {
      entries = await this.#book.load(this.store, this.crypto);
    } catch (error) {
      if (!(error instanceof FeedDamaged) && !(error instanceof StoreError)) throw error;
      this.#locks.damage(error.message);
    }
    await loadContents(this.store, this.#book.register);
    await this.#locks.load();
    await this.#mark.raise(this.lock() !== undefined);
    this.#told = this.#book.register.version;
    this.#parts.log('register.folded', { programme: this.id, entries, ms: this.now() - since });
  }

  async #write(by: Signer, items: readonly Item[], isContinuation = false): Promise<Head> {
    const since = this.now();
    const own = this.#book.own();
    const cited = this.#book.citedBy(own.state);
    const { entries, runs, state } = buildBatch(own, items, cited, this.time(), by, this.crypto);
    await this.store.append({ runs });
    this.#book.admit(own, entries, state);
    const { hash, seq } = state;
    await this.#mark.move(isContinuation);
    await this.#changed();
    const counts = { seq, entries: items.length, ms: this.now() - since };
    this.#parts.log('run.appended', { programme: this.id, party: this.party, ...counts });
    return { party: this.party, seq, hash };
  }

  async #changed(): Promise<void> {
    const { register } = this.#book;
    await loadContents(this.store, register);
    const texts = [...register.touchedAt].filter(([, at]) => at > this.#told).map(([text]) => text);
    this.#told = register.version;
    this.tell('register', texts);
  }

  async #alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}
