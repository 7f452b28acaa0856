import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Hash } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { StoreError } from './errors.ts';
import type {
  Account,
  AccountContent,
  AuditContent,
  AuditLine,
  AuditPage,
  Change,
  Document,
  Draft,
  DraftContent,
  DraftKey,
  DraftScope,
  Page,
  Session,
  Stale,
  WriteOutcome,
} from './workspace.ts';

/** Format of workspace.sqlite. */
export const workspaceFormat = 1;

/** A draft's base is '' for the first version: a key column is never null. */
export const workspaceSchema = `
  CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO counter (name, value) VALUES ('version', 0), ('audit', 0);
  CREATE TABLE document (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (collection, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE draft (
    programme TEXT NOT NULL,
    text TEXT NOT NULL,
    base TEXT NOT NULL,
    mode TEXT NOT NULL,
    item TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (programme, text, base, mode, item, field)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    sealed_key BLOB,
    disabled INTEGER NOT NULL,
    details TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_failure TEXT,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session (
    token TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    created TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    expires TEXT NOT NULL,
    csrf TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_by_account ON session (account);
  CREATE INDEX session_by_expiry ON session (expires);
  CREATE TABLE audit (
    number INTEGER NOT NULL PRIMARY KEY,
    time TEXT NOT NULL,
    actor TEXT,
    action TEXT NOT NULL,
    programme TEXT,
    details TEXT NOT NULL
  ) STRICT;
`;

type Row = Record<string, SQLOutputValue>;

const idPattern = /^[\x21-\x7e]{1,400}$/;
const limitDefault = 100_000;

/** The questions to workspace.sqlite. */
export class WorkspaceReader {
  protected readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.db = db;
  }

  version(): number {
    return Number(this.one("SELECT value FROM counter WHERE name = 'version'")?.['value'] ?? 0);
  }

  document(collection: string, id: string): Document | null {
    const row = this.one('SELECT * FROM document WHERE collection = ? AND id = ?', [collection, id]);
    return row === undefined ? null : documentOf(row);
  }

  documents(collection: string, page: Page = {}): Document[] {
    const { prefix = '', after = '', limit = limitDefault } = page;
    // Ids are ASCII, so everything with the prefix lies below the prefix followed by DEL.
    return this.all(
      'SELECT * FROM document WHERE collection = ? AND id >= ? AND id < ? AND id > ? ORDER BY id LIMIT ?',
      [collection, prefix, `${prefix}\x7f`, after, limit],
    ).map(documentOf);
  }

  draft(key: DraftKey): Draft | null {
    const row = this.one(`SELECT * FROM draft WHERE ${draftKey}`, draftValues(key));
    return row === undefined ? null : draftOf(row);
  }

  drafts(scope: DraftScope): Draft[] {
    const { programme, text } = scope;
    const order = 'ORDER BY text, base, mode, item, field';
    const rows =
      text === undefined
        ? this.all(`SELECT * FROM draft WHERE programme = ? ${order}`, [programme])
        : this.all(`SELECT * FROM draft WHERE programme = ? AND text = ? ${order}`, [programme, text]);
    return rows.map(draftOf);
  }

  account(id: string): Account | null {
    const row = this.one('SELECT * FROM account WHERE id = ?', [id]);
    return row === undefined ? null : accountOf(row);
  }

  accountNamed(name: string): Account | null {
    const row = this.one('SELECT * FROM account WHERE name = ?', [name]);
    return row === undefined ? null : accountOf(row);
  }

  accounts(): Account[] {
    return this.all('SELECT * FROM account ORDER BY name').map(accountOf);
  }

  session(token: string): Session | null {
    const row = this.one('SELECT * FROM session WHERE token = ?', [token]);
    return row === undefined ? null : sessionOf(row);
  }

  sessions(account: string): Session[] {
    return this.all('SELECT * FROM session WHERE account = ? ORDER BY created, token', [account]).map(
      sessionOf,
    );
  }

  auditLines(page: AuditPage = {}): AuditLine[] {
    const { before = Number.MAX_SAFE_INTEGER, limit = limitDefault, programme } = page;
    const only = programme === undefined ? '' : 'AND programme = ?';
    const values = programme === undefined ? [before, limit] : [before, programme, limit];
    return this.all(`SELECT * FROM audit WHERE number < ? ${only} ORDER BY number DESC LIMIT ?`, values).map(
      auditOf,
    );
  }

  protected one(sql: string, values: readonly SQLInputValue[] = []): Row | undefined {
    return this.statement(sql).get(...values);
  }

  protected all(sql: string, values: readonly SQLInputValue[] = []): Row[] {
    return this.statement(sql).all(...values);
  }

  /** All texts of statements are constants of this file, so the cache stays small. */
  protected statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Writes to workspace.sqlite, inside a transaction of the caller. */
export class WorkspaceWriter extends WorkspaceReader {
  /** @throws StoreError `name-taken`, `malformed`; the caller then rolls back */
  write(changes: readonly Change[]): WriteOutcome {
    const stale: Stale[] = [];
    for (const [index, change] of changes.entries()) {
      const expected = 'expected' in change ? change.expected : 'any';
      if (expected === 'any') continue;
      const current = this.#current(change);
      if ((current?.version ?? 0) !== expected) stale.push({ change: index, current });
    }
    if (stale.length > 0) return { ok: false, stale };
    const version = this.#next('version');
    for (const change of changes) this.#apply(change, version);
    return { ok: true, version };
  }

  #current(change: Change): Document | Draft | Account | null {
    switch (change.op) {
      case 'putDocument':
      case 'deleteDocument':
        return this.document(change.collection, change.id);
      case 'putDraft':
        return this.draft(change.draft);
      case 'deleteDraft':
        return this.draft(change.key);
      case 'putAccount':
        return this.account(change.account.id);
      default:
        return null;
    }
  }

  #apply(change: Change, version: number): void {
    switch (change.op) {
      case 'putDocument':
        return this.#putDocument(change.collection, change.id, change.value, version);
      case 'deleteDocument':
        return this.#run('DELETE FROM document WHERE collection = ? AND id = ?', [
          change.collection,
          change.id,
        ]);
      case 'putDraft':
        return this.#putDraft(change.draft, version);
      case 'deleteDraft':
        return this.#run(`DELETE FROM draft WHERE ${draftKey}`, draftValues(change.key));
      case 'putAccount':
        return this.#putAccount(change.account, version);
      case 'noteFailures':
        return this.#run('UPDATE account SET failures = ?, last_failure = ? WHERE id = ?', [
          change.failures,
          change.lastFailure,
          change.account,
        ]);
      case 'putSession':
        return this.#putSession(change.session);
      case 'deleteSession':
        return this.#run('DELETE FROM session WHERE token = ?', [change.token]);
      case 'deleteSessionsOf':
        return this.#run('DELETE FROM session WHERE account = ?', [change.account]);
      case 'deleteSessionsBefore':
        return this.#run('DELETE FROM session WHERE expires < ?', [change.time]);
      case 'audit':
        return this.#audit(change.line);
    }
  }

  #putDocument(collection: string, id: string, value: Json, version: number): void {
    if (!idPattern.test(id) || !idPattern.test(collection)) {
      throw new StoreError(
        'malformed',
        'The id of a private record is 1 to 400 visible ASCII characters. Nothing was written.',
      );
    }
    this.#run(
      `INSERT INTO document (collection, id, value, version) VALUES (?, ?, ?, ?)
       ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value, version = excluded.version`,
      [collection, id, JSON.stringify(value), version],
    );
  }

  #putDraft(draft: DraftContent, version: number): void {
    this.#run(
      `INSERT INTO draft (programme, text, base, mode, item, field, value, author, time, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (programme, text, base, mode, item, field) DO UPDATE SET
         value = excluded.value, author = excluded.author, time = excluded.time, version = excluded.version`,
      [...draftValues(draft), JSON.stringify(draft.value), draft.author, draft.time, version],
    );
  }

  #putAccount(account: AccountContent, version: number): void {
    const { id, name, roles, passwordHash, sealedKey, disabled, details } = account;
    const other = this.accountNamed(name);
    if (other !== null && other.id !== id) {
      throw new StoreError('name-taken', 'Another account has this name. Nothing was written.');
    }
    this.#run(
      `INSERT INTO account (id, name, roles, password_hash, sealed_key, disabled, details, failures, last_failure, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, ?)
       ON CONFLICT (id) DO UPDATE SET
         name = excluded.name, roles = excluded.roles, password_hash = excluded.password_hash,
         sealed_key = excluded.sealed_key, disabled = excluded.disabled, details = excluded.details,
         version = excluded.version`,
      [
        id,
        name,
        JSON.stringify(roles),
        passwordHash,
        sealedKey,
        disabled ? 1 : 0,
        JSON.stringify(details),
        version,
      ],
    );
  }

  #putSession(session: Session): void {
    const { token, account, created, lastSeen, expires, csrf, details } = session;
    this.#run(
      `INSERT INTO session (token, account, created, last_seen, expires, csrf, details) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (token) DO UPDATE SET
         last_seen = excluded.last_seen, expires = excluded.expires, csrf = excluded.csrf, details = excluded.details`,
      [token, account, created, lastSeen, expires, csrf, JSON.stringify(details)],
    );
  }

  #audit(line: AuditContent): void {
    const { time, actor, action, programme, details } = line;
    this.#run(
      'INSERT INTO audit (number, time, actor, action, programme, details) VALUES (?, ?, ?, ?, ?, ?)',
      [this.#next('audit'), time, actor, action, programme, JSON.stringify(details)],
    );
  }

  #next(name: 'version' | 'audit'): number {
    return Number(
      this.one('UPDATE counter SET value = value + 1 WHERE name = ? RETURNING value', [name])?.['value'],
    );
  }

  #run(sql: string, values: readonly SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }
}

const draftKey = 'programme = ? AND text = ? AND base = ? AND mode = ? AND item = ? AND field = ?';

function draftValues(key: DraftKey): SQLInputValue[] {
  return [key.programme, key.text, key.base ?? '', key.mode, key.item, key.field];
}

function parse(text: SQLOutputValue | undefined): Json {
  return JSON.parse(text as string) as Json;
}

function documentOf(row: Row): Document {
  return { ...row, value: parse(row['value']) } as unknown as Document;
}

function draftOf(row: Row): Draft {
  const base = row['base'] === '' ? null : (row['base'] as Hash);
  return { ...row, base, value: parse(row['value']) } as unknown as Draft;
}

function accountOf(row: Row): Account {
  const { password_hash: passwordHash, sealed_key: sealedKey, last_failure: lastFailure, ...rest } = row;
  const disabled = row['disabled'] === 1;
  const decoded = { roles: parse(row['roles']), details: parse(row['details']) };
  return { ...rest, ...decoded, passwordHash, sealedKey, lastFailure, disabled } as unknown as Account;
}

function sessionOf(row: Row): Session {
  const { last_seen: lastSeen, ...rest } = row;
  return { ...rest, lastSeen, details: parse(row['details']) } as unknown as Session;
}

function auditOf(row: Row): AuditLine {
  return { ...row, details: parse(row['details']) } as unknown as AuditLine;
}
