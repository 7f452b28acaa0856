import type { Crypto } from '../core/bytes/crypto.ts';
import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { acceptRun, readRun } from '../core/feed/accept-run.ts';
import { buildRun, type Item } from '../core/feed/build-run.ts';
import type { ChainState } from '../core/feed/chain.ts';
import type { Head, Run } from '../core/feed/entry.ts';
import { type Founding, partyListHash } from '../core/feed/founding.ts';
import { runBytesMax, runEntriesMax } from '../core/feed/limits.ts';
import type { Kinds } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { admit, effectOf, openRegister, type Register } from '../core/register/register.ts';
import { StoreError } from '../store/errors.ts';
import type { Branch, Finding, RunAppend, Store } from '../store/store.ts';
import { type Chain, FeedDamaged, replay, startOf } from './chains.ts';
import { loadContents } from './contents.ts';
import type { Signer } from './keys.ts';
import type { Log } from './log.ts';
import { planReceive, type ReceivePlan } from './plan-receive.ts';
import { Refusal } from './problem.ts';
import { splitItems } from './split-items.ts';
import { stagedRuns, stageRun, unstage } from './staged.ts';

/** All that a running programme is made of. Clock, store and keys are given, so that a simulation can drive it. */
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
  readonly gaps: readonly { readonly party: PartyCode; readonly from: number; readonly to: number }[];
  readonly refused: readonly { readonly code: string; readonly party?: PartyCode; readonly seq?: number }[];
}

export interface ProgrammeEvent {
  readonly type: 'register' | 'workspace' | 'exchange' | 'lock';
  readonly version: number;
  readonly texts?: readonly string[];
}

/** Why this node must not sign in a programme now (F9, F10). */
export interface SigningLock {
  readonly code: Finding['code'] | 'forked';
  readonly message: string;
  readonly since: string;
  /** Partners that have not yet confirmed our head. */
  readonly awaits: readonly PartyCode[];
}

/** Decides what to say from the register as it is; called again if it must wait for the next run. */
export type Build = (register: Register) => readonly Item[] | Promise<readonly Item[]>;

interface Asked {
  readonly build: Build;
  readonly resolve: (head: Head) => void;
  readonly reject: (error: unknown) => void;
}

/** An item that shares its run with nobody else's: what it says depends on all that is known. */
const alone = 'alone';

/** What an item speaks of: two builds that speak of the same must see each other's effect. */
function aboutOf({ body, type }: Item): string {
  if (type === 'statement' || type === 'retract') return `said ${String(body['kind'])} ${String(body['subject'])} ${String(body['facet'])}`;
  if (type === 'position' || type === 'withdraw' || type === 'accept') return `text ${String(body['text'])}`;
  return alone;
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
  readonly #register: Register;
  readonly #chains = new Map<PartyCode, Chain[]>();
  readonly #listeners = new Set<(event: ProgrammeEvent) => void>();
  readonly #confirmed = new Set<PartyCode>();
  /** A partner held more of our own feed than we did (X1): locked until every partner has confirmed. */
  #givenBack: { readonly since: string; readonly confirmed: Set<PartyCode> } | undefined;
  readonly #since = new Map<string, string>();
  #damaged: string | undefined;
  #loading: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #asked: Asked[] = [];
  /** Our highest entry that may be given out: durable, and its mark raised (F9). */
  #published = 0;

  constructor(parts: ProgrammeParts) {
    const { crypto, founding, kinds, now, party, store } = parts;
    this.#parts = parts;
    this.id = founding.programme;
    this.founding = founding;
    this.party = party;
    this.crypto = crypto;
    this.now = now;
    this.store = store;
    const ground = {
      programme: founding.programme,
      languages: founding.languages,
      parties: founding.parties.map((one) => one.party),
      partyList: partyListHash(founding.parties, crypto),
    };
    this.#register = openRegister(ground, kinds, crypto);
  }

  /** The register, folded from the feeds on the first call; later calls answer at once. */
  async register(): Promise<Register> {
    this.#loading ??= this.#load();
    await this.#loading;
    return this.#register;
  }

  /** The register's version and the workspace's changes are followed by this. Returns the function that stops it. */
  onChange(listener: (event: ProgrammeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells whoever follows this programme that something changed. */
  tell(type: ProgrammeEvent['type'], texts?: readonly string[]): void {
    const version = this.#register.version;
    for (const listener of this.#listeners) listener(texts === undefined ? { type, version } : { type, version, texts });
  }

  /** All chains of a feed; of ours, only as far as they may be given out. */
  async chains(party: PartyCode): Promise<readonly Chain[]> {
    await this.register();
    return this.#chains.get(party) ?? [];
  }

  /** The head of our own feed, or undefined before `open`. */
  async ownHead(): Promise<Head | undefined> {
    const chain = (await this.chains(this.party)).find((one) => one.branch === 0);
    return chain && chain.state.seq > 0 ? { party: this.party, seq: chain.state.seq, hash: chain.state.hash } : undefined;
  }

  /** Our highest entry that may be given out. */
  get published(): number {
    return this.#published;
  }

  /** Why signing is locked, if it is. */
  lock(): SigningLock | undefined {
    const own = (this.#chains.get(this.party)?.length ?? 0) > 1 && (effectOf(this.#register, this.party)?.frozenFrom ?? Infinity) < Infinity;
    const finding = this.store.findings().find((one) => one.programme === undefined || one.programme === this.id);
    const cause =
      this.#damaged === undefined
        ? (finding ??
          (own ? { code: 'forked' as const, message: forkedMessage } : undefined) ??
          (this.#givenBack ? { code: 'behind' as const, message: givenBackMessage } : undefined))
        : { code: 'corrupt' as const, message: this.#damaged };
    if (cause === undefined) return undefined;
    const since = this.#since.get(cause.code) ?? this.#givenBack?.since ?? this.time();
    this.#since.set(cause.code, since);
    const confirmed = this.#givenBack?.confirmed ?? this.#confirmed;
    return { code: cause.code, message: cause.message, since, awaits: this.partners().filter((one) => !confirmed.has(one)) };
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
    this.#confirmed.add(party);
    const back = this.#givenBack;
    if (back === undefined) return;
    back.confirmed.add(party);
    if (this.partners().some((one) => !back.confirmed.has(one))) return;
    this.#givenBack = undefined;
    await this.store.workspace.write([{ op: 'deleteDocument', collection: 'lock', id: this.id, expected: 'any' }]);
    this.#parts.log('lock.ended', { programme: this.id, code: 'behind' });
    this.tell('lock');
  }

  /** Every partner has confirmed since the node started. */
  get isConfirmed(): boolean {
    return this.partners().every((party) => this.#confirmed.has(party));
  }

  /** Now, as entries assert it. */
  time(): string {
    return `${new Date(this.now()).toISOString().slice(0, 19)}Z`;
  }

  /** Today in the programme's time zone. */
  today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.founding.zone, dateStyle: 'short' }).format(this.now());
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

  /** Writes what was asked for until now as one group; what would speak of the same thing twice goes into the next. */
  async #writeAsked(): Promise<void> {
    const group = this.#asked.splice(0);
    const register = await this.register();
    const said: { readonly asked: Asked; readonly items: readonly Item[] }[] = [];
    const spoken = new Set<string>();
    for (const [at, asked] of group.entries()) {
      try {
        const locked = this.lock();
        if (locked !== undefined) throw new Refusal('lock.signing', { detail: locked.message });
        const items = await asked.build(register);
        const about = items.map(aboutOf);
        if (about.some((one) => spoken.has(one)) || (said.length > 0 && about.includes(alone))) {
          this.#asked.unshift(...group.slice(at));
          break;
        }
        for (const one of about) spoken.add(one);
        said.push({ asked, items });
        if (about.includes(alone)) {
          this.#asked.unshift(...group.slice(at + 1));
          break;
        }
      } catch (error) {
        asked.reject(error);
      }
    }
    if (this.#asked.length > 0) this.#alone(() => this.#writeAsked()).catch((error: unknown) => this.#rejectAsked(error));
    await this.#writeGroup(said);
  }

  async #writeGroup(said: readonly { readonly asked: Asked; readonly items: readonly Item[] }[]): Promise<void> {
    if (said.length === 0) return;
    const items = said.flatMap((one) => one.items);
    try {
      const head = await this.#write(this.#parts.operate(), items);
      let last = head.seq - items.length;
      for (const one of said) {
        last += one.items.length;
        const hash = this.#register.voices.get(this.party)?.find((voice) => voice.hashes.at(head.seq) === head.hash)?.hashes.at(last);
        one.asked.resolve({ party: this.party, seq: last, hash: hash ?? head.hash });
      }
    } catch (error) {
      for (const one of said) one.asked.reject(error);
    }
  }

  #rejectAsked(error: unknown): void {
    for (const asked of this.#asked.splice(0)) asked.reject(error);
  }

  /**
   * Says something by the root: control entries only (K). Also while signing is locked, since the root ends locks.
   *
   * @throws Refusal `keys.root-away` when the key is not this feed's root
   */
  async appendByRoot(root: Signer, build: (chain: ChainState, chains: readonly Chain[]) => readonly Item[]): Promise<Head> {
    return this.#alone(async () => {
      await this.register();
      const chains = this.#chains.get(this.party) ?? [];
      const chain = this.#ownChain();
      if (chain.state.roots.at(-1)?.id !== root.id) throw new Refusal('keys.root-away', { detail: 'the key is not the root of our feed' });
      const items = build(chain.state, chains);
      return this.#write(root, items, items.some((item) => item.type === 'continue'));
    });
  }

  /** Takes in runs of any feed, in any order, once or many times (X2): accepted, durable in one write, folded. */
  async receive(runs: readonly Run[]): Promise<Received> {
    return this.#alone(async () => {
      await this.register();
      const since = this.now();
      const ownBefore = this.#chains.get(this.party) ?? [];
      const plan = await this.#plan([...runs, ...(await stagedRuns(this.store, this.id))]);
      if (plan.runs.length > 0) await this.store.append({ runs: plan.runs.map((one) => one.append) });
      for (const { append, entries, isNewBranch, place, state } of plan.runs) {
        this.#admit(place, entries, state);
        if (isNewBranch) this.#parts.log('feed.forked', { programme: this.id, party: append.party, seq: place.partedAt + 1 });
      }
      const waiting = new Set(plan.waiting.map((one) => one.run));
      await unstage(this.store, this.id, runs.filter((run) => !waiting.has(run)), this.crypto);
      let staged = 0;
      const gaps = new Map<PartyCode, { from: number; to: number }>();
      for (const { placed, run } of plan.waiting) {
        if (await stageRun(this.store, this.id, run, this.crypto)) staged += 1;
        gaps.set(placed.party, { from: placed.held + 1, to: Math.min(gaps.get(placed.party)?.to ?? Infinity, placed.first - 1) });
      }
      if (plan.runs.length > 0) await this.#changed();
      await this.#noteGivenBack(ownBefore);
      const entries = plan.runs.reduce((sum, one) => sum + one.append.run.lines.length, 0);
      if (plan.runs.length > 0) this.#parts.log('run.received', { programme: this.id, runs: plan.runs.length, entries, held: plan.held, ms: this.now() - since });
      for (const { code, party } of plan.refused) this.#parts.log('run.refused', { programme: this.id, party, code });
      const refused = plan.refused.map(({ run: _, ...rest }) => rest);
      return { runs: plan.runs.length, entries, held: plan.held, staged, refused, gaps: [...gaps].map(([party, gap]) => ({ party, ...gap })) };
    });
  }

  /** What taking in runs would bring, and the first fault; nothing is written (X3). */
  async preview(runs: readonly Run[]): Promise<{ readonly runs: number; readonly entries: number; readonly fault?: string }> {
    return this.#alone(async () => {
      await this.register();
      const plan = await this.#plan(runs);
      const entries = plan.runs.reduce((sum, one) => sum + one.append.run.lines.length, 0);
      const [fault] = plan.refused;
      const { length } = plan.runs;
      if (fault === undefined) return { runs: length, entries };
      return { runs: length, entries, fault: `${fault.code}${fault.party === undefined ? '' : ` ${fault.party} ${fault.seq ?? ''}`.trimEnd()}` };
    });
  }

  async #plan(runs: readonly Run[]): Promise<ReceivePlan> {
    const { founding, store } = this;
    return planReceive({ store, founding, crypto: this.crypto }, this.#chains, runs);
  }

  /** Attachments came: acts may now have their contents. */
  async attachmentsCame(): Promise<void> {
    await this.#alone(async () => {
      await this.register();
      if (await loadContents(this.store, this.#register)) this.tell('register');
    });
  }

  /** Asks the store again whether our feed stands where it was published; for after partners gave back what was lost. */
  async recheck(): Promise<void> {
    await this.#alone(async () => {
      const before = this.lock()?.code;
      await this.store.recheck();
      const after = this.lock()?.code;
      if (before === after) return;
      if (before !== undefined) this.#parts.log('lock.ended', { programme: this.id, code: before });
      this.tell('lock');
    });
  }

  /** The root has continued our feed: what was given back needs no more confirmation (F7). */
  async continued(): Promise<void> {
    this.#givenBack = undefined;
    await this.store.workspace.write([{ op: 'deleteDocument', collection: 'lock', id: this.id, expected: 'any' }]);
    await this.recheck();
    this.tell('lock');
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#alone(async () => {});
  }

  /** Entries of ours came back from a partner: they are published, and there may be more that others hold (X1, F9). */
  async #noteGivenBack(before: readonly Chain[]): Promise<void> {
    const after = this.#chains.get(this.party) ?? [];
    if (after.every((chain) => before.some((one) => one.branch === chain.branch && one.state.seq === chain.state.seq))) return;
    const own = this.#ownChain().state;
    const mark = (await this.store.watermarks()).find((one) => one.programme === this.id && one.party === this.party);
    if (after.length === 1 && (mark === undefined || mark.seq < own.seq)) {
      await this.store.raiseWatermark({ programme: this.id, party: this.party, seq: own.seq, hash: own.hash });
    }
    if (after.length === 1) this.#published = own.seq;
    await this.store.recheck();
    this.#givenBack = { since: this.time(), confirmed: new Set() };
    await this.store.workspace.write([{ op: 'putDocument', collection: 'lock', id: this.id, value: { since: this.#givenBack.since }, expected: 'any' }]);
    this.#parts.log('lock.set', { programme: this.id, code: 'behind' });
    this.tell('lock');
  }

  async #load(): Promise<void> {
    const since = this.now();
    const branches = await this.store.branches(this.id);
    let entries = 0;
    try {
      for (const { party } of this.founding.parties) {
        for (const branch of branches.filter((one) => one.party === party)) entries += await this.#loadBranch(branch, branches);
      }
    } catch (error) {
      if (!(error instanceof FeedDamaged) && !(error instanceof StoreError)) throw error;
      this.#damaged = `A stored feed does not read back as it was accepted (${error.message}). Reading works as far as it goes. Signing is locked until the feeds are rebuilt from a backup or a partner.`;
      this.#parts.log('lock.set', { programme: this.id, code: 'corrupt' });
    }
    await loadContents(this.store, this.#register);
    const locked = await this.store.workspace.document('lock', this.id);
    if (isObject(locked?.value)) this.#givenBack = { since: String(locked.value['since']), confirmed: new Set() };
    await this.#raiseMark();
    this.#parts.log('register.folded', { programme: this.id, entries, ms: this.now() - since });
  }

  async #loadBranch(branch: Branch, branches: readonly Branch[]): Promise<number> {
    const { party } = branch;
    const parents = branches.filter((one) => one.party === party);
    const parent = branch.parent === null ? undefined : parents.find((one) => one.branch === branch.parent);
    const start = parent === undefined ? startOf(this.founding, party) : await replay(this.store, this.founding, parent, parents, branch.partedAt, this.crypto);
    let state = start.state;
    if (parent !== undefined) this.#admit(branch, start.entries, state);
    for await (const { run } of this.store.readRuns(this.id, party, branch.branch, state.seq + 1)) {
      const read = readRun(state, run, this.crypto);
      if (!read.ok) throw new FeedDamaged(`${party} ${read.seq}: ${read.code}`);
      state = read.chain;
      this.#admit(branch, read.entries, state);
    }
    return state.seq - start.state.seq;
  }

  #admit(place: Pick<Chain, 'party' | 'branch' | 'parent' | 'partedAt'>, entries: Parameters<typeof admit>[3], state: ChainState): void {
    const { branch, parent, partedAt, party } = place;
    admit(this.#register, party, branch, entries, state);
    const voice = this.#register.voices.get(party)?.find((one) => one.branch === branch);
    const chain: Chain = { party, branch, parent, partedAt, state, hashAt: (seq) => voice?.hashes.at(seq) };
    const others = (this.#chains.get(party) ?? []).filter((one) => one.branch !== branch);
    this.#chains.set(party, [...others, chain].sort((one, other) => one.branch - other.branch));
  }

  #ownChain(): Chain {
    const chains = this.#chains.get(this.party) ?? [];
    const effect = effectOf(this.#register, this.party);
    const chain = chains.find((one) => one.branch === effect?.voice.branch) ?? chains[0];
    if (chain !== undefined) return chain;
    const { state } = startOf(this.founding, this.party);
    return { party: this.party, branch: 0, parent: null, partedAt: 0, state, hashAt: () => undefined };
  }

  async #write(by: Signer, items: readonly Item[], isContinuation = false): Promise<Head> {
    const since = this.now();
    const own = this.#ownChain();
    const cited = this.#citedHeads(own.state);
    const withHeads = items.map((item, at) => (at === 0 && cited.length > 0 ? { ...item, heads: cited } : item));
    let { state } = own;
    const runs: RunAppend[] = [];
    const admitted: Parameters<typeof admit>[3][number][] = [];
    for (const part of splitItems(withHeads, runEntriesMax, runBytesMax)) {
      const run = buildRun(state, part, this.time(), by.id, by.sign, this.crypto);
      const accepted = acceptRun(state, run, this.crypto);
      if (!accepted.ok) throw new Refusal('lock.signing', { detail: `our key may not write here: ${accepted.code}` });
      runs.push({ programme: this.id, party: this.party, branch: own.branch, run, first: state.seq + 1, last: accepted.chain.seq, lastHash: accepted.chain.hash });
      state = accepted.chain;
      admitted.push(...accepted.entries);
    }
    await this.store.append({ runs });
    this.#admit(own, admitted, state);
    const mark = { programme: this.id, party: this.party, seq: state.seq, hash: state.hash };
    await (isContinuation ? this.store.replaceWatermark(mark) : this.store.raiseWatermark(mark));
    this.#published = state.seq;
    await this.#changed();
    this.#parts.log('run.appended', { programme: this.id, party: this.party, seq: state.seq, entries: items.length, ms: this.now() - since });
    return { party: this.party, seq: state.seq, hash: state.hash };
  }

  /** Heads of others that changed since our last entry. One that still waits for something is cited later (F5). */
  #citedHeads(own: ChainState): readonly Head[] {
    return this.founding.parties.flatMap(({ party }) => {
      const voice = party === this.party ? undefined : effectOf(this.#register, party)?.voice;
      if (voice === undefined || voice.waiting.length > 0 || voice.chain.seq === 0) return [];
      const { hash, seq } = voice.chain;
      const before = own.cited.get(party);
      return before !== undefined && seq <= before.seq ? [] : [{ party, seq, hash }];
    });
  }

  /** After a crash between writing and marking: nothing of it was published, and it is durable, so it may be now. */
  async #raiseMark(): Promise<void> {
    const own = this.#ownChain();
    const { seq, hash } = own.state;
    if (seq === 0 || this.lock() !== undefined) {
      const mark = (await this.store.watermarks()).find((one) => one.programme === this.id && one.party === this.party);
      this.#published = Math.min(seq, mark?.seq ?? 0);
      return;
    }
    await this.store.raiseWatermark({ programme: this.id, party: this.party, seq, hash });
    this.#published = seq;
  }

  async #changed(): Promise<void> {
    const before = this.#register.version;
    await loadContents(this.store, this.#register);
    const texts = [...this.#register.touchedAt].filter(([, version]) => version >= before).map(([text]) => text);
    this.tell('register', texts);
  }

  async #alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}

const givenBackMessage =
  'A partner held more of our own feed than this node: it was taken back. Nothing else was changed. Signing is locked until every partner has confirmed our head, or the root continues the feed.';
const forkedMessage =
  'Our own feed has two signed versions. Both are kept. Signing is locked until the root continues one of them; see the exchange page.';
