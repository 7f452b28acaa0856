import type { Hash } from '../../core/bytes/ids.ts';
import type { Store } from '../../store/store.ts';

/*
 * Transfers of files into a store that run now. Two nodes that know each other's address both call at once: what one is being
 * given it also fetches. A file is then taken from whoever came first, and the other finds it held.
 */

interface Transfer {
  readonly done: Promise<void>;
  /** When its last bytes came; `performance.now()`. */
  moved: number;
}

const running = new WeakMap<Store, Map<Hash, Transfer>>();
/** A transfer that brought nothing for so long hangs: another may take over. */
const hangsMs = 10_000;
const lookMs = 1_000;

/** Waits until no transfer of this file into this store runs, or the one that does hangs. */
export async function othersDone(store: Store, hash: Hash): Promise<void> {
  for (;;) {
    const other = running.get(store)?.get(hash);
    if (other === undefined || performance.now() - other.moved > hangsMs) return;
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, lookMs);
    });
    await Promise.race([other.done, pause]);
    clearTimeout(timer);
  }
}

/**
 * Runs a transfer after those that run.
 *
 * @param work calls `moved` whenever bytes came
 */
export async function transfer(
  store: Store,
  hash: Hash,
  work: (moved: () => void) => Promise<void>,
): Promise<void> {
  await othersDone(store, hash);
  const transfers = running.get(store) ?? new Map<Hash, Transfer>();
  running.set(store, transfers);
  let end = (): void => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const own: Transfer = { done, moved: performance.now() };
  transfers.set(hash, own);
  try {
    await work(() => {
      own.moved = performance.now();
    });
  } finally {
    if (transfers.get(hash) === own) transfers.delete(hash);
    end();
  }
}
