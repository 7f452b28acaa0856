import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Finding, Store } from '../store/store.ts';
import { stringOf } from './json-text.ts';
import type { Log } from './log.ts';

/** Why this node must not sign in a programme now (F9, F10). */
export interface SigningLock {
  readonly code: Finding['code'] | 'forked';
  readonly message: string;
  readonly since: string;
  /** Partners that have not yet confirmed our head. */
  readonly awaits: readonly PartyCode[];
}

interface LockParts {
  readonly store: Store;
  readonly programme: ProgrammeId;
  readonly partners: readonly PartyCode[];
  readonly time: () => string;
  readonly log: Log;
}

const collection = 'lock';
const returning = 'returning';

/** What is known against signing in one programme: the store's findings, a damaged feed, a fork of ours, entries given back. */
export class SigningLocks {
  readonly #parts: LockParts;
  /** Partners that confirmed our head since the node started. */
  readonly #confirmed = new Set<PartyCode>();
  /** A partner held more of our own feed than we did (X1): locked until every partner has confirmed. */
  #givenBack: { readonly since: string; readonly confirmed: Set<PartyCode> } | undefined;
  /** Partners that confirmed our head since the root continued our feed, until all have (A13). */
  #returned: Set<PartyCode> | undefined;
  readonly #since = new Map<string, string>();
  #damaged: string | undefined;

  constructor(parts: LockParts) {
    this.#parts = parts;
  }

  /** Reads what outlives a restart. */
  async load(): Promise<void> {
    const { programme, store } = this.#parts;
    const document = await store.workspace.document(collection, programme);
    if (isObject(document?.value))
      this.#givenBack = { since: stringOf(document.value['since']), confirmed: new Set() };
    const returned = (await store.workspace.document(returning, programme))?.value;
    if (!isObject(returned)) return;
    const confirmed = Array.isArray(returned['confirmed']) ? returned['confirmed'] : [];
    this.#returned = new Set(confirmed as readonly PartyCode[]);
  }

  /** A feed does not read back as it was accepted. */
  damage(what: string): void {
    this.#damaged = `A stored feed does not read back as it was accepted (${what}). Reading works as far as it goes. Signing is locked until the feeds are rebuilt from a backup or a partner.`;
    this.#parts.log('lock.set', { programme: this.#parts.programme, code: 'corrupt' });
  }

  /** Why signing is locked, if it is. */
  now(isForked: boolean): SigningLock | undefined {
    const cause = this.#cause(isForked);
    if (cause === undefined) return undefined;
    const since = this.#since.get(cause.code) ?? this.#givenBack?.since ?? this.#parts.time();
    this.#since.set(cause.code, since);
    const confirmed = this.#givenBack?.confirmed ?? this.#confirmed;
    const awaits = this.#parts.partners.filter((party) => !confirmed.has(party));
    return { code: cause.code, message: cause.message, since, awaits };
  }

  #cause(isForked: boolean): Pick<SigningLock, 'code' | 'message'> | undefined {
    const { programme, store } = this.#parts;
    if (this.#damaged !== undefined) return { code: 'corrupt', message: this.#damaged };
    const finding = store
      .findings()
      .find((one) => one.programme === undefined || one.programme === programme);
    if (finding !== undefined) return finding;
    if (isForked) return { code: 'forked', message: forkedMessage };
    return this.#givenBack && { code: 'behind', message: givenBackMessage };
  }

  /** Every partner has confirmed our head since the node started. */
  get isConfirmed(): boolean {
    return this.#parts.partners.every((party) => this.#confirmed.has(party));
  }

  /** Partners that have not confirmed our head since the root continued our feed (A13). */
  get unconfirmed(): readonly PartyCode[] {
    const returned = this.#returned;
    return returned === undefined ? [] : this.#parts.partners.filter((party) => !returned.has(party));
  }

  /** A partner holds no more of our feed than we do. @returns whether that ended a lock, or our return (A13) */
  async confirm(party: PartyCode): Promise<boolean> {
    this.#confirmed.add(party);
    const hasReturned = await this.confirmReturn(party);
    const back = this.#givenBack;
    if (back === undefined) return hasReturned;
    back.confirmed.add(party);
    if (this.#parts.partners.some((one) => !back.confirmed.has(one))) return hasReturned;
    await this.forgetGivenBack();
    return true;
  }

  /** A partner has confirmed the continuation itself (A13). @returns whether all have now */
  async confirmReturn(party: PartyCode): Promise<boolean> {
    if (this.#returned === undefined || this.#returned.has(party)) return false;
    this.#returned.add(party);
    const { partners, programme } = this.#parts;
    if (partners.some((one) => this.#returned?.has(one) !== true)) {
      await this.#keepReturned([...this.#returned].sort());
      return false;
    }
    this.#returned = undefined;
    await this.#parts.store.workspace.write([
      { op: 'deleteDocument', collection: returning, id: programme, expected: 'any' },
    ]);
    return true;
  }

  /** The root is about to continue our feed: what we consented to before may be known to partners alone (A13). */
  async beginReturn(): Promise<void> {
    this.#returned = new Set();
    await this.#keepReturned([]);
  }

  async #keepReturned(confirmed: readonly PartyCode[]): Promise<void> {
    const id = this.#parts.programme;
    await this.#parts.store.workspace.write([
      { op: 'putDocument', collection: returning, id, value: { confirmed }, expected: 'any' },
    ]);
  }

  /** Entries of ours came back from a partner: there may be more that others hold (X1, F9). */
  async giveBack(): Promise<void> {
    const { log, programme, store, time } = this.#parts;
    this.#givenBack = { since: time(), confirmed: new Set() };
    const value = { since: this.#givenBack.since };
    await store.workspace.write([{ op: 'putDocument', collection, id: programme, value, expected: 'any' }]);
    log('lock.set', { programme, code: 'behind' });
  }

  /** All have confirmed, or the root has continued the feed. */
  async forgetGivenBack(): Promise<void> {
    if (this.#givenBack === undefined) return;
    const { log, programme, store } = this.#parts;
    this.#givenBack = undefined;
    await store.workspace.write([{ op: 'deleteDocument', collection, id: programme, expected: 'any' }]);
    log('lock.ended', { programme, code: 'behind' });
  }
}

const givenBackMessage =
  'A partner held more of our own feed than this node: it was taken back. Nothing else was changed. Signing is locked until every partner has confirmed our head, or the root continues the feed.';
const forkedMessage =
  'Our own feed has two signed versions. Both are kept. Signing is locked until the root continues one of them; see the exchange page.';
