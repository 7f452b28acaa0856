import { wordsIn } from '../../fields/prose.ts';
import { withText } from './block.ts';
import type { Line } from './lines.ts';
import { placeBetween } from './place.ts';
import type { Edit } from './plan-store.svelte.ts';
import type { Pasting } from './work.svelte.ts';

/** A row of the clipboard and the line that it is for; without a line it makes a new one. */
export interface RowToPaste {
  readonly kind: string;
  readonly line: Line | undefined;
  readonly cells: readonly string[];
}
export type PastedCell = { readonly value: unknown } | { readonly fault: string };
export type PastedRow = readonly PastedCell[];

/** One row of the clipboard for each line from the first on; what goes beyond the last makes new lines of that kind. */
export function rowsToPaste({ columns, lines, rows }: Pasting, kind: string): readonly RowToPaste[] {
  return rows.map((cells, at) => {
    const line = lines[at];
    return { kind: line?.kind?.kind ?? kind, line, cells: cells.slice(0, columns.length) };
  });
}

/** The private changes that a block comes to: the cells that can be taken and say something else than what stands. */
export function editsOfPaste(
  rows: readonly RowToPaste[],
  columns: readonly { readonly field: string; readonly lang: string | undefined }[],
  read: readonly PastedRow[],
  lastPlace: string,
  newId: () => string = randomId,
): readonly Edit[] {
  const edits: Edit[] = [];
  let place = lastPlace;
  for (const [at, { kind, line }] of rows.entries()) {
    const values = valuesOf(line, columns, read[at] ?? []);
    if (values.size === 0) continue;
    const item = line?.id ?? `${kind}.${newId()}`;
    if (line === undefined) {
      place = placeBetween(place, '');
      edits.push({ item, field: 'in', value: true }, { item, field: 'place', value: place });
    }
    for (const [field, value] of values) edits.push({ item, field, value });
  }
  return edits;
}

function valuesOf(
  line: Line | undefined,
  columns: readonly { readonly field: string; readonly lang: string | undefined }[],
  cells: PastedRow,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [index, { field, lang }] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || 'fault' in cell) continue;
    const stands = line?.fields.get(field)?.value;
    const isSame =
      lang === undefined
        ? JSON.stringify(stands ?? null) === JSON.stringify(cell.value ?? null)
        : wordsIn(stands, lang) === cell.value;
    if (isSame) continue;
    values.set(field, withText(values.get(field) ?? stands, lang, cell.value));
  }
  return values;
}

const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('')
    .slice(0, 10);
