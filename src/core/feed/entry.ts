import type { Hash, KeyId, PartyCode, ProgrammeId } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';

/** A signed place in a feed: its last entry's seq and hash. */
export interface Head {
  readonly party: PartyCode;
  readonly seq: number;
  readonly hash: Hash;
}

/** One item of a feed, decoded. Its bytes are kept apart and never made again. */
export interface Entry {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly seq: number;
  readonly prev: Hash;
  readonly heads: readonly Head[];
  readonly key: KeyId;
  /** Asserted by the author; decides nothing. */
  readonly time: string;
  readonly type: string;
  readonly body: JsonObject;
}

/** The entries of one key up to a signature over the last, as sent and stored. Lines have no line feed. */
export interface Run {
  readonly lines: readonly Uint8Array[];
  readonly key: KeyId;
  /** Ed25519 over DSSE(`application/vnd.counterpart.entry`, last line), 64 bytes. */
  readonly signature: Uint8Array;
}
