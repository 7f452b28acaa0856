import { recordTypes } from '../core/bytes/dsse.ts';
import { signRecord } from '../core/bytes/ed25519.ts';
import { encodeCanonical } from '../core/bytes/encode.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { acceptRun } from '../core/feed/accept-run.ts';
import { buildRun, type Item } from '../core/feed/build-run.ts';
import { type ChainState, openChain } from '../core/feed/chain.ts';
import type { Head, Run } from '../core/feed/entry.ts';
import type { Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import type { Build } from '../node/append-group.ts';
import type { Signer } from '../node/keys.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { type Desk, settleDraft, statePositions, subjects, texts } from './desk.ts';
import { consent, counterpart, propose, proposeList } from './desk-acts.ts';
import { PartyKeys } from './party-keys.ts';
import type { Random } from './random.ts';
import type { Ground } from './values.ts';

/** One of the chains that a liar keeps: its runs, and the state before each and after the last. */
interface Chain {
  readonly runs: Run[];
  readonly states: ChainState[];
}

export interface LiarParts {
  readonly ground: Ground;
  readonly keys: PartyKeys;
  readonly random: Random;
  readonly now: () => string;
  readonly onConsent: (act: Hash) => void;
  /** Whether lists of parties are changed in its world. */
  readonly lists: boolean;
}

/**
 * The one dishonest party of a world. It knows what an honest node of it knows, and signs whatever it likes with its own
 * keys: several feeds at once, competing acts, every act there is, words in another's name, bytes that are no entry. What
 * it cannot do is sign with keys of others.
 */
export class Liar {
  readonly party: PartyCode;
  readonly #parts: LiarParts;
  readonly #chains: Chain[] = [];

  constructor(parts: LiarParts, programme: Programme) {
    this.#parts = parts;
    this.party = programme.party;
    const start = openChain(programme.founding, this.party) as ChainState;
    const chain: Chain = { runs: [], states: [start] };
    this.#chains.push(chain);
    this.#write(chain, [parts.keys.open()], parts.keys.root);
  }

  get forks(): number {
    return this.#chains.length - 1;
  }

  /** Does something. @returns in a few words what, and the runs by which others may learn of it */
  async lie(programme: Programme): Promise<{ readonly what: string; readonly runs: readonly Run[] }> {
    const { random } = this.#parts;
    const register = await programme.register();
    const lies: readonly (readonly [() => Promise<string> | string, number])[] = [
      [() => this.#behave(programme), 24],
      [() => this.#say('says', this.#something()), 6],
      [() => this.#consentToAll(programme, register), 6],
      [() => this.#proposeAlone(programme, register), 4],
      [() => this.#fork(), 4],
      [() => this.#say('cites heads', this.#something(this.#heads(register))), 2],
      [() => this.#say('talks nonsense', this.#nonsense()), 2],
      [() => this.#keepKeys(), 2],
      [() => this.#continue(), 1],
    ];
    if (random.oneIn(6))
      return { what: 'sends bytes that nobody may take', runs: this.#forgeries(programme) };
    const what = await random.weighted(lies)();
    return { what, runs: this.#path() };
  }

  /** All that it ever signed, by chain: what comes to light in the end. */
  get everything(): readonly Run[] {
    return this.#chains.flatMap(({ runs }) => runs);
  }

  /** A chain as somebody may be told it, cut into other runs than it was signed in: one signature covers all before it. */
  #path(): Run[] {
    const { random } = this.#parts;
    const runs = [...random.pick(this.#chains).runs];
    const at = random.below(runs.length);
    const [one, other] = runs.slice(at, at + 2);
    if (one === undefined || other === undefined || one.key !== other.key || random.oneIn(2)) return runs;
    runs.splice(at, 2, { ...other, lines: [...one.lines, ...other.lines] });
    return runs;
  }

  /** Does what an honest party would do, on one of its chains: others see it negotiate, each perhaps otherwise. */
  async #behave(programme: Programme): Promise<string> {
    const { ground, onConsent, random } = this.#parts;
    const chain = random.oneIn(3) ? random.pick(this.#chains) : (this.#chains[0] as Chain);
    const keys = this.#keysAt(chain);
    const pretended = speakingTo(programme, async (items) => {
      this.#write(chain, items, keys.operate);
      return { party: this.party, seq: this.#end(chain).seq, hash: this.#end(chain).hash };
    });
    const [name, deed] = random.weighted(this.#parts.lists ? deedsWithLists : deeds);
    try {
      const desk = { programme: pretended, keys, ground, random, onConsent, stays: undefined };
      await deed({ ...desk, ignores: ['chain'] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return `would ${name}: ${error.code}`;
    }
    return `${name} on chain ${this.#chains.indexOf(chain)}`;
  }

  #say(what: string, items: readonly Item[]): string {
    const chain = this.#parts.random.pick(this.#chains);
    const key = this.#keysAt(chain).operate;
    return `${what} on chain ${this.#chains.indexOf(chain)}${this.#write(chain, items, key) ? '' : ', refused'}`;
  }

  /** Leaves one of its chains at any place. */
  #fork(): string {
    const { random } = this.#parts;
    const from = random.pick(this.#chains);
    const at = random.between(random.oneIn(8) ? 0 : 1, from.runs.length);
    const chain = { runs: from.runs.slice(0, at), states: from.states.slice(0, at + 1) };
    this.#chains.push(chain);
    const keys = this.#keysAt(chain);
    if (at === 0) this.#write(chain, [keys.open()], keys.root);
    this.#write(chain, this.#something(), keys.operate);
    return `forks its feed after run ${at}`;
  }

  /** A counterpart on every act it knows, whatever the chain rule says. */
  #consentToAll(programme: Programme, register: Register): string {
    const { onConsent, random } = this.#parts;
    const chain = random.pick(this.#chains);
    const keys = this.#keysAt(chain);
    const items: Item[] = [];
    for (const [id, act] of knownActs(register).acts) {
      onConsent(id);
      items.push(counterpart({ keys, programme }, id, act.level));
    }
    if (items.length === 0) return 'finds nothing to sign';
    this.#write(chain, items, keys.operate, this.#heads(register));
    return `signs ${items.length} acts on chain ${this.#chains.indexOf(chain)}`;
  }

  /** An act of its own making, beside whatever there is, signed at once. */
  #proposeAlone(programme: Programme, register: Register): string {
    const { onConsent, random } = this.#parts;
    const known = [...knownActs(register).acts];
    const text = random.pick([...texts.keys()]);
    const [, like] = known.length > 0 ? random.pick(known) : [];
    const content = like?.texts[0]?.content ?? programme.crypto.sha256(random.bytes(8));
    const level = text.startsWith('minutes.') ? 'desk' : 'signatory';
    const supersedes = known
      .filter(() => random.oneIn(3))
      .map(([id]) => id)
      .sort();
    const body: JsonObject = {
      effective: { on: 'signature' },
      level,
      parties: register.ground.partyList,
      programme: programme.id,
      supersedes,
      texts: [{ content, text: like?.texts[0]?.text ?? text }],
    };
    const id = hashOf(body, programme.crypto);
    const chain = random.pick(this.#chains);
    const keys = this.#keysAt(chain);
    onConsent(id);
    this.#write(chain, [{ type: 'act', body }, counterpart({ keys, programme }, id, level)], keys.operate);
    return `proposes act ${id.slice(0, 8)} beside others`;
  }

  /** Admits, voids or replaces keys, by the root or by whom the root replaced. */
  #keepKeys(): string {
    const { random } = this.#parts;
    const chain = random.pick(this.#chains);
    const state = this.#end(chain);
    const keys = this.#keysAt(chain);
    if (random.oneIn(3)) {
      this.#write(chain, [keys.rotateRoot(state)], keys.nextRoot);
      return 'replaces its root';
    }
    const role = random.pick(['operate', 'signatory', 'desk'] as const);
    const after = random.oneIn(2) ? random.between(1, state.seq) : undefined;
    this.#write(chain, [keys.replace(role, after)], keys.root);
    return `replaces its ${role} key${after === undefined ? '' : `, void after ${after}`}`;
  }

  /** Continues one of its chains, naming some of the others. */
  #continue(): string {
    const { random } = this.#parts;
    const chain = random.pick(this.#chains);
    const named = this.#chains.filter((one) => one === chain || random.oneIn(2)).map((one) => this.#end(one));
    const heads = new Map(named.filter(({ seq }) => seq > 0).map(({ hash, seq }) => [hash, { hash, seq }]));
    const sorted = [...heads.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1));
    this.#write(chain, [{ type: 'continue', body: { heads: sorted } }], this.#keysAt(chain).root);
    return `continues chain ${this.#chains.indexOf(chain)}, naming ${sorted.length} heads`;
  }

  #something(heads: readonly Head[] = []): Item[] {
    const { random } = this.#parts;
    const cited = heads.length === 0 ? {} : { heads };
    const subject = random.pick(subjects);
    const text = random.pick([...texts.keys()]);
    const en = `lie ${random.below(1000)}`;
    return random.pick<Item[]>([
      [{ type: 'statement', body: { kind: 'comment', subject, fields: { wording: { en } } }, ...cited }],
      [
        {
          type: 'statement',
          body: { kind: 'report', subject, fields: { status: random.pick(['held', 'notHeld']) } },
          ...cited,
        },
      ],
      [{ type: 'position', body: { text, item: text, fields: { title: { vi: en, lo: en } } }, ...cited }],
      [{ type: 'retract', body: { kind: 'report', subject } }, ...this.#nonsense()],
    ]);
  }

  /** Entries that must be kept and stay without effect (F4). */
  #nonsense(): Item[] {
    const { random } = this.#parts;
    const other = this.#parts.random.pick(['VN', 'LA', 'KH']);
    return [
      random.pick<Item>([
        { type: 'prophecy', body: { word: 'soon' } },
        { type: 'position', body: { text: 'plan.y2027', item: 'plan.y2027', fields: { title: 7 } } },
        { type: 'position', body: { text: 'plan.y2027', item: 'visit.a', fields: { nothing: 1 } } },
        { type: 'statement', body: { kind: 'report', subject: 'visit.a', fields: {}, author: other } },
        {
          type: 'accept',
          body: {
            text: 'plan.y2027',
            party: other,
            at: { hash: '0'.repeat(64), seq: 1 },
            digest: '0'.repeat(64),
          },
        },
        {
          type: 'counterpart',
          body: { act: '0'.repeat(64), capacity: {}, key: '0'.repeat(32), sig: 'AA==', strength: 'personal' },
        },
        { type: 'continue', body: { heads: [] } },
        { type: 'decline', body: { act: 'no hash' } },
      ]),
    ];
  }

  /** Heads of others as they are, as they were, or as they never were. */
  #heads(register: Register): Head[] {
    const { keys, random } = this.#parts;
    const heads: Head[] = [];
    for (const party of register.ground.parties) {
      if (party === this.party || random.oneIn(3)) continue;
      const seq = random.between(1, 12);
      const held = register.voices.get(party)?.[0]?.hashes.at(seq);
      const hash = random.oneIn(4) ? keys.book.crypto.sha256(random.bytes(4)) : held;
      if (hash !== undefined) heads.push({ party, seq, hash });
    }
    return heads;
  }

  /** Runs that must be refused, or must wait for ever: each is wrong in one way (F1, F2, F3). */
  #forgeries(programme: Programme): Run[] {
    const { random } = this.#parts;
    const chain = random.pick(this.#chains);
    const last = chain.runs.at(-1);
    if (last === undefined) return [];
    const { hash, seq } = this.#end(chain);
    const key = this.#keysAt(chain).operate;
    const victim = random.pick(programme.partners());
    const line = last.lines.at(-1) as Uint8Array;
    const flipped = line.slice();
    flipped[random.below(flipped.length)] = 1 + random.below(250);
    const at = {
      body: {},
      key: key.id,
      party: this.party,
      prev: hash,
      programme: programme.id,
      seq: seq + 1,
      time: this.#parts.now(),
      type: 'note',
    };
    return [
      { ...last, lines: [flipped] },
      { ...last, signature: random.bytes(64) },
      this.#signed(key, { ...at, party: victim }),
      this.#signed(key, { ...at, party: victim, seq: 1, prev: programme.id, type: 'open' }),
      this.#signed(key, { ...at, programme: hash }),
      this.#signed(key, { ...at, seq: 2 ** 53 - 1 }),
      this.#signed(key, { ...at, seq: seq + 7 }),
      this.#signed(this.#keysAt(chain).exchange, { ...at, key: this.#keysAt(chain).exchange.id }),
    ];
  }

  #signed(key: Signer, entry: Json): Run {
    const line = encodeCanonical(entry);
    return { lines: [line], key: key.id, signature: signRecord(key.sign, recordTypes.entry, line) };
  }

  #keysAt(chain: Chain): PartyKeys {
    const keys = new PartyKeys(this.#parts.keys.book, this.party);
    keys.follow(this.#end(chain));
    return keys;
  }

  #end({ states }: Chain): ChainState {
    return states.at(-1) as ChainState;
  }

  /** Writes behind a chain; false if not even its own node would take that. */
  #write(chain: Chain, items: readonly Item[], key: Signer, heads: readonly Head[] = []): boolean {
    const { keys, now } = this.#parts;
    const [first, ...rest] = items;
    if (first === undefined) return false;
    const cited = heads.length === 0 ? items : [{ ...first, heads }, ...rest];
    const run = buildRun(this.#end(chain), cited, now(), key.id, key.sign, keys.book.crypto);
    const accepted = acceptRun(this.#end(chain), run, keys.book.crypto);
    if (!accepted.ok) return false;
    chain.runs.push(run);
    chain.states.push(accepted.chain);
    return true;
  }
}

type Deed = readonly [string, (desk: Desk) => Promise<unknown>];

const deeds: readonly (readonly [Deed, number])[] = [
  [['settles', settleDraft], 6],
  [['states positions', statePositions], 2],
  [['proposes', propose], 2],
  [['signs', consent], 4],
];

const deedsWithLists: typeof deeds = [...deeds, [['changes the list', proposeList], 1]];

/** A programme whose appends go elsewhere: what a deed would say is heard, and not written. */
function speakingTo(programme: Programme, write: (items: readonly Item[]) => Promise<Head>): Programme {
  const append = async (build: Build): Promise<Head> => write(await build(await programme.register()));
  return new Proxy(programme, {
    get: (target, name) => {
      if (name === 'append') return append;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
