import type { Cell } from '../../grid/cursor.ts';
import { type Selection, selectionBetween } from '../../grid/selection.ts';
import { columnOf, fillDown, parseTsv, textOfCell, toTsv } from './block.ts';
import type { Line } from './lines.ts';
import type { Plan } from './plan-store.svelte.ts';
import type { Table } from './table.svelte.ts';

interface Given {
  readonly plan: Plan;
  readonly table: Table;
  readonly lines: readonly Line[];
  readonly canEdit: boolean;
}

/** A block to be pasted, and where it begins. */
export interface Pasting {
  readonly rows: readonly (readonly string[])[];
  /** Lines from the first one on, as the table shows them. */
  readonly lines: readonly Line[];
  /** Columns from the first one on, the number left out. */
  readonly columns: readonly string[];
}

/** What is selected in a table, and what is done with it. */
export function createWork(given: () => Given) {
  let cursor = $state.raw<Cell>();
  let anchor = $state.raw<Cell>();
  let ticked = $state.raw<ReadonlySet<string>>(new Set());
  let pasting = $state.raw<Pasting>();

  const block = $derived.by((): Selection | undefined => {
    const { rows, columns } = given().table;
    return cursor && selectionBetween(anchor, cursor, { rows, columns });
  });
  const byId = $derived(new Map(given().lines.map((line) => [line.id, line])));
  const linesOf = (ids: Iterable<string>): readonly Line[] => [...ids].flatMap((id) => byId.get(id) ?? []);
  /** Those ticked, else those of a block of several. */
  const selected = $derived.by((): readonly Line[] => {
    if (ticked.size > 0) return linesOf(ticked);
    return block && block.rows.length > 1 ? linesOf(block.rows) : [];
  });

  function copy(event: ClipboardEvent): void {
    // What is marked in a text, or stands in a field, is copied as anywhere.
    const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (!block || inField || (getSelection()?.toString() ?? '') !== '') return;
    const { table } = given();
    const rows = linesOf(block.rows).map((line) =>
      block.columns.map((column) => {
        const { field, lang } = columnOf(column);
        if (field === 'number') return String(line.number ?? '');
        const cell = line.fields.get(field);
        return cell ? textOfCell(cell, lang, { names: table.nameOf }) : '';
      }),
    );
    event.preventDefault();
    event.clipboardData?.setData('text/plain', toTsv(rows));
  }

  function paste(event: ClipboardEvent): void {
    const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (inField || !given().canEdit || !given().plan.complete || !block) return;
    const rows = parseTsv(event.clipboardData?.getData('text/plain') ?? '');
    if (rows.length === 0) return;
    event.preventDefault();
    const { table } = given();
    const shown = table.rows.flatMap(({ data }) => data.line ?? []);
    const at = shown.findIndex((line) => line.id === block.rows[0]);
    const columns = table.columns.map(({ id }) => id);
    const from = columns.indexOf(block.columns[0] ?? '');
    // A block that begins at the number begins with the first column that can be written.
    pasting = { rows, lines: shown.slice(Math.max(0, at)), columns: columns.slice(Math.max(1, from)) };
  }

  function fill(): void {
    if (!block || block.rows.length < 2) return;
    const edits = fillDown(linesOf(block.rows), block.columns);
    if (edits.length > 0) void given().plan.change(edits);
  }

  return {
    get cursor() {
      return cursor;
    },
    get anchor() {
      return anchor;
    },
    get selected() {
      return selected;
    },
    get ticked() {
      return ticked;
    },
    get pasting() {
      return pasting;
    },
    copy,
    paste,
    move(cell: Cell, extend: boolean): void {
      if (extend) anchor ??= cursor ?? cell;
      else anchor = undefined;
      cursor = cell;
    },
    tick(row: string, on: boolean): void {
      const next = new Set(ticked);
      if (on) next.add(row);
      else next.delete(row);
      ticked = next;
    },
    clear(): void {
      anchor = undefined;
      ticked = new Set();
    },
    endPasting(): void {
      pasting = undefined;
    },
    /** Keys of a spreadsheet; true when it was one. */
    key(event: KeyboardEvent): boolean {
      if (event.key === 'Escape' && (anchor || ticked.size > 0)) {
        anchor = undefined;
        ticked = new Set();
        return true;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !given().canEdit) return false;
      const key = event.key.toLowerCase();
      if (key === 'd') fill();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) void given().plan.turn('redo');
      else if (key === 'z') void given().plan.turn('undo');
      else return false;
      return true;
    },
  };
}
export type Work = ReturnType<typeof createWork>;
