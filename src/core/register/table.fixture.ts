import { toBase64 } from '../bytes/codec.ts';
import { type TestKey, testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { hashOf } from '../bytes/hash.ts';
import type { Hash, Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { type AcceptedEntry, acceptRun } from '../feed/accept-run.ts';
import { buildRun, type Item } from '../feed/build-run.ts';
import { type ChainState, openChain } from '../feed/chain.ts';
import type { Head, Run } from '../feed/entry.ts';
import {
  type Founding,
  foundingBytes,
  type PartyCard,
  parseFounding,
  partyListHash,
} from '../feed/founding.ts';
import { allKinds, type Kinds } from '../kinds/catalogue.ts';
import { listToName, supersededBy } from '../text/acts.ts';
import { fieldOf } from '../text/compare.ts';
import { contentBytes, declarationBytes, parseContent } from '../text/content.ts';
import { digestList, type Scope, statedAsOf } from '../text/positions.ts';
import type { Content, DraftRef } from '../text/view.ts';
import { admit, effectOf, groundOf, openRegister, type Register } from './register.ts';
import { knownActs, textOf } from './texts.ts';
import { counterpartPayload } from './voice.ts';

/*
 * A table at which two to five parties sit, for the tests of texts, acts and register: founded with real keys, each with
 * an opened feed and a desk of its own, which knows what was delivered to it. Everything is the same on each run.
 */

export const codes = ['VN', 'LA', 'KH', 'TH', 'MM'] as PartyCode[];
export const languages = ['lo', 'vi'] as Lang[];
export const time = '2026-11-21T08:00:00Z';
export const day = '2026-12-31';

/** A run as it travels, with what accepting it came to: that depends on nothing else (F3). */
export interface Mail {
  readonly party: PartyCode;
  readonly first: number;
  readonly prev: Hash;
  readonly run: Run;
  readonly entries: readonly AcceptedEntry[];
  readonly chain: ChainState;
}

/** One node's copy of the register. Takes mail in any order; what lacks its predecessor waits in a gap (X2). */
export class Desk {
  readonly register: Register;
  readonly #chains = new Map<PartyCode, AcceptedEntry[][]>();
  #gap: Mail[] = [];

  constructor(founding: Founding, kinds: Kinds) {
    this.register = openRegister(groundOf(founding, testCrypto), kinds, testCrypto);
  }

  receive(...mails: readonly Mail[]): this {
    this.#gap.push(...mails);
    for (let moved = true; moved; ) {
      moved = false;
      for (const mail of this.#gap.splice(0)) {
        if (this.#take(mail)) moved = true;
        else this.#gap.push(mail);
      }
    }
    return this;
  }

  #take({ chain, entries, first, party, prev }: Mail): boolean {
    const chains = this.#chains.get(party) ?? [];
    this.#chains.set(party, chains);
    let deepest: { readonly at: number; readonly shared: number } | undefined;
    for (const [at, held] of chains.entries()) {
      if (first > 1 && held[first - 2]?.hash !== prev) continue;
      const differs = entries.findIndex(({ hash }, more) => held[first - 1 + more]?.hash !== hash);
      if (differs < 0) return true;
      if (deepest === undefined || first - 1 + differs > deepest.shared)
        deepest = { at, shared: first - 1 + differs };
    }
    if (deepest === undefined && first > 1) return false;
    const { at = 0, shared = 0 } = deepest ?? {};
    const held = chains[at] ?? [];
    const added = entries.slice(shared - first + 1);
    if (held.length === shared) {
      chains[at] = [...held, ...added];
      admit(this.register, party, at, added, chain);
    } else {
      const branch = [...held.slice(0, shared), ...added];
      admit(this.register, party, chains.push(branch) - 1, branch, chain);
    }
    return true;
  }

  /** Holds the content of an act, as a node does once its attachment has come. */
  hold(hash: Hash, content: Content): this {
    this.register.contents.set(hash, content);
    this.register.version++;
    return this;
  }
}

/** One branch of a party's feed, as its author has written it. */
interface Branch {
  chain: ChainState;
  /** Chains before each run, to fork from. */
  readonly before: ChainState[];
  readonly mails: Mail[];
}

/** A party with its keys, its feed and its desk. */
export interface Seat {
  readonly card: PartyCard;
  readonly root: TestKey;
  readonly nextRoot: TestKey;
  /** Operates, and signs at both levels. */
  readonly key: TestKey;
  readonly branches: Branch[];
  readonly desk: Desk;
}

/** What somebody has said: where it stands, and the run by which it travels. */
export interface SaidAt extends Head {
  readonly mail: Mail;
}

export interface SayOptions {
  readonly branch?: number;
  readonly key?: TestKey;
  /** By default, all that the party's desk holds and its feed has not cited. */
  readonly heads?: readonly Head[];
}

export interface ActTerms {
  readonly texts?: readonly {
    readonly text: string;
    readonly content: Hash;
    readonly base?: Hash;
    readonly mode?: string;
  }[];
  readonly effective?: JsonObject;
  readonly level?: string;
  readonly openUntil?: string;
  readonly supersedes?: readonly Hash[];
  readonly parties?: Hash;
  /** The list after, for a change of the list. */
  readonly list?: readonly PartyCard[];
}

export class Table {
  readonly founding: Founding;
  readonly kinds: Kinds;
  readonly seats = new Map<PartyCode, Seat>();

  constructor(count: number, kinds: Kinds = allKinds) {
    this.kinds = kinds;
    const parties = codes.slice(0, count).map((_, at) => cardOf(at));
    this.founding = parseFounding(
      foundingBytes({
        name: { lo: 'ແຜນການ', vi: 'Kế hoạch' } as Record<Lang, string>,
        languages,
        level: 1,
        zone: 'Asia/Vientiane',
        nonce: toBase64(new Uint8Array(16).fill(1)),
        parties,
      }),
      testCrypto,
    );
    for (const party of parties) this.seat(party);
  }

  /** Seats a party and opens its feed: those of the founding, and whom a change of the list adds. */
  seat(card: PartyCard): Seat {
    const at = codes.indexOf(card.party);
    const keys = [0, 1, 2].map((more) => testKey(100 * at + 100 + more)) as [TestKey, TestKey, TestKey];
    const [root, nextRoot, key] = keys;
    // A party that joins later opens its feed by the root of its card (A2).
    const known = this.founding.parties.filter(({ party }) => party !== card.party);
    const joined = { ...card, rootId: root.id, exchangeId: testKey(100 * at + 103).id };
    const chain = openChain({ ...this.founding, parties: [...known, joined] }, card.party) as ChainState;
    const desk = new Desk(this.founding, this.kinds);
    const seat = { card, root, nextRoot, key, branches: [{ chain, before: [], mails: [] }], desk };
    this.seats.set(card.party, seat);
    const admit = [{ public: toBase64(key.public), uses: ['desk', 'operate', 'signatory'] }];
    this.say(card.party, 'open', { admit, nextRoot: testCrypto.sha256(nextRoot.public) }, { key: root });
    return seat;
  }

  of(party: string): Seat {
    const seat = this.seats.get(party as PartyCode);
    if (seat === undefined) throw new Error(`nobody sits as ${party}`);
    return seat;
  }

  register(party: string): Register {
    return this.of(party).desk.register;
  }

  /** Says something in a run of its own. */
  say(party: string, type: string, body: JsonObject, options: SayOptions = {}): SaidAt {
    return this.sayAll(party, [{ type, body }], options);
  }

  /** Says several things in one run. Throws when the run is refused. */
  sayAll(party: string, items: readonly Item[], options: SayOptions = {}): SaidAt {
    const seat = this.of(party);
    const branch = seat.branches[options.branch ?? 0] as Branch;
    const key = options.key ?? seat.key;
    const heads = options.heads ?? this.unsaidHeads(party, branch.chain);
    const cited = items.map((item, at) => (at === 0 ? { ...item, heads } : item));
    const run = buildRun(branch.chain, cited, time, key.id, key.sign, testCrypto);
    const accepted = acceptRun(branch.chain, run, testCrypto);
    if (!accepted.ok) throw new Error(`${accepted.code} at ${accepted.seq}: ${accepted.detail}`);
    const { chain, entries } = accepted;
    const mail = {
      party: seat.card.party,
      first: branch.chain.seq + 1,
      prev: branch.chain.hash,
      run,
      entries,
      chain,
    };
    branch.before.push(branch.chain);
    branch.chain = chain;
    branch.mails.push(mail);
    seat.desk.receive(mail);
    return { party: seat.card.party, seq: chain.seq, hash: chain.hash, mail };
  }

  /** Heads of other feeds that the party's desk holds and that this chain has not cited yet. */
  unsaidHeads(party: string, chain: ChainState): Head[] {
    const { register } = this.of(party).desk;
    const named = [...register.voices.values()]
      .flat()
      .flatMap(({ acts }) => [...acts.values()].flatMap(({ parties = [] }) => parties));
    return [...register.voices.keys()].flatMap((other) => {
      // Whoever joins is cited once a list names it (F5).
      const mayCite = register.ground.parties.includes(other) || named.includes(other);
      const voice = other === party || !mayCite ? undefined : effectOf(register, other)?.voice;
      const hash = voice?.hashes.at(voice.applied);
      if (voice === undefined || hash === undefined) return [];
      return voice.applied > (chain.cited.get(other)?.seq ?? 0)
        ? [{ party: other, seq: voice.applied, hash }]
        : [];
    });
  }

  /** Starts another branch of a party's feed, `back` runs before its end; its number is the answer. */
  fork(party: string, back = 0, from = 0): number {
    const { branches } = this.of(party);
    const { before, chain, mails } = branches[from] as Branch;
    const kept = mails.length - back;
    const states = [...before, chain];
    branches.push({
      chain: states[kept] as ChainState,
      before: states.slice(0, kept),
      mails: mails.slice(0, kept),
    });
    return branches.length - 1;
  }

  /** The root ends a freeze: the branch goes on, and all the heads given are known (F7). */
  continue(party: string, heads: readonly (Head | ChainState)[], options: SayOptions = {}): SaidAt {
    const named = heads
      .map(({ hash, seq }) => ({ hash, seq }))
      .sort((one, other) => (one.hash < other.hash ? -1 : 1));
    return this.say(party, 'continue', { heads: named }, { key: this.of(party).root, ...options });
  }

  /** The root admits a key. */
  admitKey(party: string, key: TestKey, uses: readonly string[], options: SayOptions = {}): SaidAt {
    const admit = [{ public: toBase64(key.public), uses }];
    return this.say(party, 'keys', { admit }, { key: this.of(party).root, ...options });
  }

  /** The root makes a key void after an entry (K2, K3). */
  voidKey(party: string, key: TestKey, after: number, options: SayOptions = {}): SaidAt {
    return this.say(
      party,
      'keys',
      { void: [{ after, key: key.id }] },
      { key: this.of(party).root, ...options },
    );
  }

  /** All that a party has written, of all branches. */
  mails(party: string): Mail[] {
    return [...new Set(this.of(party).branches.flatMap(({ mails }) => mails))];
  }

  /** Gives everything that these have written to everybody; by default, all to all. */
  share(
    from: readonly string[] = [...this.seats.keys()],
    to: readonly string[] = [...this.seats.keys()],
  ): void {
    for (const receiver of to)
      for (const sender of from) this.of(receiver).desk.receive(...this.mails(sender));
  }

  /** A desk that belongs to nobody, with nothing on it. */
  desk(): Desk {
    return new Desk(this.founding, this.kinds);
  }

  position(
    party: string,
    draft: DraftRef,
    item: string,
    fields: JsonObject,
    options: SayOptions & { info?: JsonObject } = {},
  ): SaidAt {
    const { info } = options;
    return this.say(
      party,
      'position',
      { ...draft, item, fields, ...(info === undefined ? {} : { info }) },
      options,
    );
  }

  /** What accepting says of what the other had stated by the last entry that this party's desk holds (T7). */
  acceptBody(party: string, other: string, draft: DraftRef, scope: Scope = {}): JsonObject {
    const { voice } = effectOf(this.register(party), other as PartyCode) ?? {};
    if (voice === undefined) throw new Error(`${party} holds nothing of ${other}`);
    const isEach = (item: SubjectId, field: string): boolean =>
      fieldOf(this.kinds, draft.text, item, field)?.each === true;
    const values = statedAsOf(voice.positions, draft, voice.applied, scope, isEach);
    const at = { seq: voice.applied, hash: voice.hashes.at(voice.applied) as Hash };
    return { ...draft, party: other, at, ...scope, digest: hashOf(digestList(values), testCrypto) };
  }

  accept(party: string, other: string, draft: DraftRef, scope: Scope = {}, options: SayOptions = {}): SaidAt {
    return this.say(party, 'accept', this.acceptBody(party, other, draft, scope), options);
  }

  /** The content that a draft has come to on a party's desk, held there from now on. */
  content(party: string, draft: DraftRef): Hash {
    const { desk } = this.of(party);
    const view = textOf(desk.register, draft);
    const declaration = testCrypto.sha256(declarationBytes(this.kinds, view));
    const bytes = contentBytes(view, this.founding.programme, languages, declaration);
    const hash = testCrypto.sha256(bytes);
    desk.hold(hash, parseContent(bytes));
    return hash;
  }

  /** An act as a party would propose it: what it supersedes and the list are computed (A2, A3). */
  actBody(party: string, terms: ActTerms): JsonObject {
    const known = knownActs(this.register(party));
    const { effective = { on: 'signature' }, level = 'signatory', list, openUntil, texts = [] } = terms;
    const supersedes =
      terms.supersedes ??
      supersededBy(known, list === undefined ? texts.map(({ text }) => text as SubjectId) : 'all');
    const parties = terms.parties ?? listToName(known, supersedes);
    const change =
      list === undefined
        ? {}
        : { partiesAfter: partyListHash(list, testCrypto), partyList: list as unknown as Json };
    const rows = texts.map((one): JsonObject => ({ ...one }));
    const until = openUntil === undefined ? {} : { openUntil };
    return {
      programme: this.founding.programme,
      parties,
      level,
      texts: rows,
      supersedes,
      effective,
      ...change,
      ...until,
    };
  }

  /** Proposes an act and gives its id. */
  propose(party: string, terms: ActTerms, options: SayOptions = {}): Hash {
    const body = this.actBody(party, terms);
    this.say(party, 'act', body, options);
    return hashOf(body, testCrypto);
  }

  counterpartBody(party: string, act: Hash, options: SignOptions = {}): JsonObject {
    const { programme } = this.founding;
    const { capacity = capacityOf(party), strength = 'account' } = options;
    const key = options.by ?? this.of(party).key;
    const payload = counterpartPayload(programme, party as PartyCode, act, capacity, strength);
    return {
      act,
      capacity,
      strength,
      key: key.id,
      sig: toBase64(signRecord(key.sign, recordTypes.counterpart, payload)),
    };
  }

  /** Consents, whatever the rules say of it. */
  sign(party: string, act: Hash, options: SayOptions & SignOptions = {}): SaidAt {
    return this.say(party, 'counterpart', this.counterpartBody(party, act, options), options);
  }
}

export interface SignOptions {
  /** The signatory's key, if it is not the one that writes. */
  readonly by?: TestKey;
  readonly capacity?: JsonObject;
  readonly strength?: string;
}

export function capacityOf(party: string, date = '2026-12-04'): JsonObject {
  return { name: `Minister of ${party}`, post: { lo: 'ລັດຖະມົນຕີ', vi: 'Bộ trưởng' }, place: 'Vientiane', date };
}

/** The card of the party with that number in `codes`. */
export function cardOf(at: number): PartyCard {
  const party = codes[at] as PartyCode;
  return {
    party,
    names: { en: `Ministry of ${party}` } as Record<Lang, string>,
    root: toBase64(testKey(100 * at + 100).public),
    exchange: toBase64(testKey(100 * at + 103).public),
    recipient: `age1${'qpzry'[at]}${'q'.repeat(57)}`,
  };
}

export const prose = (lo: string, vi = lo, stale?: readonly string[]): JsonObject => ({
  lo,
  vi,
  ...(stale === undefined ? {} : { stale }),
});

/** Values of a plan's head, and of one of its lines, with which nothing is missing. */
export const headFields: JsonObject = {
  title: prose('ແຜນ', 'Kế hoạch'),
  covers: { from: '2027', to: '2027' },
};
export function lineFields(text: string, place = 'a'): JsonObject {
  return { in: true, activity: prose(text), area: 'visits', period: { from: '2027-03' }, place };
}
