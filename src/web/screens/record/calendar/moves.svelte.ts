import type { Draft } from '../../../../api/texts.ts';
import type { Json } from '../../../../core/bytes/json.ts';
import { asProblem, call } from '../../../client.ts';
import { onEvent } from '../../../state/events.svelte.ts';
import { say } from '../../../state/notices.svelte.ts';
import { problemWords } from '../../../state/problem-words.ts';
import { t } from '../../../state/words.svelte.ts';
import { type HeldDrafts, joinDrafts, missingDrafts } from '../../plan/draft-slices.svelte.ts';
import { changesBack, createHistory, stepBetween } from '../../plan/history.ts';
import type { Ends } from './shift.ts';

interface Page {
  readonly draft: {
    readonly base?: string | undefined;
    readonly mode?: 'amendment' | 'correction' | undefined;
  };
  readonly drafts: readonly Draft[];
  readonly closed: boolean;
}

/**
 * Periods of lines under negotiation that are moved in the calendar: private drafts like an edit in a cell, saved one after
 * the other, each step undone on the version it left. Call while a component starts.
 */
export function createMoves(given: () => { readonly programme: string; readonly texts: readonly string[] }) {
  let pages = $state.raw<ReadonlyMap<string, Page>>(new Map());
  let pending = $state.raw<ReadonlyMap<string, Ends>>(new Map());
  let undoable = $state(0);
  const history = createHistory();
  const heldOf = new Map<string, HeldDrafts>();
  const textOf = new Map<string, string>();
  let chain: Promise<void> = Promise.resolve();

  async function load(text: string): Promise<void> {
    try {
      const params = { programme: given().programme, text };
      const query = { shows: 'draft' } as const;
      const page = await call('GET /api/programmes/{programme}/texts/{text}/table', { params, query });
      const held = heldOf.get(text) ?? new Map<string, readonly Draft[]>();
      heldOf.set(text, held);
      for (const tag of missingDrafts(page, held)) {
        const slice = { params: { ...params, tag }, query };
        const { drafts } = await call(
          'GET /api/programmes/{programme}/texts/{text}/table/{tag}/drafts',
          slice,
        );
        held.set(tag, drafts);
      }
      const { view } = page;
      const drafts = joinDrafts(page, held);
      pages = new Map(pages).set(text, { draft: view.draft, drafts, closed: view.closed });
    } catch {
      // Without it nothing of this text can be moved; what it says is shown.
    }
  }
  $effect(() => {
    for (const text of given().texts) void load(text);
  });
  $effect(() =>
    onEvent((name) => {
      if (name === 'workspace' || name === 'register') for (const text of given().texts) void load(text);
    }),
  );

  const draftIn = (text: string, item: string): Draft | undefined =>
    pages.get(text)?.drafts.find((draft) => draft.item === item && draft.field === 'period');
  function take(text: string, item: string, saved: readonly Draft[]): void {
    const page = pages.get(text);
    if (!page) return;
    const rest = page.drafts.filter((draft) => draft.item !== item || draft.field !== 'period');
    pages = new Map(pages).set(text, { ...page, drafts: [...rest, ...saved] });
  }
  const whichDraft = ({ base, mode }: Page['draft']) =>
    base === undefined ? {} : { base, mode: mode ?? ('amendment' as const) };

  async function save(text: string, item: string): Promise<void> {
    const value = pending.get(item);
    const page = pages.get(text);
    // A later step of the same bar was saved with this one.
    if (value === undefined || page === undefined) return;
    const before = draftIn(text, item);
    try {
      const { saved } = await call('PUT /api/programmes/{programme}/texts/{text}/drafts', {
        params: { programme: given().programme, text },
        body: {
          ...whichDraft(page.draft),
          changes: [
            { item, field: 'period', value: value as unknown as Json, version: before?.version ?? 0 },
          ],
        },
      });
      take(text, item, saved);
      history.did(stepBetween(saved, before ? [before] : [], saved));
      undoable += 1;
    } catch (error) {
      await failed(text, error);
    }
    if (pending.get(item) === value) forget(item);
  }
  function forget(item: string): void {
    const rest = new Map(pending);
    rest.delete(item);
    pending = rest;
  }
  async function failed(text: string, error: unknown): Promise<void> {
    const problem = asProblem(error);
    say(problem.status === 409 ? t('grid.undoStale') : problemWords(problem), 'fault');
    await load(text);
  }

  async function undo(): Promise<void> {
    const step = history.take('undo');
    const item = step?.[0]?.item ?? '';
    const text = textOf.get(item);
    const page = text === undefined ? undefined : pages.get(text);
    if (step === undefined || text === undefined || page === undefined) return;
    const before = draftIn(text, item);
    undoable -= 1;
    try {
      const { saved } = await call('PUT /api/programmes/{programme}/texts/{text}/drafts', {
        params: { programme: given().programme, text },
        body: { ...whichDraft(page.draft), changes: [...changesBack(step, () => false)] },
      });
      take(text, item, saved);
      history.put('undo', step, stepBetween(step, before ? [before] : [], saved));
    } catch (error) {
      await failed(text, error);
    }
  }

  return {
    get undoable() {
      return undoable;
    },
    /** Whether lines of a text can be moved: it is open, and its drafts are here. */
    isOpen: (text: string | undefined): boolean => text !== undefined && pages.get(text)?.closed === false,
    /** Where our unsent change puts a line. */
    endsOf(text: string | undefined, item: string): Ends | undefined {
      const waiting = pending.get(item);
      if (waiting) return waiting;
      const value =
        text === undefined ? undefined : (draftIn(text, item)?.value as Partial<Ends> | null | undefined);
      const from = value?.from ?? value?.to;
      return from === undefined ? undefined : { from, ...(value?.to === undefined ? {} : { to: value.to }) };
    },
    /** Shows it at once; ends when it is durable or has failed, with whether it stands. */
    async move(text: string, item: string, ends: Ends): Promise<boolean> {
      textOf.set(item, text);
      pending = new Map(pending).set(item, ends);
      chain = chain.then(() => save(text, item));
      await chain;
      const value = draftIn(text, item)?.value as Partial<Ends> | null | undefined;
      return value?.from === ends.from && value.to === ends.to;
    },
    undo(): Promise<void> {
      chain = chain.then(undo);
      return chain;
    },
  };
}
export type Moves = ReturnType<typeof createMoves>;
