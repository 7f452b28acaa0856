import { flushSync, untrack } from 'svelte';
import { Heights } from '../../grid/heights.ts';
import { printedMax } from '../../state/printing.ts';

export interface VirtualRow {
  readonly id: string;
  /** Guess of the height in px, until it is measured. */
  readonly estimate: number;
}

/** So near to the last row that is here, more are asked for. */
export const nearRows = 40;

/** Which rows of a long list are in sight: only they are in the page. It scrolls with the page; print shows all. */
export function virtualRows(rows: () => readonly VirtualRow[]) {
  const heights = new Heights();
  let version = $state(0);
  let first = $state(0);
  let last = $state(30);
  let whole = $state(false);
  let body: HTMLElement | undefined;
  const waiting = new Map<string, number>();

  $effect.pre(() => {
    heights.reset(rows());
    untrack(() => {
      version += 1;
      look();
    });
  });

  function look(): void {
    const top = body?.getBoundingClientRect().top ?? 0;
    const [start, end] = heights.window(-top, innerHeight - top, 8);
    if (start !== first) first = start;
    if (end !== last) last = end;
  }

  const observer = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const id = (entry.target as HTMLElement).dataset['row'];
      const height = entry.borderBoxSize[0]?.blockSize ?? 0;
      if (id && height > 0) waiting.set(id, height);
    }
    if (waiting.size === 0) return;
    const top = body?.getBoundingClientRect().top ?? 0;
    const shift = heights.measure(waiting, -top);
    waiting.clear();
    version += 1;
    // What one reads stays where it is when rows above turn out taller.
    if (shift !== 0) document.scrollingElement?.scrollBy(0, shift);
    look();
  });

  let soon = 0;
  const lookSoon = (): void => {
    soon ||= requestAnimationFrame(() => {
      soon = 0;
      look();
    });
  };

  return {
    get first() {
      return whole ? 0 : first;
    },
    get last() {
      return whole ? rows().length : Math.min(last, rows().length);
    },
    /** Heights in px of what is not in the page, above and below. */
    get above() {
      void version;
      return whole ? 0 : heights.top(first);
    },
    get below() {
      void version;
      return whole ? 0 : Math.max(0, heights.total - heights.top(Math.min(last, rows().length)));
    },
    attach(node: HTMLElement) {
      body = node;
      const print = (): void => {
        flushSync(() => {
          whole = rows().length <= printedMax;
        });
      };
      const printed = (): void => {
        whole = false;
      };
      addEventListener('scroll', lookSoon, { passive: true });
      addEventListener('resize', lookSoon);
      addEventListener('beforeprint', print);
      addEventListener('afterprint', printed);
      // What is in sight changes: it must not attach anew then, or nothing that comes would be measured.
      untrack(look);
      return () => {
        removeEventListener('scroll', lookSoon);
        removeEventListener('resize', lookSoon);
        removeEventListener('beforeprint', print);
        removeEventListener('afterprint', printed);
        observer.disconnect();
      };
    },
    measure(node: HTMLElement) {
      observer.observe(node);
      return () => observer.unobserve(node);
    },
  };
}
