/** Does something with each of many, a few at a time while nothing else is to be done. Returns what stops it. */
export function whenIdle<One>(all: readonly One[], work: (one: One) => unknown): () => void {
  let at = 0;
  let asked = 0;
  const go = (deadline: IdleDeadline): void => {
    while (at < all.length && deadline.timeRemaining() > 2) {
      const one = all[at];
      if (one !== undefined) work(one);
      at += 1;
    }
    if (at < all.length) asked = requestIdleCallback(go);
  };
  asked = requestIdleCallback(go);
  return () => cancelIdleCallback(asked);
}

/** Does it when nothing else is to be done, and within so many ms at the latest. */
export function soon(work: () => void, within = 1_000): void {
  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: within });
  else setTimeout(work, 50);
}
