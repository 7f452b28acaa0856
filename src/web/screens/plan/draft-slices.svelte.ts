import type { TablePage } from '../../../api/text-table.ts';
import type { Draft } from '../../../api/texts.ts';
import { asProblem } from '../../client.ts';
import { keepUp } from './keep-up.svelte.ts';

interface Given {
  readonly page: TablePage | undefined;
  /** Asks for a slice. */
  readonly ask: (tag: string, signal: AbortSignal) => Promise<readonly Draft[]>;
  /** The slices of that page are no longer what they were. */
  readonly outdated: () => void;
}

/** Slices that have come, by their tag. */
export type HeldDrafts = Map<string, readonly Draft[]>;
type Sliced = Pick<TablePage, 'drafts' | 'draftSlices'>;

/** Forgets slices that a page no longer has. @returns the tags of those that are still to be asked for */
export function missingDrafts({ draftSlices = [] }: Sliced, held: HeldDrafts): readonly string[] {
  const tags = draftSlices.map(({ tag }) => tag);
  for (const tag of held.keys()) if (!tags.includes(tag)) held.delete(tag);
  return tags.filter((tag) => !held.has(tag));
}

/** All of a page, once its slices are held. */
export const joinDrafts = ({ draftSlices = [], drafts }: Sliced, held: HeldDrafts): readonly Draft[] =>
  draftSlices.length === 0 ? drafts : [...drafts, ...draftSlices.flatMap(({ tag }) => held.get(tag) ?? [])];

/**
 * Our private changes of a table: those that come with its page at once, the others slice by slice, and later only the slices
 * that are not here. What is shown stays until all of what is new has come.
 */
export function createDraftSlices(given: () => Given) {
  let all = $state.raw<readonly Draft[]>([]);
  let complete = $state(false);
  const held: HeldDrafts = new Map();
  let of: TablePage | undefined;
  let come: Promise<void> = Promise.resolve();

  async function follow(page: TablePage): Promise<void> {
    const signal = begin();
    if (!complete) all = page.drafts;
    try {
      for (const tag of missingDrafts(page, held)) {
        const drafts = await given().ask(tag, signal);
        if (signal.aborted) return;
        held.set(tag, drafts);
      }
      all = joinDrafts(page, held);
      complete = true;
    } catch (error) {
      // Where the node is away, they are asked for with the next page.
      if (!signal.aborted && asProblem(error).status === 404) given().outdated();
    }
  }

  function take(page: TablePage): Promise<void> {
    if (page !== of) {
      of = page;
      come = follow(page);
    }
    return come;
  }

  const begin = keepUp(
    () => given().page,
    (page) => void take(page),
    () => {
      of = undefined;
      held.clear();
      all = [];
      complete = false;
    },
  );

  return {
    get all() {
      return all;
    },
    get complete() {
      return complete;
    },
    /** How many there are, whether they are here or not. */
    get count() {
      const { page } = given();
      if (complete || page === undefined) return all.length;
      return page.drafts.length + (page.draftSlices ?? []).reduce((sum, { count }) => sum + count, 0);
    },
    /** Puts what a change returned in place at once. */
    set(drafts: readonly Draft[]): void {
      all = drafts;
    },
    /** When those of the last page are here, or known not to come. */
    async settled(): Promise<void> {
      const { page } = given();
      if (page) await take(page);
    },
  };
}
