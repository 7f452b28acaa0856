/**
 * What this browser keeps for work without a network: IndexedDB, in one small set of places. Everything lies under the account
 * it belongs to. A write is one transaction, on the disk when its promise resolves.
 */

const stores = {
  /** Answers of our node, as it gave them: `kept.ts`. */
  kept: ['account', 'address'],
  /** Reports that were written here: `outbox.svelte.ts`. */
  outbox: 'id',
  /** Pictures of reports that are not sent. */
  files: 'hash',
  /** Forms that were begun. */
  drafts: 'key',
  /** Keys that seal an outbox as a file. */
  seals: 'account',
} as const satisfies Readonly<Record<string, string | readonly string[]>>;
export type StoreName = keyof typeof stores;

export type Change =
  | { readonly put: object; readonly in: StoreName }
  | { readonly delete: IDBValidKey; readonly in: StoreName };

/** There is no room: nothing of the write was kept, and what was there before is as it was. */
export class StorageFull extends Error {
  constructor() {
    super('the storage of this browser is full');
    this.name = 'StorageFull';
  }
}

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('counterpart-field', 1);
    request.onupgradeneeded = () => {
      for (const [name, key] of Object.entries(stores))
        if (!request.result.objectStoreNames.contains(name))
          request.result.createObjectStore(name, { keyPath: typeof key === 'string' ? key : [...key] });
    };
    request.onsuccess = () => {
      const database = request.result;
      // A tab with a newer app may change the places: let it, and open anew.
      database.onversionchange = () => {
        database.close();
        opening = undefined;
      };
      database.addEventListener('close', () => {
        opening = undefined;
      });
      resolve(database);
    };
    request.addEventListener('error', () => {
      opening = undefined;
      reject(asFault(request.error));
    });
  });
  return opening;
}

const asFault = (error: DOMException | null): Error =>
  error?.name === 'QuotaExceededError' ? new StorageFull() : (error ?? new Error('IndexedDB gave no reason'));

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.addEventListener('error', () => reject(asFault(request.error)));
  });

const placeOf = async (name: StoreName): Promise<IDBObjectStore> =>
  (await open()).transaction(name).objectStore(name);

/** One record, or undefined. Who reads says of what shape: only this app writes here. */
export async function readKept(name: StoreName, key: IDBValidKey): Promise<unknown> {
  return settled<unknown>((await placeOf(name)).get(key));
}
export async function readAll(name: StoreName): Promise<readonly unknown[]> {
  return settled<unknown[]>((await placeOf(name)).getAll());
}
export async function keysIn(name: StoreName): Promise<readonly IDBValidKey[]> {
  return settled((await placeOf(name)).getAllKeys());
}

/** Writes all changes or none. @throws StorageFull */
export async function writeKept(changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const names = [...new Set(changes.map((one) => one.in))];
  const transaction = (await open()).transaction(names, 'readwrite', { durability: 'strict' });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.addEventListener('abort', () => reject(asFault(transaction.error)));
    try {
      for (const change of changes) {
        const place = transaction.objectStore(change.in);
        if ('put' in change) place.put(change.put);
        else place.delete(change.delete);
      }
    } catch (error) {
      transaction.abort();
      reject(asFault(error instanceof DOMException ? error : null));
    }
  });
}

/** Bytes that may still be written here; undefined where the browser does not say. */
export async function roomLeft(): Promise<number | undefined> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
}

/** Asks the browser not to clear what is kept here when the device runs short. */
export async function askToPersist(): Promise<void> {
  if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
}
