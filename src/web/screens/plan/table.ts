import type { Field, Kind } from '../../../core/kinds/declare.ts';
import { wordsIn } from '../../fields/prose.ts';
import { type FieldCell, type Line, mainField, openStates } from './lines.ts';

/** The table that a text makes: which columns, which rows, in which groups. */

export interface TableColumn {
  readonly id: string;
  readonly field: string;
  /** Set for each language of the main text. */
  readonly lang?: string | undefined;
  readonly declared: Field | undefined;
}

/** Fields that a kind shows in a row, in the declared order; what belongs to a few kinds only comes last. */
export function rowFields(kinds: readonly Kind[]): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const uses = new Map<string, number>();
  for (const kind of kinds) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.shown !== 'row') continue;
      uses.set(name, (uses.get(name) ?? 0) + 1);
      if (!fields.has(name)) fields.set(name, field);
    }
  }
  const common = [...fields].filter(([name]) => uses.get(name) === kinds.length);
  const special = [...fields].filter(([name]) => uses.get(name) !== kinds.length);
  return new Map([...common, ...special]);
}

/** The columns: the main text in each language, then what is chosen, else all that is common to the kinds. */
export function columnsOf(
  kinds: readonly Kind[],
  languages: readonly string[],
  chosen: readonly string[] | undefined,
  grouped: boolean,
): readonly TableColumn[] {
  const main = kinds.map(mainField).find(Boolean);
  const fields = rowFields(kinds);
  const columns: TableColumn[] = [];
  if (main) {
    for (const lang of languages)
      columns.push({ id: `${main}.${lang}`, field: main, lang, declared: fields.get(main) });
  }
  for (const [name, field] of fields) {
    if (name === main) continue;
    const common = kinds.every((kind) => kind.fields[name]?.shown === 'row');
    const wanted = chosen ? chosen.includes(name) : common && !(grouped && name === 'area');
    if (wanted) columns.push({ id: name, field: name, declared: field });
  }
  return columns;
}

export interface Filter {
  readonly words: string;
  readonly openOnly: boolean;
  readonly area: string;
}

/** Folds what people type and what stands in the table to the same letters: marks on Latin letters do not count. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-zđ])[\u0300-\u036f]+/g, '$1')
    .replaceAll('đ', 'd')
    .normalize('NFC');
}

/** All that a line says, folded, for the filter. */
export function wordsOf(line: Line, show: (cell: FieldCell) => string): string {
  const parts: string[] = [line.id];
  for (const cell of line.fields.values()) {
    if (cell.declared.type === 'prose') {
      for (const position of cell.positions) {
        if (typeof position.value !== 'object' || position.value === null) continue;
        for (const lang of Object.keys(position.value)) parts.push(wordsIn(position.value, lang));
      }
      parts.push(...Object.values(cell.info));
    } else parts.push(show(cell));
  }
  return foldText(parts.join(' '));
}

export function passes(line: Line, haystack: string, filter: Filter): boolean {
  if (filter.openOnly && line.open === 0 && line.unsent === 0) return false;
  if (filter.area && line.fields.get('area')?.value !== filter.area) return false;
  return foldText(filter.words)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

export interface TableRow {
  readonly id: string;
  readonly estimate: number;
  readonly heading: boolean;
  readonly data: { readonly line?: Line; readonly group: string; readonly count: number };
}

/** Lines under headings of their group, in the order in which groups first come. */
export function rowsOf(
  lines: readonly Line[],
  group: (line: Line) => string | undefined,
): readonly TableRow[] {
  const groups = new Map<string, Line[]>();
  let grouped = false;
  for (const line of lines) {
    const name = group(line);
    if (name !== undefined) grouped = true;
    const members = groups.get(name ?? '');
    if (members) members.push(line);
    else groups.set(name ?? '', [line]);
  }
  const rows: TableRow[] = [];
  for (const [name, members] of groups) {
    if (grouped) {
      rows.push({
        id: `group.${name}`,
        estimate: 40,
        heading: true,
        data: { group: name, count: members.length },
      });
    }
    for (const line of members) {
      rows.push({
        id: line.id,
        estimate: estimate(line),
        heading: false,
        data: { line, group: name, count: 0 },
      });
    }
  }
  return rows;
}

function estimate(line: Line): number {
  const main = line.fields.get(mainField(line.kind) ?? '');
  const longest =
    main && typeof main.value === 'object' && main.value !== null
      ? Math.max(...Object.values(main.value).map((text) => (typeof text === 'string' ? text.length : 0)), 0)
      : 0;
  const bracketed = [...line.fields.values()].some(
    (cell) => openStates.has(cell.state) && cell.state !== 'awaits',
  );
  return 40 + Math.floor(longest / 42) * 25 + (bracketed ? 62 : 0);
}
