import type { Crypto } from '../bytes/crypto.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import type { Hash, KeyId, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import type { AcceptedEntry } from '../feed/accept-run.ts';
import type { ChainState } from '../feed/chain.ts';
import type { BranchHead } from '../feed/control.ts';
import type { Head } from '../feed/entry.ts';
import type { Kinds } from '../kinds/catalogue.ts';
import type { Act } from '../text/act.ts';
import type { Consent } from '../text/acts.ts';
import type { PositionBook } from '../text/positions.ts';
import type { Account } from './body.ts';
import { HashList } from './hash-list.ts';

/** Why an accepted entry changes nothing (F4): shown, kept, replicated. */
export type InertReason =
  | 'inert.type'
  | 'inert.body'
  | 'inert.key'
  | 'inert.kind'
  | 'inert.field'
  | 'inert.value'
  | 'inert.language'
  | 'inert.cause'
  | 'inert.digest'
  | 'inert.programme'
  | 'inert.signature'
  | 'inert.list'
  | 'inert.level';

export interface Inert {
  readonly party: PartyCode;
  readonly seq: number;
  readonly type: string;
  /** An {@link InertReason}, or an `InertCode` of the feed. */
  readonly reason: string;
  readonly detail?: string;
}

/** One statement, and the one on the same subject that this party made before it. `fields` undefined: retracted (S1). */
export interface Said {
  readonly seq: number;
  readonly time: string;
  readonly kind: string;
  readonly subject: SubjectId;
  readonly facet: string | undefined;
  readonly on: string | undefined;
  readonly fields: JsonObject | undefined;
  readonly accounts: readonly Account[];
  readonly attributed: { readonly party: PartyCode; readonly source: string } | undefined;
  readonly before: Said | undefined;
}

/** Everything one feed, or one branch of it, says. Each feed is folded alone; questions combine them (F8). */
export interface Voice {
  readonly party: PartyCode;
  readonly branch: number;
  chain: ChainState;
  /** Entries that have taken effect; those accepted beyond wait for heads they cite (F5). */
  applied: number;
  readonly hashes: HashList;
  readonly waiting: AcceptedEntry[];
  readonly cited: Map<PartyCode, Head>;
  readonly positions: PositionBook;
  /** By subject, the latest statement. */
  readonly said: Map<SubjectId, Said>;
  /** By kind of statement, the subjects spoken of, in order of first mention. */
  readonly saidOf: Map<string, SubjectId[]>;
  /** Acts proposed, with the entry that first did; `parties` are those after, for a change of the list. */
  readonly acts: Map<
    Hash,
    { readonly act: Act; readonly seq: number; readonly parties: readonly PartyCode[] | undefined }
  >;
  readonly consents: Consent[];
  readonly declined: Set<Hash>;
  readonly withdrawn: Set<Hash>;
  readonly inert: Inert[];
  /** Keys made void in this branch, in its order: what they are good for at an entry is decided by those before it (A1). */
  readonly voids: { readonly key: KeyId; readonly after: number }[];
  /** Continuations in this branch (F7). */
  readonly continuations: { readonly seq: number; readonly heads: readonly BranchHead[] }[];
  /** Which key wrote from which entry on. */
  readonly writers: { readonly from: number; readonly key: KeyId }[];
}

/** What one feed may ask of the others while it is folded. */
export interface FoldContext {
  readonly programme: Hash;
  readonly kinds: Kinds;
  readonly languages: readonly string[];
  readonly crypto: Crypto;
  /** The branch of a party's feed in which that entry has that hash. */
  readonly holding: (party: PartyCode, seq: number, hash: Hash) => Voice | undefined;
  /** Called for every text whose comparison may have changed. */
  readonly touched: (text: SubjectId) => void;
  /** Called for every statement and every one taken back. */
  readonly spoke: (kind: string, subject: SubjectId) => void;
}

export function newVoice(party: PartyCode, branch: number, chain: ChainState): Voice {
  return {
    party,
    branch,
    chain,
    applied: 0,
    hashes: new HashList(),
    waiting: [],
    cited: new Map(),
    positions: new Map(),
    said: new Map(),
    saidOf: new Map(),
    acts: new Map(),
    consents: [],
    declined: new Set(),
    withdrawn: new Set(),
    inert: [],
    voids: [],
    continuations: [],
    writers: [],
  };
}

/** The bytes that a signatory signs (A): canonical `{act,capacity,party,programme,strength}`. */
export function counterpartPayload(
  programme: Hash,
  party: PartyCode,
  act: Hash,
  capacity: Json,
  strength: string,
): Uint8Array {
  return encodeCanonical({ act, capacity, party, programme, strength });
}
