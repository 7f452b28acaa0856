import type { Json, JsonObject } from '../../../core/bytes/json.ts';
import type { Fields, Label } from '../../../core/kinds/declare.ts';
import type { Input } from '../../client.ts';
import { type Live, live } from '../../state/live.svelte.ts';
import { programmeContext } from '../../state/programme.svelte.ts';
import { learnNames } from './names.svelte.ts';

/** One line of an answer: `subject` is what a click opens, the rest is as the columns declare. */
export type Row = Readonly<Record<string, Json | undefined>>;

/** A question of the register with its answer: heading, options, columns and rows, as `core/register/ask` declares them. */
export interface Asked<Of = Row> {
  readonly question: string;
  readonly label: Label;
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
  $effect(() => {
    if (asked.data) learnNames(asked.data.rows);
  });
  return asked;
}
