import { untrack } from 'svelte';

/**
 * Keeps up with a page that is read again and again: each new one is taken once, and when there is none what was held is
 * forgotten. Called where a component begins.
 *
 * @returns begins what is asked for a page, and gives up what is still under way for the one before: its signal says so
 */
export function keepUp<Page>(
  page: () => Page | undefined,
  take: (page: Page) => void,
  forget: () => void,
): () => AbortSignal {
  let running: AbortController | undefined;
  const giveUp = (): void => {
    running?.abort();
    running = undefined;
  };
  $effect.pre(() => {
    const now = page();
    untrack(() => {
      if (now !== undefined) {
        take(now);
        return;
      }
      giveUp();
      forget();
    });
  });
  $effect(() => giveUp);
  return () => {
    giveUp();
    running = new AbortController();
    return running.signal;
  };
}
