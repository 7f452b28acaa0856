import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import type { Run } from '../core/feed/entry.ts';
import type { Workspace } from './workspace.ts';

export { type StoreCode, StoreError } from './errors.ts';

/**
 * Where a node keeps what must survive it. Three storages pass `test/contracts/store.contract.ts`: SQLite files, the
 * simulation's disk, PostgreSQL. All functions are asynchronous, everything shared is keyed by programme, and a promise that
 * resolves says that the write is durable (F10). The store checks places and sizes; signatures and chains are the caller's.
 */
export interface Store extends FeedStore, AttachmentStore, WatermarkStore {
  readonly workspace: Workspace;
  /** What locks signing, now. Empty on a healthy store. Reading works as far as it can with any of them. */
  findings(): readonly Finding[];
  /** Calls back on each new finding that appears while the store is open. Returns the function that stops it. */
  onFinding(listener: (finding: Finding) => void): () => void;
  /** Compares the feeds with the high-water marks again, for instance after a partner gave back what was lost. */
  recheck(): Promise<readonly Finding[]>;
  /** Ends `restored` for a programme, once every partner in it has confirmed the head or the root has continued the feed (F9). */
  confirmRestored(programme: ProgrammeId): Promise<void>;
  /** Waits for the writes under way and lets the folder go. */
  close(): Promise<void>;
}

/** A reason for which the node must not sign (F9, F10). */
export interface Finding {
  readonly code: 'failed' | 'corrupt' | 'behind' | 'beside' | 'watermark-unreadable' | 'restored';
  /** One or two sentences: what happened, what was kept, what to do. Holds no personal data and no path. */
  readonly message: string;
  readonly programme?: ProgrammeId;
}

/** A run with its place. `branch` 0 is the chain seen first; a fork's other chains are 1, 2 … */
export interface RunAppend {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly branch: number;
  /** Only with the first run of a branch above 0: the branch that it leaves after entry `first - 1`. */
  readonly parent?: number;
  readonly run: Run;
  readonly first: number;
  readonly last: number;
  readonly lastHash: Hash;
}

/** A run as stored. Its lines are views of a larger buffer: copy what is kept for long. */
export interface StoredRun {
  readonly run: Run;
  readonly first: number;
  readonly last: number;
}

/** The head of one chain of a feed. */
export interface Branch {
  readonly party: PartyCode;
  readonly branch: number;
  /** `null` on branch 0. */
  readonly parent: number | null;
  /** The last entry shared with the parent; this branch holds what comes after. 0 on branch 0. */
  readonly partedAt: number;
  readonly seq: number;
  readonly hash: Hash;
  /** Number of the append that last changed this branch; counts up by programme. Other processes follow it. */
  readonly change: number;
}

/** The founding of a programme with the roots' signatures that are held. */
export interface Founding {
  readonly programme: ProgrammeId;
  readonly bytes: Uint8Array;
  readonly signatures: readonly FoundingSignature[];
}

export interface FoundingSignature {
  readonly party: PartyCode;
  readonly signature: Uint8Array;
}

/** "`signer` holds `party`'s feed up to `seq`, `hash`": a signed note outside the feeds (X6). */
export interface Receipt {
  readonly programme: ProgrammeId;
  readonly signer: PartyCode;
  readonly party: PartyCode;
  readonly seq: number;
  readonly hash: Hash;
  readonly note: Uint8Array;
}

/** What is written together: all of it or nothing. Within a batch, foundings come before runs, runs before receipts. */
export interface Batch {
  readonly foundings?: readonly Founding[];
  readonly runs?: readonly RunAppend[];
  readonly receipts?: readonly Receipt[];
}

/** How many runs of a batch were new, and how many were held already, byte for byte. */
export interface Appended {
  readonly appended: number;
  readonly held: number;
}

/** Feeds, foundings and receipts: what goes to the partners. */
export interface FeedStore {
  /**
   * Writes a batch, durably, all or nothing, after every append called before it. A run that is held already is a no-op.
   * @throws StoreError `gap` (names the missing entries), `conflict` (other bytes stand at that place), `unknown-programme`,
   * `unknown-branch`, `malformed`, `failed`
   */
  append(batch: Batch): Promise<Appended>;
  /** The runs of one branch in order, from the run that holds entry `from` on. A branch begins after its parting. */
  readRuns(programme: ProgrammeId, party: PartyCode, branch: number, from?: number): AsyncIterable<StoredRun>;
  /** All branches of all feeds of a programme, by party and branch. */
  branches(programme: ProgrammeId): Promise<readonly Branch[]>;
  /** All programmes, by id. Signatures are those held so far, by party. */
  programmes(): Promise<readonly Founding[]>;
  founding(programme: ProgrammeId): Promise<Founding | null>;
  /** The latest receipt by signer and feed; one with a lower seq never replaces a higher one. */
  receipts(programme: ProgrammeId): Promise<readonly Receipt[]>;
}

/** Files named by their SHA-256 (X5). */
export interface AttachmentStore {
  /**
   * Begins, or goes on with, a file. A later call for the same file takes it over: the earlier writer is then refused.
   * @param size declared size in bytes, refused above `attachmentBytesMax`
   * @throws StoreError `attachment-too-large`, `malformed`
   */
  writeAttachment(hash: Hash, size: number): Promise<AttachmentWriter>;
  /**
   * Bytes `start` up to, not including, `end`; the whole file without a range.
   * @throws StoreError `attachment-missing`
   */
  readAttachment(hash: Hash, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  /** Size in bytes, or `null` when it is not held whole. */
  attachmentSize(hash: Hash): Promise<number | null>;
  hasAttachment(hash: Hash): Promise<boolean>;
  /** All files held whole, by hash. */
  attachments(): AsyncIterable<StoredAttachment>;
}

export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

export interface StoredAttachment {
  readonly hash: Hash;
  readonly size: number;
}

export { attachmentBytesMax } from '../core/feed/limits.ts';

/** A file on its way in. Leaving it without `finish` keeps what came, for a later `writeAttachment` to go on from. */
export interface AttachmentWriter {
  /** The next byte wanted. Equals the declared size when all is there, also when the file was held before. */
  readonly offset: number;
  /**
   * Writes at `offset`, which must be the next byte wanted.
   * @returns the next byte wanted
   * @throws StoreError `attachment-offset`, `attachment-overrun` (more than declared; what came is thrown away),
   * `attachment-superseded`
   */
  write(offset: number, chunk: Uint8Array): Promise<number>;
  /**
   * Checks size and hash, makes the file durable, gives it its name. Once it is held, a no-op.
   * @throws StoreError `attachment-incomplete`, `attachment-mismatch` (what came is thrown away), `attachment-superseded`
   */
  finish(): Promise<void>;
  /** Throws away what came. */
  discard(): Promise<void>;
}

/** The highest entry of our own feed that may have been published, kept outside the database (F9). */
export interface Watermark {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly seq: number;
  readonly hash: Hash;
  /** The root's last continuation in the chain that is marked; absent when there is none (F7). */
  readonly continued?: { readonly seq: number; readonly hash: Hash };
}

export interface WatermarkStore {
  watermarks(): Promise<readonly Watermark[]>;
  /**
   * To be called after the append is durable and before anything of it is published.
   * @throws StoreError `watermark-lower` when a mark at or above `seq` with another hash stands, `failed`
   */
  raiseWatermark(mark: Watermark): Promise<void>;
  /** Sets the mark to the root's continuation, also when that stands lower or on another branch (F7). */
  replaceWatermark(mark: Watermark): Promise<void>;
}
