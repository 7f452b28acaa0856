import type { Json } from '../core/bytes/json.ts';
import { StoreError } from '../store/errors.ts';
import type {
  Account,
  AuditLine,
  AuditPage,
  Change,
  Document,
  Draft,
  DraftKey,
  DraftScope,
  Page,
  Session,
  Stale,
  WriteOutcome,
} from '../store/workspace.ts';

const idForm = /^[\x21-\x7e]{1,400}$/;

/** A workspace in memory. What a write would do is planned first, so that a refused one leaves nothing. */
export class SimWorkspace {
  version = 0;
  #documents = new Map<string, Document>();
  #drafts = new Map<string, Draft>();
  #accounts = new Map<string, Account>();
  #sessions = new Map<string, Session>();
  #audit: AuditLine[] = [];

  /** Whether the changes fit; `take` then makes them. @throws StoreError `name-taken`, `malformed` */
  plan(changes: readonly Change[]): WriteOutcome {
    const stale: Stale[] = [];
    for (const [change, one] of changes.entries()) {
      const expected = 'expected' in one ? one.expected : 'any';
      const current = expected === 'any' ? null : this.#current(one);
      if (expected !== 'any' && (current?.version ?? 0) !== expected) stale.push({ change, current });
    }
    if (stale.length > 0) return { ok: false, stale: structuredClone(stale) };
    this.#expectSound(changes);
    return { ok: true, version: this.version + 1 };
  }

  /** Makes changes that were planned. */
  take(changes: readonly Change[]): void {
    this.version += 1;
    for (const change of structuredClone(changes)) this.#apply(change);
  }

  document(collection: string, id: string): Document | null {
    return structuredClone(this.#documents.get(`${collection} ${id}`) ?? null);
  }

  documents(
    collection: string,
    { after = '', limit = Number.POSITIVE_INFINITY, prefix = '' }: Page = {},
  ): Document[] {
    const rows = [...this.#documents.values()].filter(
      (row) => row.collection === collection && row.id.startsWith(prefix) && row.id > after,
    );
    return structuredClone(rows.sort((one, other) => compare(one.id, other.id)).slice(0, limit));
  }

  draft(key: DraftKey): Draft | null {
    return structuredClone(this.#drafts.get(draftName(key)) ?? null);
  }

  drafts({ programme, text }: DraftScope): Draft[] {
    const rows = [...this.#drafts.values()].filter(
      (row) => row.programme === programme && (text === undefined || row.text === text),
    );
    return structuredClone(rows.sort(compareDrafts));
  }

  account(id: string): Account | null {
    return structuredClone(this.#accounts.get(id) ?? null);
  }

  accountNamed(name: string): Account | null {
    return structuredClone([...this.#accounts.values()].find((row) => row.name === name) ?? null);
  }

  accounts(): Account[] {
    return structuredClone([...this.#accounts.values()].sort((one, other) => compare(one.name, other.name)));
  }

  session(token: string): Session | null {
    return structuredClone(this.#sessions.get(token) ?? null);
  }

  sessions(account: string): Session[] {
    const rows = [...this.#sessions.values()].filter((row) => row.account === account);
    rows.sort((one, other) => compare(one.created, other.created) || compare(one.token, other.token));
    return structuredClone(rows);
  }

  auditLines({
    before = Number.POSITIVE_INFINITY,
    limit = Number.POSITIVE_INFINITY,
    programme,
  }: AuditPage = {}): AuditLine[] {
    const rows = this.#audit.filter(
      (row) => row.number < before && (programme === undefined || row.programme === programme),
    );
    return structuredClone(rows.reverse().slice(0, limit));
  }

  #current(change: Change): Document | Draft | Account | null {
    switch (change.op) {
      case 'putDocument':
      case 'deleteDocument':
        return this.#documents.get(`${change.collection} ${change.id}`) ?? null;
      case 'putDraft':
        return this.#drafts.get(draftName(change.draft)) ?? null;
      case 'deleteDraft':
        return this.#drafts.get(draftName(change.key)) ?? null;
      case 'putAccount':
        return this.#accounts.get(change.account.id) ?? null;
      default:
        return null;
    }
  }

  #expectSound(changes: readonly Change[]): void {
    const names = new Map([...this.#accounts.values()].map(({ id, name }) => [name, id]));
    for (const change of changes) {
      if (change.op === 'putDocument') {
        expectJson(change.value);
        if (idForm.test(change.id) && idForm.test(change.collection)) continue;
        const message =
          'The id of a private record is 1 to 400 visible ASCII characters. Nothing was written.';
        throw new StoreError('malformed', message);
      }
      if (change.op === 'putDraft') expectJson(change.draft.value);
      if (change.op !== 'putAccount') continue;
      const { id, name } = change.account;
      if ((names.get(name) ?? id) !== id)
        throw new StoreError('name-taken', 'Another account has this name. Nothing was written.');
      for (const [other, owner] of names) if (owner === id) names.delete(other);
      names.set(name, id);
    }
  }

  #apply(change: Change): void {
    const { version } = this;
    switch (change.op) {
      case 'putDocument': {
        const { collection, id, value } = change;
        this.#documents.set(`${collection} ${id}`, { collection, id, value, version });
        return;
      }
      case 'deleteDocument':
        this.#documents.delete(`${change.collection} ${change.id}`);
        return;
      case 'putDraft':
        this.#drafts.set(draftName(change.draft), { ...change.draft, version });
        return;
      case 'deleteDraft':
        this.#drafts.delete(draftName(change.key));
        return;
      case 'putAccount': {
        const { failures = 0, lastFailure = null } = this.#accounts.get(change.account.id) ?? {};
        this.#accounts.set(change.account.id, { ...change.account, failures, lastFailure, version });
        return;
      }
      case 'audit':
        this.#audit.push({ ...change.line, number: (this.#audit.at(-1)?.number ?? 0) + 1 });
        return;
      default:
        this.#applyToSessions(change);
    }
  }

  #applyToSessions(
    change: Extract<Change, { op: 'noteFailures' | 'putSession' | `deleteSession${string}` }>,
  ): void {
    switch (change.op) {
      case 'noteFailures': {
        const { account, failures, lastFailure } = change;
        const row = this.#accounts.get(account);
        if (row !== undefined) this.#accounts.set(account, { ...row, failures, lastFailure });
        return;
      }
      case 'putSession': {
        const known = this.#sessions.get(change.session.token);
        const { account, created } = known ?? change.session;
        this.#sessions.set(change.session.token, { ...change.session, account, created });
        return;
      }
      case 'deleteSession':
        this.#sessions.delete(change.token);
        return;
      case 'deleteSessionsOf':
        for (const [token, { account }] of this.#sessions)
          if (account === change.account) this.#sessions.delete(token);
        return;
      case 'deleteSessionsBefore':
        for (const [token, { expires }] of this.#sessions)
          if (expires < change.time) this.#sessions.delete(token);
    }
  }
}

function draftName({ base, field, item, mode, programme, text }: DraftKey): string {
  return [programme, text, base ?? '', mode, item, field].join(' ');
}

function compareDrafts(one: Draft, other: Draft): number {
  return (
    compare(one.text, other.text) ||
    compare(one.base ?? '', other.base ?? '') ||
    compare(one.mode, other.mode) ||
    compare(one.item, other.item) ||
    compare(one.field, other.field)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function expectJson(value: Json): void {
  if (JSON.stringify(value) === undefined)
    throw new StoreError('malformed', 'A value is not JSON. Nothing was written.');
}
