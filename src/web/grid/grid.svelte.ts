import { tick, untrack } from 'svelte';
import { soon } from '../state/idle.ts';
import { type Cell, moveCursor } from './cursor.ts';
import { Heights } from './heights.ts';
import { Places } from './places.ts';
import { type Selection, selectionBetween } from './selection.ts';

export interface GridRow {
  readonly id: string;
  /** Guess of the height in px, until it is measured. */
  readonly estimate: number;
  /** A heading of a group: one cell over all columns, passed over by the keys. */
  readonly heading?: boolean;
}
export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** Of CSS grid: `minmax(12rem, 1fr)`. */
  readonly track: string;
  readonly lang?: string | undefined;
  /** Can be sorted by, and which way it is. */
  readonly sorts?: boolean;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

/** A cell that shows one text and nothing to press. */
export interface PlainCell {
  readonly text: string;
  readonly lang: string;
  /** A text of many words, set as such. */
  readonly prose: boolean;
}

interface Given<Row extends GridRow> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn[];
  readonly cursor: Cell | undefined;
  readonly editing: string | undefined;
  readonly reveal: string | undefined;
  /** The other corner of what is selected; none while it is one cell. */
  readonly anchor: Cell | undefined;
  readonly onmove: (cell: Cell, extend: boolean) => void;
  readonly onopen: (cell: Cell) => void;
  readonly onkey: ((event: KeyboardEvent, cell: Cell) => boolean) | undefined;
}

/** A virtual grid: only the rows in sight are in the page. It scrolls in its box, or with the page when the box does not. */
export function createGrid<Row extends GridRow>(given: () => Given<Row>) {
  const heights = new Heights();
  let version = $state(0);
  let first = $state(0);
  let last = $state(8);
  let box: HTMLElement | undefined;
  let body: HTMLElement | undefined;
  let visible = 600;
  /** Rows beyond what is seen: none until those that are seen have been painted. */
  let spare = 0;
  const waiting = new Map<string, number>();
  const places = new Places();

  $effect.pre(() => {
    heights.reset(given().rows);
    untrack(() => {
      version += 1;
      look();
    });
  });

  const observer =
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver((entries) => {
          for (const entry of entries) {
            const row = (entry.target as HTMLElement).dataset['row'];
            const height = entry.borderBoxSize[0]?.blockSize ?? 0;
            if (row && height > 0) waiting.set(row, height);
          }
          if (waiting.size === 0) return;
          const { from, scroller } = sight();
          const before = heights.stand;
          const shift = heights.measure(waiting, from);
          waiting.clear();
          if (heights.stand === before) return;
          version += 1;
          // What one reads stays where it is when rows above turn out taller.
          if (shift !== 0) scroller.scrollTop += shift;
          look();
        });

  function sight(): { from: number; to: number; scroller: Element } {
    const page = document.scrollingElement ?? document.documentElement;
    if (!box || !body) return { from: 0, to: visible, scroller: page };
    const own = getComputedStyle(box).overflowY === 'auto';
    const frame = own ? box.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    const top = body.getBoundingClientRect().top;
    visible = frame.bottom - frame.top;
    return { from: frame.top - top, to: frame.bottom - top, scroller: own ? box : page };
  }

  function look(): void {
    const { from, to } = sight();
    const [start, end] = heights.window(from, to, spare);
    if (start !== first) first = start;
    if (end !== last) last = end;
  }

  const shown = $derived.by(() => {
    const part = given().rows.slice(first, last);
    places.take(
      part.flatMap(({ heading, id }) => (heading ? [] : [id])),
      untrack(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']),
    );
    return part;
  });

  let asked = 0;
  const lookSoon = (): void => {
    if (asked) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      look();
    });
  };

  const current = $derived.by((): Cell | undefined => {
    const { rows, columns, cursor } = given();
    const row =
      cursor && rows.some((one) => one.id === cursor.row) ? cursor.row : rows.find((one) => !one.heading)?.id;
    if (row === undefined) return undefined;
    const column = columns.some((one) => one.id === cursor?.column) ? cursor?.column : columns[0]?.id;
    return column === undefined ? undefined : { row, column };
  });

  /** Brings a row into sight, and its cell under the keys. */
  async function show(cell: Cell, focus: boolean): Promise<void> {
    const index = given().rows.findIndex((row) => row.id === cell.row);
    if (index < 0) return;
    const { from, to, scroller } = sight();
    const head = (scroller === box && (box?.querySelector('.head')?.clientHeight ?? 0)) || 60;
    const top = heights.top(index);
    const bottom = top + heights.height(index);
    if (top < from + head) scroller.scrollTop -= from + head - top;
    else if (bottom > to) scroller.scrollTop += bottom - to;
    look();
    await tick();
    if (focus) find(cell)?.focus({ preventScroll: true });
  }

  let revealed: string | undefined;
  $effect(() => {
    const { reveal, rows } = given();
    if (reveal === revealed || (reveal !== undefined && !rows.some((row) => row.id === reveal))) return;
    revealed = reveal;
    // Once the box is there and has its size.
    if (reveal !== undefined) void tick().then(() => show({ row: reveal, column: '' }, false));
  });

  const find = (cell: Cell): HTMLElement | null | undefined =>
    box?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(cell.row)}"] > [data-column="${CSS.escape(cell.column)}"]`,
    );

  /** The cell that something stands in. */
  function cellAt(target: EventTarget | null): Cell | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const column = cell?.dataset['column'];
    const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return column === undefined || row === undefined ? undefined : { row, column };
  }

  const isControl = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('a, button, input, select, textarea') !== null;

  let extending = false;
  let drawing = false;
  const picked = $derived.by((): Selection | undefined => {
    const { anchor, columns, rows } = given();
    return anchor && current ? selectionBetween(anchor, current, { rows, columns }) : undefined;
  });

  function keydown(event: KeyboardEvent): void {
    const { rows, columns, editing, onmove, onopen, onkey } = given();
    if (editing !== undefined || event.defaultPrevented || !current) return;
    if (event.target instanceof HTMLElement && event.target.getAttribute('role') !== 'gridcell') return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      onopen(current);
      return;
    }
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    if (key.ctrl && event.key.toLowerCase() === 'a') {
      const all = rows.filter((row) => !row.heading);
      const [first, last] = [all[0], all.at(-1)];
      const [left, right] = [columns[0], columns.at(-1)];
      if (!first || !last || !left || !right) return;
      event.preventDefault();
      onmove({ row: first.id, column: left.id }, false);
      onmove({ row: last.id, column: right.id }, true);
      return;
    }
    const next = moveCursor(current, key, { rows, columns, page: Math.max(1, Math.floor(visible / 80)) });
    if (next) {
      event.preventDefault();
      onmove(next, event.shiftKey);
      extending = event.shiftKey;
      void show(next, true);
    } else if (onkey?.(event, current)) event.preventDefault();
  }

  return {
    get first() {
      return first;
    },
    get last() {
      return last;
    },
    /** The rows that are in the page. */
    get shown() {
      return shown;
    },
    /** Which element shows a row: one that is out of sight leaves its own to another. */
    keyOf: ({ heading, id }: GridRow): string | number => (heading ? id : places.of(id)),
    get total() {
      void version;
      return heights.total;
    },
    get current() {
      return current;
    },
    top(index: number): number {
      void version;
      return heights.top(index);
    },
    show,
    keydown,
    focused(event: FocusEvent): void {
      const cell = cellAt(event.target);
      // What stands in a cell may be focused without the keys having come to it.
      if (!cell || event.target !== find(cell)) return;
      const { cursor, onmove } = given();
      // The keys have moved there themselves.
      if (cursor?.row !== cell.row || cursor.column !== cell.column) onmove(cell, extending);
      extending = false;
    },
    /** A press begins a selection, or with Shift ends it; the pointer draws it on. */
    pressed(event: PointerEvent): void {
      const cell = cellAt(event.target);
      extending = event.shiftKey;
      if (!cell || event.button !== 0) return;
      if (event.shiftKey) {
        event.preventDefault();
        given().onmove(cell, true);
        find(cell)?.focus({ preventScroll: true });
      } else drawing = event.pointerType === 'mouse' && !isControl(event.target);
    },
    drawn(event: PointerEvent): void {
      if (!drawing || (event.buttons & 1) === 0) {
        drawing = false;
        return;
      }
      const cell = cellAt(event.target);
      const { cursor, onmove } = given();
      if (!cell || (cell.row === cursor?.row && cell.column === cursor.column)) return;
      getSelection()?.removeAllRanges();
      onmove(cell, true);
      extending = true;
      find(cell)?.focus({ preventScroll: true });
    },
    get picked(): Selection | undefined {
      return picked;
    },
    pressedTwice(event: MouseEvent): void {
      const cell = cellAt(event.target);
      if (cell) given().onopen(cell);
    },
    attach(node: HTMLElement) {
      box = node;
      const resized = new ResizeObserver(lookSoon);
      resized.observe(node);
      document.addEventListener('scroll', lookSoon, { capture: true, passive: true });
      return () => {
        resized.disconnect();
        document.removeEventListener('scroll', lookSoon, { capture: true });
        cancelAnimationFrame(asked);
        asked = 0;
      };
    },
    attachBody(node: HTMLElement) {
      body = node;
      untrack(look);
      let gone = false;
      soon(() => {
        if (gone) return;
        spare = 4;
        lookSoon();
      });
      return () => {
        gone = true;
      };
    },
    /** What shows a row from now on is measured anew, whatever it showed before. */
    measure: (_: string) => (node: HTMLElement) => {
      observer?.observe(node);
      return () => observer?.unobserve(node);
    },
  };
}
