import type { Cell, Field } from './cursor.ts';

/** A block of cells, by the ids of its rows and columns in the order of the table. Headings of groups are no part of it. */
export interface Selection {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** The block between two cells; the cell itself when there is no other. */
export function selectionBetween(
  anchor: Cell | undefined,
  cursor: Cell,
  { columns, rows }: Pick<Field, 'rows' | 'columns'>,
): Selection {
  const from = anchor && rows.some(({ id }) => id === anchor.row) ? anchor : cursor;
  return {
    rows: between(rows, from.row, cursor.row)
      .filter(({ heading }) => !heading)
      .map(({ id }) => id),
    columns: between(columns, from.column, cursor.column).map(({ id }) => id),
  };
}

function between<One extends { readonly id: string }>(
  all: readonly One[],
  one: string,
  other: string,
): readonly One[] {
  const [a, b] = [all.findIndex(({ id }) => id === one), all.findIndex(({ id }) => id === other)];
  if (a < 0 || b < 0) return all.filter(({ id }) => id === other);
  return all.slice(Math.min(a, b), Math.max(a, b) + 1);
}
