/** Does something with each of many, a few at a time while nothing else is to be done. Returns what stops it. */
export function whenIdle<One>(all: readonly One[], work: (one: One) => unknown): () => void {
  let at = 0;
  let stop = (): void => {};
  const go = (deadline: Deadline): void => {
    while (at < all.length && deadline.timeRemaining() > 2) {
      const one = all[at];
      if (one !== undefined) work(one);
      at += 1;
    }
    if (at < all.length) stop = idle(go);
  };
  stop = idle(go);
  return () => stop();
}

/** Does it when nothing else is to be done, and within so many ms at the latest. */
export function soon(work: () => void, within = 1_000): void {
  idle(work, within);
}

type Deadline = Pick<IdleDeadline, 'timeRemaining'>;

/** Not every browser tells when it is idle: there it is a moment later, for as long as nobody notices. */
function idle(work: (deadline: Deadline) => void, within?: number): () => void {
  if ('requestIdleCallback' in globalThis) {
    const asked = requestIdleCallback(work, within === undefined ? {} : { timeout: within });
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(() => {
    const end = performance.now() + 8;
    work({ timeRemaining: () => end - performance.now() });
  }, 50);
  return () => clearTimeout(asked);
}
