import type { Hash, KeyId, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Level } from '../kinds/declare.ts';

/** What binds all once every party has signed it (A). Its id is the hash of this body. */
export interface Act {
  readonly programme: Hash;
  /** Hash of the list of parties that must sign. */
  readonly parties: Hash;
  /** A change of the list: its new hash; needs all before and all after (A2). */
  readonly partiesAfter?: Hash;
  readonly level: Level;
  readonly texts: readonly ActText[];
  /** Computed (A3), ascending. */
  readonly supersedes: readonly Hash[];
  readonly effective: Effective;
  /** Full date past which the screen warns (A9). */
  readonly openUntil?: string;
}
export interface ActText {
  readonly text: SubjectId;
  readonly content: Hash;
  readonly base?: Hash;
  readonly mode?: 'amendment' | 'correction';
}
/** On signature, on a full date, or so many days after the last notification. */
export type Effective =
  | { readonly on: 'signature' }
  | { readonly date: string }
  | { readonly daysAfter: number };

/** In what capacity somebody signs: frozen with the signature. */
export interface Capacity {
  readonly name: string;
  /** Post in each authentic language. */
  readonly post: Readonly<Record<string, string>>;
  /** The post held, or a delegated authority, in words. */
  readonly authority?: string;
  readonly place: string;
  /** Full date of signing, asserted. */
  readonly date: string;
  /** Scan of the signed paper, for strength `paper` (A12). */
  readonly scan?: Hash;
}
export type Strength = 'account' | 'personal' | 'paper';

/** One party's signature on exactly that content. */
export interface Counterpart {
  readonly act: Hash;
  readonly party: PartyCode;
  readonly capacity: Capacity;
  readonly strength: Strength;
  readonly key: KeyId;
  /** Where it stands in its party's feed. */
  readonly seq: number;
  /** Why it is marked contested, if it is; it counts all the same (A1). */
  readonly contested?: 'chain' | 'fork' | 'void' | 'declined' | 'withdrawn';
}

export type ActState =
  | 'proposed'
  | 'partlySigned'
  | 'fullySigned'
  | 'inForce'
  | 'superseded'
  | 'declined'
  | 'withdrawn'
  | 'conflict';

/** One act as this node knows it on a day (A6, A7). */
export interface ActView {
  readonly id: Hash;
  readonly act: Act;
  readonly state: ActState;
  /** Parties that must sign, in the list's order. */
  readonly signers: readonly PartyCode[];
  readonly counterparts: readonly Counterpart[];
  readonly awaits: readonly PartyCode[];
  readonly declinedBy: readonly PartyCode[];
  readonly withdrawnBy: readonly PartyCode[];
  /** Day it takes effect, once fully signed and known. */
  readonly effectiveOn?: string;
  readonly supersededBy?: Hash;
  /** Declined, withdrawn or superseded, yet signed by somebody: it may still come into force (A7). */
  readonly mayStillBind: boolean;
}
