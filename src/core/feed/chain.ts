import { fromBase64 } from '../bytes/codec.ts';
import type { Hash, KeyId, PartyCode, ProgrammeId } from '../bytes/ids.ts';
import type { Head } from './entry.ts';
import type { Founding } from './founding.ts';

/** What a key may do: write the feed, consent to texts that experts close, consent to texts that are signed (K). */
export type KeyUse = 'operate' | 'desk' | 'signatory';

export const keyUses: readonly KeyUse[] = ['desk', 'operate', 'signatory'];

/** A key that the root admitted, for ever: a void one stays, since what it wrote before stays. */
export interface FeedKey {
  readonly id: KeyId;
  /** Raw 32 bytes. */
  readonly public: Uint8Array;
  /** In ascending order. */
  readonly uses: readonly KeyUse[];
  /** Seq of the entry that admitted it; it counts from the run after. */
  readonly admittedAt: number;
  /** Its entries after this seq are inert, and no further run of it beyond is accepted (K2, K3). */
  readonly voidAfter?: number;
  /** Seq of the entry that made it void. */
  readonly voidAt?: number;
}

/** A key that was or is the root of a feed. */
export interface Root {
  readonly id: KeyId;
  /** Raw 32 bytes. */
  readonly public: Uint8Array;
  /** Seq of the entry by which it became root; 0 for the founding's. */
  readonly since: number;
  /** Hash of the entry before that one; the programme for the founding's. */
  readonly prev: Hash;
}

/** Everything about a feed up to `seq` that decides which run may follow (F3). Never changed, only followed by another. */
export interface ChainState {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  /** Entries held; 0 before `open`. */
  readonly seq: number;
  /** Hash of the last entry; the programme before `open`. */
  readonly hash: Hash;
  /** All roots so far, the present one last. */
  readonly roots: readonly Root[];
  /** Hash of the raw public key of the next root; none before `open`. */
  readonly nextRoot: Hash | undefined;
  readonly keys: ReadonlyMap<KeyId, FeedKey>;
  /** The last head cited of each other feed. */
  readonly cited: ReadonlyMap<PartyCode, Head>;
}

/** A feed before its first entry, or undefined if the founding has no such party. */
export function openChain(founding: Founding, party: PartyCode): ChainState | undefined {
  const card = founding.parties.find((row) => row.party === party);
  if (card === undefined) return undefined;
  return {
    programme: founding.programme,
    party,
    seq: 0,
    hash: founding.programme,
    roots: [{ id: card.rootId, public: fromBase64(card.root, 32), since: 0, prev: founding.programme }],
    nextRoot: undefined,
    keys: new Map(),
    cited: new Map(),
  };
}

/** The root at the end of the chain. */
export function rootOf(chain: Pick<ChainState, 'roots'>): Root {
  return chain.roots[chain.roots.length - 1] as Root;
}

/** The head of the chain, or undefined before its first entry. */
export function headOf(chain: ChainState): Head | undefined {
  return chain.seq === 0 ? undefined : { party: chain.party, seq: chain.seq, hash: chain.hash };
}

/**
 * Whether a key may be used in that way in the entry at `seq` of this chain: admitted before it for that use, and not
 * void there. `void` says that it was admitted and lost it (K3): what it did is contested, not nothing.
 */
export function keyStanding(
  chain: ChainState,
  id: KeyId,
  use: KeyUse,
  seq: number,
): 'valid' | 'void' | 'none' {
  const key = chain.keys.get(id);
  if (key === undefined || key.admittedAt >= seq || !key.uses.includes(use)) return 'none';
  return key.voidAfter !== undefined && seq > key.voidAfter ? 'void' : 'valid';
}
