import { untrack } from 'svelte';
import type { TablePage } from '../../../api/text-table.ts';
import type { Draft } from '../../../api/texts.ts';
import type { Json } from '../../../core/bytes/json.ts';
import { asProblem, call, type Problem } from '../../client.ts';
import { onReached } from '../../field/connection.svelte.ts';
import { useKinds } from '../../state/kinds.svelte.ts';
import { live } from '../../state/live.svelte.ts';
import { say } from '../../state/notices.svelte.ts';
import { problemWords } from '../../state/problem-words.ts';
import type { ProgrammeView } from '../../state/programme.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { t } from '../../state/words.svelte.ts';
import { createDraftSlices } from './draft-slices.svelte.ts';
import { changesBack, createHistory, stepBetween } from './history.ts';
import { layOver, type Setting, type Text } from './lines.ts';
import { createSlices } from './slices.svelte.ts';
import { asksBeforeClosing, keepUnsaved, takeUnsaved, type Unsaved } from './unsaved.ts';
import { tableQuery, type Which } from './which.ts';

export interface Edit {
  readonly item: string;
  readonly field: string;
  /** Null is empty; undefined with `withdraw` takes our statement back. */
  readonly value?: unknown;
  readonly withdraw?: true;
  readonly info?: Readonly<Record<string, string>>;
  /** Of the draft that was seen when the edit began; without it the one that is known when it is saved. */
  readonly version?: number | undefined;
}
/** The text and the draft that one works on. */
export interface Target {
  readonly params: { readonly programme: string; readonly text: string };
  readonly draft: Pick<Which, 'base'> & { readonly mode?: 'amendment' | 'correction' };
}
interface Pending {
  readonly edit: Edit;
  readonly to: Target;
  readonly failed?: Problem;
}
/** Two people of our side changed one cell: both values, to choose from. */
export interface Conflict {
  readonly item: string;
  readonly field: string;
  readonly yours: Pick<Draft, 'value' | 'withdraw' | 'accept' | 'info'>;
  readonly theirs: Draft | null;
}

/** Most changes that the node takes at once. */
const changesMax = 1_000;

const keyOf = (item: string, field: string): string => `${item} ${field}`;

/** One text under negotiation as our side works on it. Edits show at once and are saved one after the other. */
export function createPlan(programme: () => ProgrammeView, which: () => Which) {
  const kinds = useKinds();
  const params = () => ({ programme: programme().id, text: which().text });
  const named = ({ base, mode }: Pick<Which, 'base' | 'mode'>) =>
    base === undefined ? {} : { base, mode: mode ?? ('amendment' as const) };
  const query = () => tableQuery(which());
  const page = live('GET /api/programmes/{programme}/texts/{text}/table', () => ({
    params: params(),
    query: query(),
  }));
  const slices = createSlices(() => ({
    page: page.data,
    ask: async (tag, signal) => {
      const { lines } = await call(
        'GET /api/programmes/{programme}/texts/{text}/table/{tag}',
        { params: { ...params(), tag }, query: query() },
        signal,
      );
      return lines;
    },
    outdated: () => void page.reload(),
  }));
  const saved = createDraftSlices(() => ({
    page: page.data,
    ask: async (tag, signal) => {
      const { drafts } = await call(
        'GET /api/programmes/{programme}/texts/{text}/table/{tag}/drafts',
        { params: { ...params(), tag }, query: query() },
        signal,
      );
      return drafts;
    },
    outdated: () => void page.reload(),
  }));
  // Without one in the address the node chooses which draft is shown: what is written belongs to that one.
  const draftOf = () => named(page.data?.view.draft ?? which());
  /** What is being worked on, taken when one acts: what waits to be saved must not follow one to another text. */
  const target = (): Target => ({ params: params(), draft: draftOf() });
  let pending = $state.raw<ReadonlyMap<string, Pending>>(new Map());
  let conflicts = $state.raw<readonly Conflict[]>([]);
  let saving = $state(0);
  let chain: Promise<void> = Promise.resolve();
  const history = createHistory();

  // Each line is made for a setting: one that says the same stays the same, whatever else is new of the programme.
  const spoken = $derived(JSON.stringify(programme().languages));
  const parties = $derived(JSON.stringify(programme().it.parties.map((party) => party.code)));
  const ours = $derived(programme().ours.code);
  const setting = $derived.by(
    (): Setting => ({
      kinds: kinds.all,
      languages: JSON.parse(spoken) as readonly string[],
      parties: JSON.parse(parties) as readonly string[],
      ours,
    }),
  );
  const drafts = $derived.by((): readonly Draft[] => {
    if (pending.size === 0) return saved.all;
    const kept = saved.all.filter((draft) => !pending.has(keyOf(draft.item, draft.field)));
    const mine = [...pending.values()].map(
      ({ edit }): Draft => ({
        item: edit.item,
        field: edit.field,
        ...(edit.value === undefined ? {} : { value: edit.value as Json }),
        ...(edit.withdraw ? { withdraw: true } : {}),
        ...(edit.info ? { info: edit.info } : {}),
        version: 0,
        by: session.me?.account.name ?? '',
        at: '',
      }),
    );
    return [...kept, ...mine];
  });
  const text = $derived.by((): Text | undefined => {
    if (!page.data || kinds.all.size === 0) return undefined;
    const { head, parties, recorded, shows } = page.data;
    const { complete, lines } = slices;
    const shared = { head, lines, parties, complete };
    // What is in force is shown as it is signed, whatever is drafted or on record beside it.
    return layOver(shows === 'force' ? { ...shared, drafts: [] } : { ...shared, drafts, recorded }, setting);
  });

  /** Puts what is prepared of some fields now in the place of what was. */
  function take(now: readonly Draft[], of: readonly Pick<Draft, 'item' | 'field'>[] = now): void {
    if (!page.data) return;
    const touched = new Set(of.map(({ field, item }) => keyOf(item, field)));
    saved.set([...saved.all.filter(({ field, item }) => !touched.has(keyOf(item, field))), ...now]);
  }

  async function save(edits: readonly Edit[], to: Target): Promise<void> {
    saving += 1;
    // What is changed may have a version that has not come yet.
    if (!saved.complete) await saved.settled();
    // Taken now: word of the change may come by the event stream before the answer does.
    const before = saved.all;
    const versions = new Map(before.map((draft) => [keyOf(draft.item, draft.field), draft.version]));
    try {
      const { saved: now } = await call('PUT /api/programmes/{programme}/texts/{text}/drafts', {
        params: to.params,
        body: {
          ...to.draft,
          changes: edits.map((edit) => ({
            item: edit.item,
            field: edit.field,
            ...(edit.value === undefined ? {} : { value: edit.value as Json }),
            ...(edit.withdraw ? { withdraw: true as const } : {}),
            ...(edit.info ? { info: edit.info } : {}),
            version: edit.version ?? versions.get(keyOf(edit.item, edit.field)) ?? 0,
          })),
        },
      });
      take(now);
      history.did(stepBetween(edits, before, now));
      forget(edits);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 409 && Array.isArray(problem.body.current)) {
        conflicts = [...conflicts, ...(problem.body.current as unknown as Conflict[])];
        forget(edits);
        await page.reload();
      } else {
        const failed = new Map(pending);
        for (const edit of edits) failed.set(keyOf(edit.item, edit.field), { edit, to, failed: problem });
        pending = failed;
        if (hasLeft) keep();
      }
    } finally {
      saving -= 1;
    }
  }

  const isProse = ({ field, item }: { readonly item: string; readonly field: string }): boolean =>
    kinds.all.get(item.slice(0, item.indexOf('.')))?.fields[field]?.type === 'prose';

  /** Puts what was prepared before the last step back, or after it again. */
  async function turn(which: 'undo' | 'redo', to: Target): Promise<void> {
    const step = history.take(which);
    if (step === undefined) return;
    const before = saved.all;
    try {
      const { saved: now } = await call('PUT /api/programmes/{programme}/texts/{text}/drafts', {
        params: to.params,
        body: { ...to.draft, changes: [...changesBack(step, isProse)] },
      });
      if (!page.data) return;
      take(now, step);
      history.put(which, step, stepBetween(step, before, now));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 409) {
        say(t('grid.undoStale'), 'fault');
        await page.reload();
      } else say(problemWords(problem), 'fault');
    }
  }

  /** Drops what waited, unless it was changed again while it was being saved. */
  function forget(edits: readonly Edit[]): void {
    const rest = new Map(pending);
    for (const edit of edits) {
      const key = keyOf(edit.item, edit.field);
      if (rest.get(key)?.edit === edit) rest.delete(key);
    }
    pending = rest;
  }

  /** Shows changes at once and saves them; the promise ends when they are durable or have failed. */
  function change(edits: readonly Edit[], to = target()): Promise<void> {
    const next = new Map(pending);
    for (const edit of edits) next.set(keyOf(edit.item, edit.field), { edit, to });
    pending = next;
    for (let from = 0; from < edits.length; from += changesMax) {
      const part = edits.slice(from, from + changesMax);
      chain = chain.then(() => save(part, to));
    }
    return chain;
  }

  /** Those that failed, as they were made together. */
  const unsaved = (): readonly Unsaved[] =>
    [
      ...Map.groupBy(
        [...pending.values()].filter((one) => one.failed),
        ({ to }) => to,
      ),
    ].map(([to, all]) => ({
      to,
      edits: all.map(({ edit }) => edit),
    }));

  function retry(): Promise<void> {
    for (const { edits, to } of unsaved()) void change(edits, to);
    return chain;
  }

  const own = untrack(() => [session.me?.account.id, ...Object.values(params())].join(' '));
  let hasLeft = false;
  /** Keeps what failed for the next time that this text is opened, made on what was seen here. */
  function keep(): void {
    const versions = new Map(saved.all.map((draft) => [keyOf(draft.item, draft.field), draft.version]));
    const seen = (edit: Edit): Edit => ({
      ...edit,
      version: edit.version ?? versions.get(keyOf(edit.item, edit.field)) ?? 0,
    });
    keepUnsaved(
      own,
      unsaved().map(({ edits, to }) => ({ to, edits: edits.map(seen) })),
    );
  }
  $effect(() => {
    for (const { edits, to } of takeUnsaved(own)) void untrack(() => change(edits, to));
    const stop = onReached(() => void retry());
    return () => {
      stop();
      hasLeft = true;
      keep();
    };
  });
  const isUnsaved = $derived(saving > 0 || [...pending.values()].some((one) => one.failed));
  $effect(() => (isUnsaved ? asksBeforeClosing() : undefined));

  /** Does it when all that waits is saved; until it is done, the bar says that it is being saved. */
  function inTurn(work: (to: Target) => Promise<void>): Promise<void> {
    saving += 1;
    const to = target();
    const done = chain
      .then(() => work(to))
      .finally(() => {
        saving -= 1;
      });
    chain = done.catch(() => {});
    return done;
  }

  return {
    get page(): TablePage | undefined {
      return page.data;
    },
    get live() {
      return page;
    },
    /** For what waits for the lines that are not here yet. */
    rest: {
      get problem() {
        return slices.problem;
      },
      reload: () => page.reload(),
    },
    get text() {
      return text;
    },
    /** Every line is here, not only those of the first sight. */
    get complete() {
      return slices.complete && saved.complete;
    },
    get total() {
      return Math.max(page.data?.total ?? 0, text?.lines.length ?? 0);
    },
    get kinds() {
      return kinds.all;
    },
    get setting() {
      return setting;
    },
    get saving() {
      return saving > 0;
    },
    get failed() {
      return [...pending.values()].filter((one) => one.failed);
    },
    get conflicts() {
      return conflicts;
    },
    get unsent() {
      return saved.complete ? drafts.length : saved.count;
    },
    change,
    retry,
    /** Keeps the colleague's value, or saves ours over it. */
    async settle(conflict: Conflict, ours: boolean): Promise<void> {
      conflicts = conflicts.filter((one) => one !== conflict);
      if (!ours) return;
      const { info, value, withdraw } = conflict.yours;
      const edit = { item: conflict.item, field: conflict.field, version: conflict.theirs?.version ?? 0 };
      const words = info === undefined ? {} : { info };
      await change([withdraw ? { ...edit, withdraw } : { ...edit, ...words, value: value ?? null }]);
    },
    /** Takes what a party states, as far as it is seen now; what is being saved comes first. */
    accept(party: string, item?: string, field?: string): Promise<void> {
      const upTo = page.data?.heads.find((head) => head.party === party)?.seq;
      return inTurn(async (to) => {
        const before = saved.all;
        const { saved: now } = await call('POST /api/programmes/{programme}/texts/{text}/drafts/accept', {
          params: to.params,
          body: {
            ...to.draft,
            party,
            ...(item ? { item } : {}),
            ...(field ? { field } : {}),
            ...(upTo === undefined ? {} : { upTo }),
          },
        });
        take(now);
        history.did(stepBetween(now, before, now));
      });
    },
    /** Undoes the last step of this sitting, or does it again; what is being saved is waited for. */
    turn(which: 'undo' | 'redo'): Promise<void> {
      const to = target();
      chain = chain.then(() => turn(which, to));
      return chain;
    },
    /** Prepares what another text in force gives this one. @returns how many values */
    async fill(from: string): Promise<number> {
      const { prepared } = await call('POST /api/programmes/{programme}/texts/{text}/drafts/from', {
        params: params(),
        body: { ...draftOf(), from },
      });
      await page.reload();
      return prepared;
    },
    /** The same from a cell, where nothing waits for it: what fails is said. */
    async acceptHere(party: string, item: string, field?: string): Promise<void> {
      try {
        await this.accept(party, item, field);
      } catch (error) {
        say(problemWords(asProblem(error)), 'fault');
      }
    },
    undo(item?: string, field?: string): Promise<void> {
      return inTurn(async (to) => {
        const before = saved.all.filter(
          (draft) => (!item || draft.item === item) && (!field || draft.field === field),
        );
        await call('POST /api/programmes/{programme}/texts/{text}/drafts/undo', {
          params: to.params,
          body: { ...to.draft, ...(item ? { item } : {}), ...(field ? { field } : {}) },
        });
        await page.reload();
        await saved.settled();
        history.did(stepBetween(before, before, saved.all));
      });
    },
    params,
    draftOf,
  };
}
export type Plan = ReturnType<typeof createPlan>;
