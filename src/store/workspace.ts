import type { Hash, ProgrammeId, SubjectId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';

/**
 * What one party keeps for itself. It lies apart from the feeds, so that no copy or export of feeds can carry it along.
 *
 * Every record has a version: the number of the write that last changed it, from one counter for the whole workspace, so a
 * version is never used twice. A write says for each record which version it was made on.
 */
export interface Workspace {
  /**
   * Writes all changes, durably, or none. Expectations are about the state before the write.
   * @returns the new version, or for each stale change the value that stands now
   * @throws StoreError `name-taken`, `malformed`, `failed`
   */
  write(changes: readonly Change[]): Promise<WriteOutcome>;
  /** The number of the latest write. */
  version(): Promise<number>;

  /** A private record by collection and id: comments, submissions, recorded positions, settings, peers, tasks, views. */
  document(collection: string, id: string): Promise<Document | null>;
  /** By id, in the order of ASCII. */
  documents(collection: string, page?: Page): Promise<readonly Document[]>;

  draft(key: DraftKey): Promise<Draft | null>;
  /** By text, base, mode, item, field. */
  drafts(scope: DraftScope): Promise<readonly Draft[]>;

  account(id: string): Promise<Account | null>;
  accountNamed(name: string): Promise<Account | null>;
  /** By name. */
  accounts(): Promise<readonly Account[]>;

  session(token: string): Promise<Session | null>;
  /** By creation. */
  sessions(account: string): Promise<readonly Session[]>;

  /** Newest first. */
  auditLines(page?: AuditPage): Promise<readonly AuditLine[]>;
}

/** The version that a change was made on; 0: the record must not exist; `any`: not checked. */
export type Expected = number | 'any';

export type Change =
  | {
      readonly op: 'putDocument';
      readonly collection: string;
      readonly id: string;
      readonly value: Json;
      readonly expected: Expected;
    }
  | {
      readonly op: 'deleteDocument';
      readonly collection: string;
      readonly id: string;
      readonly expected: Expected;
    }
  | { readonly op: 'putDraft'; readonly draft: DraftContent; readonly expected: Expected }
  | { readonly op: 'deleteDraft'; readonly key: DraftKey; readonly expected: Expected }
  | { readonly op: 'putAccount'; readonly account: AccountContent; readonly expected: Expected }
  /** Sets the counters of failed sign-ins; leaves the account's version as it is. */
  | {
      readonly op: 'noteFailures';
      readonly account: string;
      readonly failures: number;
      readonly lastFailure: string | null;
    }
  | { readonly op: 'putSession'; readonly session: Session }
  | { readonly op: 'deleteSession'; readonly token: string }
  | { readonly op: 'deleteSessionsOf'; readonly account: string }
  /** Removes the sessions whose `expires` is before this time. */
  | { readonly op: 'deleteSessionsBefore'; readonly time: string }
  | { readonly op: 'audit'; readonly line: AuditContent };

export type WriteOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly stale: readonly Stale[] };

/** A change that was made on an old version: its index in the write, and what stands now. */
export interface Stale {
  readonly change: number;
  readonly current: Document | Draft | Account | null;
}

export interface Document {
  readonly collection: string;
  /** 1 to 400 visible ASCII characters. */
  readonly id: string;
  readonly value: Json;
  readonly version: number;
}

export interface Page {
  readonly prefix?: string;
  /** Ids after this one. */
  readonly after?: string;
  readonly limit?: number;
}

/** Absent: the first version of a text. */
export type DraftMode = 'first' | 'amendment' | 'correction';

/** One field of one item in one draft (T). `base` is `null` for the first version. */
export interface DraftKey {
  readonly programme: ProgrammeId;
  readonly text: SubjectId;
  readonly base: Hash | null;
  readonly mode: DraftMode;
  readonly item: SubjectId;
  readonly field: string;
}

/** A position being prepared: private until it is sent. */
export interface DraftContent extends DraftKey {
  readonly value: Json;
  /** Account id of who wrote it. */
  readonly author: string;
  readonly time: string;
}

export interface Draft extends DraftContent {
  readonly version: number;
}

export interface DraftScope {
  readonly programme: ProgrammeId;
  readonly text?: SubjectId;
}

/** A person's account on this node. */
export interface AccountContent {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Argon2 hash of the password, as the node encodes it. */
  readonly passwordHash: string;
  /** The personal signing key, sealed under the password; the store cannot open it. */
  readonly sealedKey: Uint8Array | null;
  readonly disabled: boolean;
  readonly details: Json;
}

export interface Account extends AccountContent {
  readonly failures: number;
  readonly lastFailure: string | null;
  readonly version: number;
}

/** Times as `2026-11-21T08:00:00Z`. */
export interface Session {
  /** Hash of the token; the token itself is never stored. */
  readonly token: string;
  readonly account: string;
  readonly created: string;
  readonly lastSeen: string;
  readonly expires: string;
  readonly csrf: string;
  readonly details: Json;
}

export interface AuditContent {
  readonly time: string;
  readonly actor: string | null;
  readonly action: string;
  readonly programme: ProgrammeId | null;
  readonly details: Json;
}

export interface AuditLine extends AuditContent {
  /** Counts up by one. */
  readonly number: number;
}

export interface AuditPage {
  /** Lines with a lower number. */
  readonly before?: number;
  readonly limit?: number;
  readonly programme?: ProgrammeId;
}
