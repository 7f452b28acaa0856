import { tick } from 'svelte';

/* What is on the page goes on paper: a list that is here in part is fetched first. */

/** The longest list that is printed from the screen; a longer one is taken as a document. */
export const printedMax = 5_000;

const lists = new Set<() => Promise<void>>();

/** Names what has to be here before the page is printed. Gives what ends that. */
export function beforePrint(fetchAll: () => Promise<void>): () => void {
  lists.add(fetchAll);
  return () => void lists.delete(fetchAll);
}

/** Prints the page with all of its lists. */
export async function printPage(): Promise<void> {
  await Promise.all([...lists].map((fetchAll) => fetchAll()));
  await tick();
  window.print();
}

/** The key of the browser for it waits for the lists as the button does. Gives what ends that. */
export function printByKey(): () => void {
  const key = (event: KeyboardEvent): void => {
    const isPrint = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isPrint || event.key.toLowerCase() !== 'p' || lists.size === 0) return;
    event.preventDefault();
    void printPage();
  };
  addEventListener('keydown', key);
  return () => removeEventListener('keydown', key);
}
