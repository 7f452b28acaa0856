import type { PartyCode } from '../core/bytes/ids.ts';
import type { Founding, FoundingSignature } from '../core/feed/founding.ts';
import { allKinds } from '../core/kinds/catalogue.ts';
import { effectOf } from '../core/register/register.ts';
import type { Log } from '../node/log.ts';
import { Programme } from '../node/programme.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import type { Downfall, SimDisk } from './disk.ts';
import type { PartyKeys } from './party-keys.ts';
import { openSimStore, type SimStoreParts } from './sim-store.ts';

/** A founding with its bytes and the signatures of all roots. */
export interface Founded {
  readonly founding: Founding;
  readonly bytes: Uint8Array;
  readonly signatures: readonly FoundingSignature[];
}

export interface MachineParts {
  /** `VN`, or `VN*` for a second machine with the same keys. */
  readonly name: string;
  readonly party: PartyCode;
  readonly keys: PartyKeys;
  readonly disk: SimDisk;
  readonly founded: Founded;
  readonly turn: () => Promise<void>;
  /** Milliseconds since 1970, by this machine's own clock. */
  readonly now: () => number;
  readonly log: Log;
  /** What stands between the node and its storage: nothing, or a flaw that the simulation must find. */
  readonly wrapStore?: (store: Store) => Store;
}

/** A node: the real programme over a store on a simulated disk, in a process that may end at any moment. */
export class Machine {
  readonly name: string;
  readonly party: PartyCode;
  readonly keys: PartyKeys;
  readonly disk: SimDisk;
  readonly #parts: MachineParts;
  #running: { readonly store: Store; readonly programme: Programme } | undefined;
  /** The programme as it was last, also after the machine went down. */
  latest: Programme | undefined;
  #death = Promise.withResolvers<undefined>();

  constructor(parts: MachineParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.party = parts.party;
    this.keys = parts.keys;
    this.disk = parts.disk;
    this.disk.onDown = () => {
      this.#running = undefined;
      this.#death.resolve(undefined);
    };
    this.disk.goDown('kill');
  }

  get isUp(): boolean {
    return this.#running !== undefined;
  }

  /** @throws Error while the machine is down */
  get programme(): Programme {
    if (this.#running === undefined) throw new Error(`${this.name} is down`);
    return this.#running.programme;
  }

  /** @throws Error while the machine is down */
  get store(): Store {
    if (this.#running === undefined) throw new Error(`${this.name} is down`);
    return this.#running.store;
  }

  /** Starts the process: recovers the store, holds the founding, folds the register. False if it went down meanwhile. */
  async start(): Promise<boolean> {
    const { disk, founded, keys, log, now, party, turn, wrapStore = (store) => store } = this.#parts;
    disk.start();
    this.#death = Promise.withResolvers();
    const dead = () => new Promise<never>(() => {});
    const store = openOrEnd(disk, { disk, turn, dead }, wrapStore);
    if (store === undefined) return false;
    const { bytes, founding, signatures } = founded;
    const programme = new Programme({
      store,
      founding,
      party,
      kinds: allKinds,
      crypto: keys.book.crypto,
      operate: () => keys.operate,
      now,
      log,
    });
    this.#running = { store, programme };
    const begun = await this.alive(async () => {
      await store.append({ foundings: [{ programme: founding.programme, bytes, signatures }] });
      await programme.register();
      return true;
    }).catch(endIfFailed);
    if (begun !== true) {
      // A node that cannot write at its start ends.
      this.goDown('kill');
      return false;
    }
    this.latest = programme;
    await this.followKeys();
    return this.isUp;
  }

  /** Writes entry 1 by the root, unless it stands there (K1). */
  async openFeed(): Promise<void> {
    await this.alive(async (programme) => {
      if ((await programme.ownHead()) === undefined)
        await programme.appendByRoot(this.keys.root, () => [this.keys.open()]);
    });
  }

  /** Takes up the keys that stand at the end of our feed. */
  async followKeys(): Promise<void> {
    await this.alive(async (programme) => {
      const own = effectOf(await programme.register(), this.party);
      if (own !== undefined) this.keys.follow(own.voice.chain);
    });
  }

  goDown(how: Downfall): void {
    this.disk.goDown(how);
  }

  /** What work of this machine comes to; undefined if the machine is down, or goes down before the end. */
  async alive<Value>(
    work: (programme: Programme, store: Store) => Promise<Value>,
  ): Promise<Value | undefined> {
    if (this.#running === undefined) return undefined;
    const { programme, store } = this.#running;
    const done = work(programme, store);
    // What a dead machine would have thrown is nobody's business.
    done.catch(() => {});
    return Promise.race([done, this.#death.promise]);
  }
}

/** The store, or undefined if the machine went down or the disk failed while it was recovered: the process then ends. */
function openOrEnd(disk: SimDisk, parts: SimStoreParts, wrap: (store: Store) => Store): Store | undefined {
  try {
    return wrap(openSimStore(parts));
  } catch (error) {
    if (!disk.isDown) endIfFailed(error);
    disk.goDown('kill');
    return undefined;
  }
}

/** A disk that fails is part of life; anything else is a bug. */
function endIfFailed(error: unknown): undefined {
  if (error instanceof StoreError && error.code === 'failed') return undefined;
  throw error;
}
