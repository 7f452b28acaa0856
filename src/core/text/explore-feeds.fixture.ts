import { toBase64 } from '../bytes/codec.ts';
import { type TestKey, testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import type { Crypto } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { hashOf } from '../bytes/hash.ts';
import type { Hash, KeyId, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { bytesOf } from '../bytes/utf8.ts';
import { type AcceptedEntry, readRun } from '../feed/accept-run.ts';
import { buildRun } from '../feed/build-run.ts';
import { type ChainState, openChain } from '../feed/chain.ts';
import type { Head } from '../feed/entry.ts';
import {
  type Founding,
  foundingBytes,
  type PartyCard,
  parseFounding,
  partyListHash,
} from '../feed/founding.ts';
import { allKinds } from '../kinds/catalogue.ts';
import { admit, type Ground, groundOf, openRegister, type Register } from '../register/register.ts';
import { capacityOf, cardOf, codes, languages, time } from '../register/table.fixture.ts';
import { knownActs } from '../register/texts.ts';
import { counterpartPayload } from '../register/voice.ts';
import type { KnownActs } from './acts.ts';

/*
 * The feeds of a walk (explore.fixture.ts): each entry is made once and kept by what it says and what stands before it.
 * Counterparts are really signed and checked. Only the signature of a run is left out: whose it is decides whether it is
 * accepted (F3), not what it means.
 */

export const plan = 'plan.y2027' as SubjectId;

/** One act that may be proposed, once. */
export interface Slot {
  readonly name: string;
  readonly by: readonly number[];
  /** For a change of the list: the parties after, by number. */
  readonly list?: readonly number[];
}

/** One entry, and the branch up to it. */
export interface Node {
  readonly id: number;
  readonly party: number;
  readonly before: Node | undefined;
  readonly length: number;
  readonly chain: ChainState;
  readonly entries: readonly AcceptedEntry[];
  /** Slots proposed, acts consented to and acts declined in this branch. */
  readonly proposed: readonly string[];
  readonly signed: readonly Hash[];
  readonly declined: readonly Hash[];
  readonly after: Map<string, Node>;
}

type Says = Partial<Pick<Node, 'proposed' | 'signed' | 'declined'>>;

export class Feeds {
  readonly cards: readonly PartyCard[];
  /** The slot of each act made. */
  readonly slots = new Map<Hash, string>();
  count = 0;
  readonly #founding: Founding;
  readonly #ground: Ground;
  readonly #crypto: Crypto = keepingCrypto();
  readonly #signatures = new Map<string, string>();

  constructor(parties: number, founders: number) {
    this.cards = Array.from({ length: parties }, (_, at) => cardOf(at));
    const terms = { name: { lo: 'ກ', vi: 'a' } as never, languages, level: 1, zone: 'Asia/Vientiane' };
    const nonce = toBase64(new Uint8Array(16));
    const founding = foundingBytes({ ...terms, nonce, parties: this.cards.slice(0, founders) });
    this.#founding = parseFounding(founding, this.#crypto);
    this.#ground = groundOf(this.#founding, this.#crypto);
  }

  open(party: number): Node {
    const card = this.cards[party] as PartyCard;
    const [root, next, key] = [100, 101, 102].map((more) => testKey(100 * party + more)) as [
      TestKey,
      TestKey,
      TestKey,
    ];
    const joined = { ...card, rootId: root.id, exchangeId: testKey(100 * party + 103).id };
    const others = this.#founding.parties.filter((one) => one.party !== card.party);
    const chain = openChain({ ...this.#founding, parties: [...others, joined] }, card.party) as ChainState;
    const admitted = [{ public: toBase64(key.public), uses: ['desk', 'operate', 'signatory'] }];
    const body = { admit: admitted, nextRoot: this.#crypto.sha256(next.public) };
    return this.#made({ party, chain, before: undefined, key: root.id }, 'open', body, [], {});
  }

  propose(end: Node, slot: Slot, supersedes: readonly Hash[], parties: Hash, heads: readonly Head[]): Node {
    const says = `${slot.name} ${supersedes.join()} ${parties}`;
    return this.#entry(end, 'act', says, heads, { proposed: [slot.name] }, () => {
      const list = slot.list?.map((at) => this.cards[at] as PartyCard);
      const change = list && {
        partiesAfter: partyListHash(list, this.#crypto),
        partyList: list as unknown as Json,
      };
      const texts = list ? [] : [{ text: plan, content: this.#crypto.sha256(bytesOf(slot.name)) }];
      const { programme } = this.#founding;
      const effective = { on: 'signature' };
      const body = { programme, parties, level: 'signatory', texts, supersedes, effective, ...change };
      this.slots.set(hashOf(body, this.#crypto), slot.name);
      return body;
    });
  }

  consent(end: Node, act: Hash, heads: readonly Head[]): Node {
    return this.#entry(end, 'counterpart', act, heads, { signed: [act] }, () => {
      const party = codes[end.party] as PartyCode;
      const capacity = capacityOf(party);
      const payload = counterpartPayload(this.#founding.programme, party, act, capacity, 'account');
      const key = keyOf(end.party);
      const sig =
        this.#signatures.get(`${party} ${act}`) ??
        toBase64(signRecord(key.sign, recordTypes.counterpart, payload));
      this.#signatures.set(`${party} ${act}`, sig);
      return { act, capacity, strength: 'account', key: key.id, sig };
    });
  }

  decline(end: Node, act: Hash, heads: readonly Head[]): Node {
    return this.#entry(end, 'decline', act, heads, { declined: [act] }, () => ({ act }));
  }

  /** The register of whoever holds these branches, taken in that order. */
  folded(nodes: readonly Node[]): { readonly register: Register; readonly known: KnownActs } {
    const register = openRegister(this.#ground, allKinds, this.#crypto);
    for (const { chain, entries, party } of new Set(nodes)) {
      const code = codes[party] as PartyCode;
      admit(register, code, register.voices.get(code)?.length ?? 0, entries, chain);
    }
    return { register, known: knownActs(register) };
  }

  #entry(
    before: Node,
    type: string,
    what: string,
    heads: readonly Head[],
    says: Says,
    body: () => JsonObject,
  ): Node {
    const name = `${type} ${what} ${heads.map(({ hash }) => hash).join()}`;
    let node = before.after.get(name);
    if (node === undefined) {
      const { chain, party } = before;
      node = this.#made({ party, chain, before, key: keyOf(party).id }, type, body(), heads, says);
      before.after.set(name, node);
    }
    return node;
  }

  #made(at: Behind, type: string, body: JsonObject, heads: readonly Head[], says: Says): Node {
    const { before, chain, key, party } = at;
    const run = buildRun(chain, [{ type, body, heads }], time, key, unsigned, this.#crypto);
    const accepted = readRun(chain, run, this.#crypto);
    if (!accepted.ok) throw new Error(accepted.code);
    return {
      id: this.count++,
      party,
      before,
      length: accepted.chain.seq,
      chain: accepted.chain,
      entries: [...(before?.entries ?? []), ...accepted.entries],
      proposed: [...(before?.proposed ?? []), ...(says.proposed ?? [])],
      signed: [...(before?.signed ?? []), ...(says.signed ?? [])],
      declined: [...(before?.declined ?? []), ...(says.declined ?? [])],
      after: new Map(),
    };
  }
}

/** Where a new entry goes, and the key that writes it. */
interface Behind {
  readonly party: number;
  readonly chain: ChainState;
  readonly before: Node | undefined;
  readonly key: KeyId;
}

const unsigned = (): Uint8Array => new Uint8Array(64);
const keyOf = (party: number): TestKey => testKey(100 * party + 102);

/** Real cryptography that checks each signature once. */
function keepingCrypto(): Crypto {
  const answers = new Map<string, boolean>();
  const text = (bytes: Uint8Array): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return {
    sha256: (bytes) => testCrypto.sha256(bytes),
    verify: (key, signature, message) => {
      const name = text(key) + text(signature) + text(message);
      let answer = answers.get(name);
      if (answer === undefined) {
        answer = testCrypto.verify(key, signature, message);
        answers.set(name, answer);
      }
      return answer;
    },
  };
}
