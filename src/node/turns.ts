import { setImmediate as breath } from 'node:timers/promises';

/* Long work in the one thread that answers: it goes on in turns, between which whoever waits is answered. */

/** Milliseconds of a turn. Others wait no longer for it, but for its last part. */
const turnMs = 1.5;
/** Parts between which the clock is read. */
const atOnce = 16;

/** A turn that begins now: whether it is over. */
export function beginTurn(): () => boolean {
  const end = performance.now() + turnMs;
  return () => performance.now() >= end;
}

/** Goes through a long list, some at a time and in turns. */
export async function inTurns<Of>(all: readonly Of[], each: (some: readonly Of[]) => void): Promise<void> {
  let isOver = beginTurn();
  for (let from = 0; from < all.length; from += atOnce) {
    if (isOver()) {
      await breath();
      isOver = beginTurn();
    }
    each(all.slice(from, from + atOnce));
  }
}
