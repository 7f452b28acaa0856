import { untrack } from 'svelte';
import type { Json, JsonObject } from '../../../core/bytes/json.ts';
import type { Fields, Label } from '../../../core/kinds/declare.ts';
import { call, type Input } from '../../client.ts';
import { type Live, live } from '../../state/live.svelte.ts';
import { programmeContext } from '../../state/programme.svelte.ts';
import { learnNames } from './names.svelte.ts';

/** One line of an answer: `subject` is what a click opens, the rest is as the columns declare. */
export type Row = Readonly<Record<string, Json | undefined>>;

/** A question of the register with its answer: heading, options, columns and rows, as `core/register/ask` declares them. */
export interface Asked<Of = Row> {
  readonly question: string;
  readonly label: Label;
  /** Full date for which it was answered. */
  readonly day: string;
  readonly options: Fields;
  readonly columns: Fields;
  readonly rows: readonly Of[];
  /** How many rows there are in all, where only some were asked for. */
  readonly total: number;
  readonly about?: JsonObject;
}
/** What a question may be told; each takes some of these. */
export type AskOptions = NonNullable<Input<typeof name>['query']>;

const name = 'GET /api/programmes/{programme}/ask/{question}';

/** Asks while a screen looks on, again whenever the register changes. Call while a component starts. */
export function ask<Of = Row>(
  question: () => string | undefined,
  options: () => AskOptions = () => ({}),
): Live<Asked<Of>> {
  const programme = programmeContext();
  const asked = live(name, () => {
    const one = question();
    return one === undefined
      ? undefined
      : { params: { programme: programme().id, question: one }, query: options() };
  }, ['register']) as unknown as Live<Asked<Of>>;
  let whole = $state.raw<Asked<Of>>();
  let running: AbortController | undefined;
  $effect(() => {
    const { data } = asked;
    untrack(() => void follow(data));
  });
  $effect(() => () => running?.abort());

  /** A list that is longer than one answer: the rest comes behind it, and stands when all of it is here. */
  async function follow(first: Asked<Of> | undefined): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    if (first) learnNames(first.rows);
    const given = options();
    if (!first || given.limit !== undefined || first.rows.length >= first.total) {
      whole = first;
      return;
    }
    // What is shown of an earlier state of the same list stays until then.
    if (whole?.question !== first.question) whole = first;
    const rows = [...first.rows];
    const params = { programme: programme().id, question: first.question };
    try {
      while (rows.length < first.total) {
        const query = { ...given, from: String(rows.length), limit: '10000' };
        const next = (await call(name, { params, query }, mine.signal)) as unknown as Asked<Of>;
        if (running !== mine || next.rows.length === 0) return;
        learnNames(next.rows);
        rows.push(...next.rows);
      }
      whole = { ...first, rows };
    } catch {
      // What came first stands; the next change of the register asks again.
    }
  }

  return {
    get data() {
      return whole;
    },
    get problem() {
      return asked.problem;
    },
    reload: () => asked.reload(),
    set: (data) => asked.set(data),
  };
}
