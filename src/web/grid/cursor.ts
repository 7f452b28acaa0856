/** Where the keys of a spreadsheet lead. */
export interface Cell {
  readonly row: string;
  readonly column: string;
}

export interface Field {
  readonly rows: readonly { readonly id: string; readonly heading?: boolean }[];
  readonly columns: readonly { readonly id: string }[];
  /** Rows that a page holds. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** The cell that a key leads to from another, or nothing if it is no key to move by. */
export function moveCursor(from: Cell | undefined, key: Key, field: Field): Cell | undefined {
  const { rows, columns } = field;
  if (rows.length === 0 || columns.length === 0) return undefined;
  const row = Math.max(0, from ? rows.findIndex((one) => one.id === from.row) : 0);
  const column = Math.max(0, from ? columns.findIndex((one) => one.id === from.column) : 0);
  const cell = (r: number, c: number): Cell => ({ row: rows[r]?.id ?? '', column: columns[c]?.id ?? '' });
  const lastColumn = columns.length - 1;
  switch (key.key) {
    case 'ArrowDown':
      return cell(stepTo(rows, row, key.ctrl ? rows.length : 1), column);
    case 'ArrowUp':
      return cell(stepTo(rows, row, key.ctrl ? -rows.length : -1), column);
    case 'PageDown':
      return cell(stepTo(rows, row, field.page), column);
    case 'PageUp':
      return cell(stepTo(rows, row, -field.page), column);
    case 'ArrowRight':
      return cell(row, Math.min(lastColumn, column + 1));
    case 'ArrowLeft':
      return cell(row, Math.max(0, column - 1));
    case 'Home':
      return cell(key.ctrl ? stepTo(rows, row, -rows.length) : row, 0);
    case 'End':
      return cell(key.ctrl ? stepTo(rows, row, rows.length) : row, lastColumn);
    default:
      return undefined;
  }
}

/** The row so far away that is not a heading, or the last one on the way. */
function stepTo(rows: Field['rows'], from: number, by: number): number {
  const direction = by < 0 ? -1 : 1;
  const target = Math.min(rows.length - 1, Math.max(0, from + by));
  for (let index = target; index >= 0 && index < rows.length; index += direction) {
    if (!rows[index]?.heading) return index;
  }
  for (let index = target; index !== from; index -= direction) {
    if (!rows[index]?.heading) return index;
  }
  return from;
}
