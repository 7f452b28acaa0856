/* What runs in the page that is measured. Each function stands alone: only its text goes there. */

/** Tells when rows are painted and the thread is free, and when all lines are there. */
export function watchFirstView(): void {
  const tell = (name: string): void => {
    (globalThis as unknown as { tell(name: string, at: number): void }).tell(name, performance.now());
  };
  const seen = new Set<string>();
  const look = (): void => {
    if (!seen.has('interactive') && document.querySelector('[role="gridcell"] .shown')) {
      seen.add('interactive');
      requestAnimationFrame(() => setTimeout(() => tell('interactive')));
    }
    if (!seen.has('complete') && document.querySelector('.tools [role="status"][aria-busy="false"]')) {
      seen.add('complete');
      requestAnimationFrame(() => setTimeout(() => tell('complete')));
    }
  };
  const parts = { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] };
  new MutationObserver(look).observe(document, parts);
}

/** Notes for each letter when it is painted, and when the last change that followed from it is. */
export function watchKeys(): void {
  const keys = { letters: [] as number[], found: [] as number[] };
  (globalThis as unknown as { keys: typeof keys }).keys = keys;
  let began = 0;
  let at = -1;
  const painted = (note: (ms: number) => void): void => {
    const since = began;
    requestAnimationFrame(() => setTimeout(() => note(performance.now() - since)));
  };
  let isPressed = false;
  const begin = (event: Event): void => {
    began = event.timeStamp;
    at += 1;
  };
  addEventListener(
    'keydown',
    (event) => {
      isPressed = true;
      begin(event);
    },
    true,
  );
  // A letter that no key of the keyboard has comes without one.
  addEventListener(
    'beforeinput',
    (event) => {
      if (!isPressed) begin(event);
      isPressed = false;
    },
    true,
  );
  addEventListener('input', () => painted((ms) => keys.letters.push(ms)), true);
  new MutationObserver(() => {
    const of = at;
    if (of >= 0) painted((ms) => (keys.found[of] = Math.max(keys.found[of] ?? 0, ms)));
  }).observe(document.querySelector('.table') ?? document.body, { subtree: true, childList: true });
}

/** Notes every task that holds a frame up. */
export function watchFrames(): void {
  const tasks: number[] = [];
  (globalThis as unknown as { tasks: number[] }).tasks = tasks;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  }).observe({ type: 'longtask' });
}
