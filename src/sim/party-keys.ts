import { toBase64 } from '../core/bytes/codec.ts';
import { recordTypes } from '../core/bytes/dsse.ts';
import { signRecord } from '../core/bytes/ed25519.ts';
import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import type { Item } from '../core/feed/build-run.ts';
import { type ChainState, type KeyUse, keyStanding, rootOf } from '../core/feed/chain.ts';
import { rootClaim } from '../core/feed/control.ts';
import type { Signer } from '../node/keys.ts';
import type { KeyBook, KeyRole } from './keys.ts';

const uses = { operate: ['operate'], desk: ['desk'], signatory: ['signatory'] } as const satisfies Record<
  string,
  readonly KeyUse[]
>;
type Admitted = keyof typeof uses;

/** The keys of one party, and which of each it uses at present. Kept apart from any machine. */
export class PartyKeys {
  readonly book: KeyBook;
  readonly party: PartyCode;
  readonly #generation: Record<KeyRole, number> = { root: 0, operate: 0, desk: 0, signatory: 0, exchange: 0 };

  constructor(book: KeyBook, party: PartyCode) {
    this.book = book;
    this.party = party;
  }

  get root(): Signer {
    return this.#key('root');
  }

  /** The key that the feed commits to as its next root. */
  get nextRoot(): Signer {
    return this.book.key(this.party, 'root', this.#generation.root + 1);
  }

  get operate(): Signer {
    return this.#key('operate');
  }

  get exchange(): Signer {
    return this.#key('exchange');
  }

  /** The key that consents to acts of that level. */
  consenting(level: 'desk' | 'signatory'): Signer {
    return this.#key(level);
  }

  /** Takes up the keys that stand at the end of our chain, after whatever happened to it. */
  follow(chain: ChainState): void {
    const { id } = rootOf(chain);
    this.#generation.root = this.#find('root', chain, (key) => key.id === id);
    for (const role of ['operate', 'desk', 'signatory'] as const) {
      const isValid = (key: Signer) => keyStanding(chain, key.id, role, chain.seq + 1) === 'valid';
      this.#generation[role] = this.#find(role, chain, isValid);
    }
  }

  /** Entry 1 (K1). */
  open(): Item {
    const admit = (['desk', 'operate', 'signatory'] as const).map((role) => this.#admission(role, 0));
    return { type: 'open', body: { admit, nextRoot: this.#nextRootHash(0) } };
  }

  /** Replaces a key by the next of its kind; the old one is void after `after`, if that is given (K2, K3). */
  replace(role: Admitted, after: number | undefined): Item {
    const next = this.#generation[role] + 1;
    const admit = [this.#admission(role, next)];
    if (after === undefined) return { type: 'keys', body: { admit } };
    return { type: 'keys', body: { admit, void: [{ after, key: this.#key(role).id }] } };
  }

  /** Makes every operating key void behind the end of a chain and admits the next one. */
  replaceAllOperating(chain: ChainState): Item {
    const old = [...chain.keys.values()].filter(
      (key) => key.uses.includes('operate') && key.voidAfter === undefined,
    );
    const next = this.#admission('operate', this.#generation.operate + 1);
    return {
      type: 'keys',
      body: { admit: [next], void: old.map(({ id }) => ({ after: chain.seq, key: id })) },
    };
  }

  /** Hands the root over to the next one behind the end of a chain (K4). Written by `nextRoot`. */
  rotateRoot({ hash, party, programme, seq }: ChainState): Item {
    const publicKey = toBase64(this.nextRoot.public);
    const claim = rootClaim({ party, programme, prev: hash, seq: seq + 1, public: publicKey });
    const sig = toBase64(signRecord(this.root.sign, recordTypes.root, claim));
    return {
      type: 'root',
      body: { nextRoot: this.#nextRootHash(this.#generation.root + 1), public: publicKey, sig },
    };
  }

  #key(role: KeyRole): Signer {
    return this.book.key(this.party, role, this.#generation[role]);
  }

  /** The latest generation of which that holds, else the present one. */
  #find(role: KeyRole, chain: ChainState, holds: (key: Signer) => boolean): number {
    for (let at = chain.keys.size + chain.roots.length; at >= 0; at--) {
      if (holds(this.book.key(this.party, role, at))) return at;
    }
    return this.#generation[role];
  }

  #admission(
    role: Admitted,
    generation: number,
  ): { readonly public: string; readonly uses: readonly KeyUse[] } {
    return { public: toBase64(this.book.key(this.party, role, generation).public), uses: uses[role] };
  }

  #nextRootHash(generation: number): Hash {
    return this.book.crypto.sha256(this.book.key(this.party, 'root', generation + 1).public);
  }
}
