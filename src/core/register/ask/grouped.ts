import { followed } from '../register.ts';
import type { Asking } from './asking.ts';

/* What is made of a long list stands where the list does: after a write only rows that came or went are looked at. */

/** Rows under each of their keys, in the order of the list. */
export type Groups<Row> = ReadonlyMap<string, readonly Row[]>;

type KeysOf<Row> = (row: Row) => readonly string[];

/** Rows that may come and go before all are looked at again. */
const changedMax = 32;

/**
 * The rows of a list by what they are. A group is the same list as long as none of its rows came or went.
 *
 * @param name of the groups; always of the same list, with the same keys
 * @param keysOf depends on the row alone
 */
export const groupedRows = <Row extends object>(
  { register, sight }: Asking,
  name: string,
  rows: readonly Row[],
  keysOf: KeysOf<Row>,
): Groups<Row> =>
  followed<{ rows: readonly Row[]; groups: Groups<Row> }>(register, `groups ${name} ${sight}`, (before) => {
    if (before?.rows === rows) return before;
    const changes = before && changesBetween(before.rows, rows);
    const groups = changes ? regrouped(before, rows, changes, keysOf) : groupsOf(rows, keysOf);
    return { rows, groups };
  }).groups;

/** The same of a list that is not kept. */
export function groupsOf<Row>(rows: readonly Row[], keysOf: KeysOf<Row>): Groups<Row> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** Places, ascending: of what went in the list before, of what came in the list that is now. */
interface Changes {
  readonly gone: readonly number[];
  readonly come: readonly number[];
}

/** How a list became another that holds mostly the same rows in the same order; undefined where too much changed. */
export function changesBetween(before: readonly unknown[], now: readonly unknown[]): Changes | undefined {
  const gone: number[] = [];
  const come: number[] = [];
  let [from, to] = [0, 0];
  for (;;) {
    const alike = alikeFrom(before, now, from, to);
    from += alike;
    to += alike;
    if (from === before.length && to === now.length) return { gone, come };
    const step = stepFrom(before, now, from, to);
    if (step === undefined) return undefined;
    for (const end = from + step.gone; from < end; from += 1) gone.push(from);
    for (const end = to + step.come; to < end; to += 1) come.push(to);
    if (gone.length + come.length > changedMax) return undefined;
  }
}

/** How many rows from there on are the same. */
function alikeFrom(before: readonly unknown[], now: readonly unknown[], from: number, to: number): number {
  const most = Math.min(before.length - from, now.length - to);
  let count = 0;
  while (count < most && before[from + count] === now[to + count]) count += 1;
  return count;
}

/** The fewest rows that went and came until both lists go on alike. */
function stepFrom(
  before: readonly unknown[],
  now: readonly unknown[],
  from: number,
  to: number,
): { readonly gone: number; readonly come: number } | undefined {
  for (let sum = 1; sum <= changedMax; sum += 1) {
    for (let gone = 0; gone <= sum; gone += 1) {
      const [left, right] = [from + gone, to + sum - gone];
      if (left > before.length || right > now.length) continue;
      const isEnd = left === before.length && right === now.length;
      if (isEnd || (left < before.length && right < now.length && before[left] === now[right]))
        return { gone, come: sum - gone };
    }
  }
  return undefined;
}

function regrouped<Row>(
  before: { readonly rows: readonly Row[]; readonly groups: Groups<Row> },
  rows: readonly Row[],
  { come, gone }: Changes,
  keysOf: KeysOf<Row>,
): Groups<Row> {
  const groups = new Map(before.groups);
  const fresh = new Map<string, Row[]>();
  const groupOf = (key: string): Row[] => {
    const group = fresh.get(key) ?? [...(groups.get(key) ?? [])];
    fresh.set(key, group);
    return group;
  };
  for (const at of gone)
    for (const key of keysOf(before.rows[at] as Row)) {
      const group = groupOf(key);
      group.splice(group.indexOf(before.rows[at] as Row), 1);
    }
  for (const at of come)
    for (const key of keysOf(rows[at] as Row)) {
      const group = groupOf(key);
      group.splice(placeIn(group, rows, at), 0, rows[at] as Row);
    }
  for (const [key, group] of fresh)
    if (group.length === 0) groups.delete(key);
    else groups.set(key, group);
  return groups;
}

/** Where a row belongs among those of its group, which stand in the order of the list. */
function placeIn<Row>(group: readonly Row[], rows: readonly Row[], at: number): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.includes(group[middle] as Row, at + 1)) high = middle;
    else low = middle + 1;
  }
  return low;
}
