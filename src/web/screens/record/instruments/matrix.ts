import type { Row } from '../ask.svelte.ts';

const notAreas = new Set(['instrumentTitle', 'number', 'wording']);

/** What carries a provision out, by area. An area without anything is absent. */
export function cellsOf(row: Row, columns: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, readonly string[]>();
  for (const column of columns) {
    const value = notAreas.has(column) ? undefined : row[column];
    if (!Array.isArray(value)) continue;
    const carriers = (value as readonly unknown[]).filter((one): one is string => typeof one === 'string');
    if (carriers.length > 0) cells.set(column, carriers);
  }
  return cells;
}

/** The areas to show: those in which something is carried out, and those that a provision is of. */
export function usedAreas(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  const used = new Set(
    rows.flatMap((row) => [
      ...cellsOf(row, columns).keys(),
      ...(typeof row['area'] === 'string' ? [row['area']] : []),
    ]),
  );
  return columns.filter((column) => used.has(column) && !notAreas.has(column));
}
