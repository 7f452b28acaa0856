import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Crypto } from '../core/bytes/crypto.ts';
import { isPartyCode, type PartyCode, type ProgrammeId } from '../core/bytes/ids.ts';
import { type Founding, verifyFounding } from '../core/feed/founding.ts';
import { allKinds, type Kinds } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { StoreError } from '../store/errors.ts';
import { createFolder, describeFolder, readFolder } from '../store/folder.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import { openStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import { makeKeys, type NodeKeys, readKeys } from './keys.ts';
import type { Log } from './log.ts';
import { type PasswordCost, passwordCost } from './passwords.ts';
import { Refusal } from './problem.ts';
import { Programme } from './programme.ts';
import { finishSending } from './sending.ts';
import { makeThrottle, type Throttle } from './throttle.ts';

/** Names by language. */
export type Names = Readonly<Record<string, string>>;

/** What a node folder says about its party. */
export interface About {
  readonly party: PartyCode;
  readonly names: Names;
}

interface NodeParts {
  readonly config: Config;
  readonly log: Log;
  readonly now?: () => number;
  readonly crypto?: Crypto;
  readonly kinds?: Kinds;
  readonly passwordCost?: PasswordCost;
}

/** A running node: one party's folder, opened. What it does is in functions that take it. */
export class Node {
  readonly config: Config;
  readonly store: Store;
  readonly crypto: Crypto;
  readonly kinds: Kinds;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly throttle: Throttle;
  readonly passwordCost: PasswordCost;
  readonly keysFolder: string;
  /** Printed at the start; needed to set up a node that has no account. */
  readonly setupCode: string = randomBytes(5).toString('hex');
  readonly #programmes = new Map<ProgrammeId, Programme>();
  readonly #programmeListeners = new Set<(programme: Programme) => void>();
  readonly #foundingListeners = new Set<() => void>();
  readonly #sessionListeners = new Set<(account: string) => void>();
  #about: About | undefined;
  #keys: NodeKeys | undefined;

  /** @internal use {@link openNode} */
  constructor(parts: NodeParts, store: Store) {
    const { config, log, now = Date.now } = parts;
    this.config = config;
    this.store = store;
    this.crypto = parts.crypto ?? nodeCrypto;
    this.kinds = parts.kinds ?? allKinds;
    this.log = log;
    this.now = now;
    this.throttle = makeThrottle(now);
    this.passwordCost = parts.passwordCost ?? passwordCost;
    this.keysFolder = join(config.dir, 'keys');
    this.#about = aboutOf(config.dir);
    store.onFinding((finding) => {
      log('node.finding', { code: finding.code, programme: finding.programme });
      for (const programme of this.#programmes.values()) programme.tell('lock');
    });
  }

  /** Undefined until the node is set up. */
  about(): About | undefined {
    return this.#about;
  }

  /** Gives the node its party, and keys if it has none. */
  async describe(about: About): Promise<void> {
    await makeKeys(this.keysFolder);
    describeFolder(this.config.dir, { party: about.party, names: about.names });
    this.#about = about;
    this.foundingCame();
  }

  /** @throws Refusal `node.failed` before the node is set up */
  keys(): NodeKeys {
    if (this.#about === undefined) throw new Refusal('node.failed', { detail: 'the node is not set up' });
    this.#keys ??= readKeys(this.keysFolder, this.crypto);
    return this.#keys;
  }

  /** Takes keys that have changed in the folder. */
  readKeysAgain(): void {
    this.#keys = undefined;
  }

  /** Programmes that are founded, by id. */
  programmes(): ReadonlyMap<ProgrammeId, Programme> {
    return this.#programmes;
  }

  /**
   * Takes in a programme whose founding the store holds with every signature.
   *
   * @throws Refusal `programme.not-founded`
   */
  async openProgramme(id: ProgrammeId): Promise<Programme> {
    const known = this.#programmes.get(id);
    if (known !== undefined) return known;
    const held = await this.store.founding(id);
    const checked = held && verifyFounding(held.bytes, held.signatures, this.crypto);
    if (this.#about === undefined || checked === null || !checked.ok)
      throw new Refusal('programme.not-founded');
    const programme = this.programmeOf(checked.founding);
    this.#programmes.set(id, programme);
    for (const listener of this.#programmeListeners) listener(programme);
    return programme;
  }

  /** A programme over this node's store and keys, not kept: for writing our first entry before all have signed. */
  programmeOf(founding: Founding): Programme {
    const { crypto, kinds, log, now, store } = this;
    const { party } = partyOf(this);
    return new Programme({
      store,
      founding,
      party,
      kinds,
      crypto,
      now,
      log,
      operate: () => this.keys().operate,
    });
  }

  onProgramme(listener: (programme: Programme) => void): () => void {
    this.#programmeListeners.add(listener);
    return () => this.#programmeListeners.delete(listener);
  }

  /** A founding was signed or came, or the node got its party: partners' keys are known from it. */
  onFounding(listener: () => void): () => void {
    this.#foundingListeners.add(listener);
    return () => this.#foundingListeners.delete(listener);
  }

  foundingCame(): void {
    for (const listener of this.#foundingListeners) listener();
  }

  /** Now, as records say it. */
  time(): string {
    return `${new Date(this.now()).toISOString().slice(0, 19)}Z`;
  }

  /** Sessions of an account have ended: whoever streams to it looks again. */
  sessionsEnded(account: string): void {
    for (const listener of this.#sessionListeners) listener(account);
  }

  onSessionsEnded(listener: (account: string) => void): () => void {
    this.#sessionListeners.add(listener);
    return () => this.#sessionListeners.delete(listener);
  }

  /** Waits for what is being written and lets the folder go. */
  async close(): Promise<void> {
    for (const programme of this.#programmes.values()) await programme.idle();
    await this.store.close();
  }
}

/**
 * Makes a node's folder with its keys. Without a party it is an empty node, to be set up in the browser.
 *
 * @throws StoreError `folder-exists`
 */
export async function initNode(dir: string, about?: About, passphrase?: string): Promise<void> {
  createFolder(dir, about === undefined ? {} : { party: about.party, names: about.names });
  if (about !== undefined) await makeKeys(join(dir, 'keys'), passphrase);
}

/**
 * Opens a node's folder; makes an empty one where there is none.
 *
 * @throws StoreError `folder-busy`, `folder-newer`, `folder-unreadable`, `corrupt`, `failed`
 */
export async function openNode(parts: NodeParts): Promise<Node> {
  const { dir } = parts.config;
  try {
    readFolder(dir);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'folder-missing') throw error;
    await initNode(dir);
  }
  const node = new Node(parts, await openStore(dir));
  for (const { bytes, programme, signatures } of await node.store.programmes()) {
    const checked = verifyFounding(bytes, signatures, node.crypto);
    if (!checked.ok && checked.code === 'founding.level') {
      await node.close();
      throw new StoreError(
        'folder-newer',
        'The folder holds a programme of a later protocol level than this version knows. Start the newer version.',
      );
    }
    if (!checked.ok) continue;
    await finishSending(node, await node.openProgramme(programme));
  }
  return node;
}

function aboutOf(dir: string): About | undefined {
  const { names, party } = readFolder(dir);
  return isPartyCode(party) && isObject(names) ? { party, names: names as Names } : undefined;
}

/** What this node says of its party. @throws Refusal `node.failed` before it is set up */
export function partyOf(node: Node): About {
  const about = node.about();
  if (about === undefined) throw new Refusal('node.failed', { detail: 'the node is not set up' });
  return about;
}
