import type { TablePage } from '../../../api/text-table.ts';
import type { PackedLine } from '../../../core/text/packed-line.ts';
import { asProblem, type Problem } from '../../client.ts';
import { keepUp } from './keep-up.svelte.ts';

interface Given {
  readonly page: TablePage | undefined;
  /** Asks for a slice. */
  readonly ask: (tag: string, signal: AbortSignal) => Promise<readonly PackedLine[]>;
  /** The slices of that page are no longer what they were. */
  readonly outdated: () => void;
}

/**
 * The lines of a table: those of the page at once, the other slices behind each other while one reads. What changes later is
 * asked by itself, and the lines that are shown stay until all of the new ones are here.
 */
export function createSlices(given: () => Given) {
  let lines = $state.raw<readonly PackedLine[]>([]);
  let complete = $state(false);
  let problem = $state.raw<Problem>();
  let held = new Map<string, readonly PackedLine[]>();

  function publish(page: TablePage): void {
    lines = page.slices.flatMap(({ tag }) => held.get(tag) ?? []);
  }

  async function follow(page: TablePage): Promise<void> {
    const signal = begin();
    const kept = new Map<string, readonly PackedLine[]>();
    for (const { tag } of page.slices) {
      const known = held.get(tag);
      if (known !== undefined) kept.set(tag, known);
    }
    const [first] = page.slices;
    if (first !== undefined && !kept.has(first.tag)) kept.set(first.tag, page.lines);
    const missing = page.slices.filter(({ tag }) => !kept.has(tag));
    held = kept;
    // Lines that were complete before stay as they are until those that changed have come.
    if (missing.length === 0 || !complete) publish(page);
    if (missing.length === 0) complete = true;
    problem = undefined;
    let shown = lines.length;
    try {
      for (const { tag } of missing) {
        const slice = await given().ask(tag, signal);
        if (signal.aborted) return;
        held.set(tag, slice);
        // Seldom, for to show thousands of lines anew costs more than to read them.
        const count = page.slices.reduce((sum, one) => sum + (held.get(one.tag)?.length ?? 0), 0);
        if (!complete && count >= shown * 4 && count < page.total) {
          shown = count;
          publish(page);
        }
      }
      publish(page);
      complete = true;
    } catch (error) {
      if (signal.aborted) return;
      const found = asProblem(error);
      if (found.status === 404) given().outdated();
      else problem = found;
    }
  }

  const begin = keepUp(
    () => given().page,
    (page) => void follow(page),
    () => {
      held = new Map();
      lines = [];
      complete = false;
    },
  );

  return {
    get lines() {
      return lines;
    },
    get complete() {
      return complete;
    },
    get problem() {
      return problem;
    },
  };
}
