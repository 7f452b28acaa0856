import type { Change, Draft } from '../../../api/texts.ts';
import type { Json, JsonObject } from '../../../core/bytes/json.ts';

/*
 * What can be undone of the work on a text: each step holds what was prepared before and after it. To undo is an edit like
 * another, on the version that the step left: what a colleague has changed since is never overwritten.
 */

/** What was prepared of a field; undefined for nothing. */
export type Prepared = Draft | undefined;
export interface Turn {
  readonly item: string;
  readonly field: string;
  readonly before: Prepared;
  readonly after: Prepared;
}
export type Step = readonly Turn[];

const keyOf = ({ field, item }: Pick<Turn, 'item' | 'field'>): string => `${item} ${field}`;

/** The step between two states of what is prepared, of the fields that were touched and differ. */
export function stepBetween(
  touched: readonly Pick<Turn, 'item' | 'field'>[],
  before: readonly Draft[],
  after: readonly Draft[],
): Step {
  const was = new Map(before.map((draft) => [keyOf(draft), draft]));
  const is = new Map(after.map((draft) => [keyOf(draft), draft]));
  return [...new Map(touched.map((one) => [keyOf(one), one]))].flatMap(([key, { field, item }]) => {
    const [from, to] = [was.get(key), is.get(key)];
    return from?.version === to?.version ? [] : [{ item, field, before: from, after: to }];
  });
}

/** The changes that lead back to what was before a step. */
export function changesBack(step: Step, isProse: (turn: Turn) => boolean): readonly Change[] {
  return step.map((turn): Change => {
    const { after, before, field, item } = turn;
    const version = after?.version ?? 0;
    if (before === undefined) return { item, field, drop: true, version };
    const info = before.info === undefined ? {} : { info: before.info };
    if (before.withdraw) return { item, field, withdraw: true, version };
    if (before.accept) return { item, field, accept: before.accept, ...info, version };
    if (before.value === undefined) return { item, field, ...info, version };
    return { item, field, value: isProse(turn) ? confirmed(before.value) : before.value, ...info, version };
  });
}

/** A text that left nothing to confirm says so, or the node would find what changes back to be confirmed. */
const confirmed = (value: Json): Json =>
  isObject(value) && !('stale' in value) ? { ...value, stale: [] } : value;
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const markOf = ({ at, version }: Draft): string => `${version} ${at}`;

/** Most changes that the node takes at once. */
const changesMax = 1_000;

/** Steps done and undone, the last `max` of them. */
export function createHistory(max = 200) {
  let done: readonly Step[] = [];
  let undone: readonly Step[] = [];
  return {
    /** Something new was done: what was undone before cannot be done again. */
    did(step: Step): void {
      if (step.length === 0) return;
      const parts: Step[] = [];
      for (let from = 0; from < step.length; from += changesMax)
        parts.push(step.slice(from, from + changesMax));
      done = [...done, ...parts].slice(-max);
      undone = [];
    },
    /** The step to undo or do again next; `put` says what came of it. */
    take(which: 'undo' | 'redo'): Step | undefined {
      const from = which === 'undo' ? done : undone;
      const step = from.at(-1);
      if (which === 'undo') done = done.slice(0, -1);
      else undone = undone.slice(0, -1);
      return step;
    },
    /** `turned`: what the step has come to, once undone or done again. */
    put(which: 'undo' | 'redo', step: Step, turned: Step): void {
      const now = new Map(turned.map((turn) => [keyOf(turn), turn.after]));
      // What stands there again has a new version: the other steps that left it lead back from that one.
      const renewed = new Map<string, Prepared>(
        step.flatMap((turn) =>
          turn.before ? [[`${keyOf(turn)} ${markOf(turn.before)}`, now.get(keyOf(turn))] as const] : [],
        ),
      );
      const renew = (one: Step): Step =>
        one.map((turn) => {
          const key = turn.after ? `${keyOf(turn)} ${markOf(turn.after)}` : '';
          return renewed.has(key) ? { ...turn, after: renewed.get(key) } : turn;
        });
      done = done.map(renew);
      undone = undone.map(renew);
      if (which === 'undo') undone = [...undone, turned];
      else done = [...done, turned];
    },
  };
}
