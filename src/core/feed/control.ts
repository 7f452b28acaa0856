import { fromBase64 } from '../bytes/codec.ts';
import type { Crypto } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { acceptKey, keyIdOf, verifyRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { type Hash, isHash, isKeyId, type KeyId, type PartyCode, type ProgrammeId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { type ChainState, type FeedKey, type KeyUse, keyUses, type Root, rootOf } from './chain.ts';
import type { InertCode } from './codes.ts';
import { isArray, isObject, refused } from './decode-entry.ts';
import type { Entry, Head } from './entry.ts';
import { controlRowsMax, feedKeysMax } from './limits.ts';

/** What changes in a chain while one run is read. Maps are replaced, never changed: the chain before keeps its own. */
export interface Draft {
  keys: ReadonlyMap<KeyId, FeedKey>;
  roots: readonly Root[];
  nextRoot: Hash | undefined;
  cited: ReadonlyMap<PartyCode, Head>;
}

export function draftOf(chain: ChainState): Draft {
  const { cited, keys, nextRoot, roots } = chain;
  return { cited, keys, nextRoot, roots };
}

/** Entries that only the root writes, and the only ones that it writes (K). */
export const controlTypes: ReadonlySet<string> = new Set(['open', 'keys', 'root', 'continue']);

/**
 * Applies an entry of the root to the keys; why it has none, if so. Everything else is for the register. `open` as the
 * first entry and `root` have been applied before, since the run could not have been accepted without.
 */
export function applyControl(draft: Draft, entry: Entry, crypto: Crypto): InertCode | undefined {
  const isControl = controlTypes.has(entry.type);
  const byRoot = entry.key === rootOf(draft).id;
  if (!isControl) return byRoot ? 'inert.root-writes' : undefined;
  if (!byRoot) return 'inert.not-root';
  if (entry.type === 'keys') return applyKeys(draft, entry, crypto);
  if (entry.type === 'continue') return continueFault(draft, entry);
  if (entry.type === 'open' && entry.seq > 1) return 'inert.open-again';
  return undefined;
}

/** `open`, entry 1 (K1): admits the first keys and commits to the next root. Without it there is no feed. */
export function openFeed(draft: Draft, entry: Entry, crypto: Crypto): void {
  const { admit, nextRoot } = entry.body;
  if (!hasKeys(entry.body, ['admit', 'nextRoot']) || !isHash(nextRoot)) throw refused('feed.open-shape');
  const keys = new Map(draft.keys);
  const fault = admitKeys(keys, admit, draft, entry.seq, crypto);
  if (fault !== undefined) throw refused('feed.open-shape', fault);
  draft.keys = keys;
  draft.nextRoot = nextRoot;
}

/**
 * `root` (K4): `{nextRoot, public, sig}`. The new root writes and signs it; its key is the one whose hash the feed had
 * committed to; the old root's signature stands in the body. Throws `feed.root-*`.
 */
export function rotateRoot(draft: Draft, entry: Entry, crypto: Crypto): void {
  const { nextRoot, public: text, sig } = entry.body;
  const old = rootOf(draft);
  const isShaped = hasKeys(entry.body, ['nextRoot', 'public', 'sig']) && isHash(nextRoot);
  const key = isShaped ? readBytes(text, 32) : undefined;
  const signature = isShaped ? readBytes(sig, 64) : undefined;
  if (key === undefined || signature === undefined) throw refused('feed.root-shape');
  const id = keyIdOf(key, crypto);
  if (id !== entry.key || crypto.sha256(key) !== draft.nextRoot)
    throw refused('feed.root-key', 'not the next root');
  if (id === old.id || draft.keys.has(id)) throw refused('feed.root-key', 'in use');
  if (attempt(() => acceptKey(key)) instanceof BytesError) throw refused('feed.root-key', 'not sound');
  const claim = rootClaim({ ...entry, public: text as string });
  if (!verifyRecord(crypto, recordTypes.root, claim, old.public, signature))
    throw refused('feed.root-signature');
  draft.roots = [...draft.roots, { id, public: key, since: entry.seq, prev: entry.prev }];
  draft.nextRoot = nextRoot as Hash;
}

/** What the old root signs (type `root`) to hand over: place and key of the rotation, `public` in base64 (K4). */
export function rootClaim(claim: {
  readonly party: PartyCode;
  readonly prev: Hash;
  readonly programme: ProgrammeId;
  readonly public: string;
  readonly seq: number;
}): Uint8Array {
  const { party, prev, programme, seq } = claim;
  return encodeCanonical({ party, prev, programme, public: claim.public, seq });
}

/** `keys` (K2): `{admit?, void?}`, all of it or nothing. */
function applyKeys(draft: Draft, entry: Entry, crypto: Crypto): InertCode | undefined {
  const { admit, void: voided } = entry.body;
  const names = ['admit', 'void'].filter((name) => entry.body[name] !== undefined);
  if (names.length === 0 || !hasKeys(entry.body, names)) return 'inert.keys-shape';
  const keys = new Map(draft.keys);
  if (admit !== undefined && admitKeys(keys, admit, draft, entry.seq, crypto) !== undefined)
    return 'inert.keys-admit';
  if (voided !== undefined && !voidKeys(keys, voided, entry.seq)) return 'inert.keys-void';
  draft.keys = keys;
  return undefined;
}

/** Adds `[{public, uses}]`; the fault, if there is one. A key is admitted once and for ever, and never a root. */
function admitKeys(
  keys: Map<KeyId, FeedKey>,
  rows: Json | undefined,
  draft: Draft,
  seq: number,
  crypto: Crypto,
): string | undefined {
  if (!isArray(rows) || rows.length > controlRowsMax) return 'admit';
  for (const row of rows) {
    if (!isObject(row) || !hasKeys(row, ['public', 'uses'])) return 'row';
    const key = readBytes(row['public'], 32);
    const uses = usesOf(row['uses']);
    if (key === undefined || uses === undefined) return 'row';
    if (attempt(() => acceptKey(key)) instanceof BytesError) return 'key not sound';
    const id = keyIdOf(key, crypto);
    if (keys.has(id) || draft.roots.some((root) => root.id === id)) return 'key known';
    if (keys.size >= feedKeysMax) return 'too many keys';
    keys.set(id, { id, public: key, uses, admittedAt: seq });
  }
  return undefined;
}

/** Applies `[{after, key}]`. A key may be made void again, further back only: the lowest `after` counts. */
function voidKeys(keys: Map<KeyId, FeedKey>, rows: Json, seq: number): boolean {
  if (!isArray(rows) || rows.length > controlRowsMax) return false;
  for (const row of rows) {
    if (!isObject(row) || !hasKeys(row, ['after', 'key'])) return false;
    const { after, key: id } = row;
    const key = isKeyId(id) ? keys.get(id) : undefined;
    if (key === undefined || typeof after !== 'number' || after < 0) return false;
    const isLower = key.voidAfter === undefined || after < key.voidAfter;
    if (isLower) keys.set(key.id, { ...key, voidAfter: after, voidAt: seq });
  }
  return true;
}

function usesOf(value: Json | undefined): readonly KeyUse[] | undefined {
  if (!isArray(value) || value.length === 0) return undefined;
  const uses = keyUses.filter((use) => value.includes(use));
  return uses.length === value.length && uses.every((use, at) => use === value[at]) ? uses : undefined;
}

/**
 * `continue` (F7): `{heads: [{hash, seq}]}`, the branch heads that the root knows, by hash. It must extend one of
 * them: by standing right behind it, or behind the rotation that stands right behind it.
 */
function continueFault(draft: Draft, entry: Entry): InertCode | undefined {
  const heads = branchHeadsOf(entry.body);
  if (heads === undefined) return 'inert.continue-shape';
  const root = rootOf(draft);
  const extendsHead = heads.some(
    ({ hash, seq }) =>
      (seq === entry.seq - 1 && hash === entry.prev) ||
      (root.since === entry.seq - 1 && seq === root.since - 1 && hash === root.prev),
  );
  return extendsHead ? undefined : 'inert.continue-names';
}

/** A branch's head as a continuation names it: the party is the feed's. */
export interface BranchHead {
  readonly hash: Hash;
  readonly seq: number;
}

/** The heads that a `continue` body names, or undefined if it is malformed. */
export function branchHeadsOf(body: JsonObject): readonly BranchHead[] | undefined {
  const rows = body['heads'];
  if (!hasKeys(body, ['heads']) || !isArray(rows) || rows.length === 0 || rows.length > controlRowsMax)
    return undefined;
  const heads: BranchHead[] = [];
  let before = '';
  for (const row of rows) {
    if (!isObject(row) || !hasKeys(row, ['hash', 'seq'])) return undefined;
    const { hash, seq } = row;
    if (!isHash(hash) || typeof seq !== 'number' || seq < 1 || hash <= before) return undefined;
    before = hash;
    heads.push({ hash, seq });
  }
  return heads;
}

function hasKeys(record: JsonObject, names: readonly string[]): boolean {
  return Object.keys(record).length === names.length && names.every((name) => record[name] !== undefined);
}

function readBytes(value: Json | undefined, length: number): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined;
  const bytes = attempt(() => fromBase64(value, length));
  return bytes instanceof BytesError ? undefined : bytes;
}
