import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Crypto } from '../core/bytes/crypto.ts';
import { isPartyCode, type PartyCode, type ProgrammeId } from '../core/bytes/ids.ts';
import { verifyFounding } from '../core/feed/founding.ts';
import { allKinds, type Kinds } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { createFolder, describeFolder, readFolder } from '../store/folder.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import { openStore } from '../store/sqlite-store.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import { makeKeys, type NodeKeys, readKeys } from './keys.ts';
import type { Log } from './log.ts';
import { passwordCost, type PasswordCost } from './passwords.ts';
import { Refusal } from './problem.ts';
import { Programme } from './programme.ts';
import { makeThrottle, type Throttle } from './throttle.ts';

/** Names by language. */
export type Names = Readonly<Record<string, string>>;

/** What a node folder says about its party. */
export interface About {
  readonly party: PartyCode;
  readonly names: Names;
}

/** A running node: one party's folder, opened. What it does is in functions that take it. */
export interface Node {
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
  readonly setupCode: string;
  /** Undefined until the node is set up. */
  about(): About | undefined;
  describe(about: About): Promise<void>;
  /** @throws Refusal `node.failed` before the node is set up */
  keys(): NodeKeys;
  /** Takes keys that have changed in the folder. */
  readKeysAgain(): void;
  /** Programmes that are founded, by id. */
  programmes(): ReadonlyMap<ProgrammeId, Programme>;
  /** Takes in a programme whose founding the store now holds with every signature. */
  openProgramme(id: ProgrammeId): Promise<Programme>;
  onProgramme(listener: (programme: Programme) => void): () => void;
  /** A founding was signed or came, or the node got its party: partners' keys are known from it. */
  onFounding(listener: () => void): () => void;
  foundingCame(): void;
  /** Now, as records say it. */
  time(): string;
  /** Sessions of an account have ended: whoever streams to it looks again. */
  sessionsEnded(account: string): void;
  onSessionsEnded(listener: (account: string) => void): () => void;
  close(): Promise<void>;
}

interface NodeParts {
  readonly config: Config;
  readonly log: Log;
  readonly now?: () => number;
  readonly crypto?: Crypto;
  readonly kinds?: Kinds;
  readonly passwordCost?: PasswordCost;
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
  const { config, log } = parts;
  const now = parts.now ?? Date.now;
  const crypto = parts.crypto ?? nodeCrypto;
  const kinds = parts.kinds ?? allKinds;
  const { dir } = config;
  try {
    readFolder(dir);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'folder-missing') throw error;
    await initNode(dir);
  }
  const store = await openStore(dir);
  const keysFolder = join(dir, 'keys');
  const programmes = new Map<ProgrammeId, Programme>();
  const listeners = new Set<(programme: Programme) => void>();
  const foundings = new Set<() => void>();
  const endings = new Set<(account: string) => void>();
  let about = aboutOf(dir);
  let keys: NodeKeys | undefined;
  const node: Node = {
    config,
    store,
    crypto,
    kinds,
    log,
    now,
    throttle: makeThrottle(now),
    passwordCost: parts.passwordCost ?? passwordCost,
    keysFolder,
    setupCode: randomBytes(5).toString('hex'),
    about: () => about,
    describe: async (given) => {
      await makeKeys(keysFolder);
      describeFolder(dir, { party: given.party, names: given.names });
      about = given;
      node.foundingCame();
    },
    keys: () => {
      if (about === undefined) throw new Refusal('node.failed', { detail: 'the node is not set up' });
      keys ??= readKeys(keysFolder, crypto);
      return keys;
    },
    readKeysAgain: () => {
      keys = undefined;
    },
    programmes: () => programmes,
    openProgramme: async (id) => {
      const known = programmes.get(id);
      if (known !== undefined) return known;
      const held = await store.founding(id);
      const checked = held && verifyFounding(held.bytes, held.signatures, crypto);
      if (about === undefined || checked === null || !checked.ok) throw new Refusal('programme.not-founded');
      const { party } = about;
      const programme = new Programme({ store, founding: checked.founding, party, kinds, crypto, now, log, operate: () => node.keys().operate });
      programmes.set(id, programme);
      for (const listener of listeners) listener(programme);
      return programme;
    },
    onProgramme: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFounding: (listener) => {
      foundings.add(listener);
      return () => foundings.delete(listener);
    },
    foundingCame: () => {
      for (const listener of foundings) listener();
    },
    time: () => `${new Date(now()).toISOString().slice(0, 19)}Z`,
    sessionsEnded: (account) => {
      for (const listener of endings) listener(account);
    },
    onSessionsEnded: (listener) => {
      endings.add(listener);
      return () => endings.delete(listener);
    },
    close: async () => {
      for (const programme of programmes.values()) await programme.idle();
      await store.close();
    },
  };
  store.onFinding((finding) => {
    log('node.finding', { code: finding.code, programme: finding.programme });
    for (const programme of programmes.values()) programme.tell('lock');
  });
  for (const founding of await store.programmes()) {
    if (verifyFounding(founding.bytes, founding.signatures, crypto).ok) await node.openProgramme(founding.programme);
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
