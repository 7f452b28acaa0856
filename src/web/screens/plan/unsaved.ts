import type { Edit, Target } from './plan-store.svelte.ts';

/* What our node could not be told when a text was left: kept in this page until one is back at the text. */

/** Edits that were made at once, and where. */
export interface Unsaved {
  readonly to: Target;
  readonly edits: readonly Edit[];
}

const kept = new Map<string, readonly Unsaved[]>();
let stopAsking: (() => void) | undefined;

/** @param of whose edits of which text */
export function keepUnsaved(of: string, edits: readonly Unsaved[]): void {
  if (edits.length === 0) kept.delete(of);
  else kept.set(of, edits);
  if (kept.size > 0) stopAsking ??= asksBeforeClosing();
  else {
    stopAsking?.();
    stopAsking = undefined;
  }
}

export function takeUnsaved(of: string): readonly Unsaved[] {
  const edits = kept.get(of) ?? [];
  keepUnsaved(of, []);
  return edits;
}

/** The browser asks before it closes or reloads the page. Gives what ends that. */
export function asksBeforeClosing(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
