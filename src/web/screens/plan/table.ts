import type { Field, Kind } from '../../../core/kinds/declare.ts';
import { type Line, mainField } from './lines.ts';

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

/** What the people of a role look for first, where nobody chose: fields that the kinds do not have are left out. */
export function columnsOfRole(roles: readonly string[]): readonly string[] | undefined {
  // Whoever drafts or keeps the archive sees all.
  if (roles.length === 0 || roles.includes('desk') || roles.includes('auditor')) return undefined;
  if (roles.includes('implementer')) return ['period', 'venue', 'host'];
  if (roles.includes('leader') || roles.includes('signatory')) return ['period', 'host', 'level'];
  return undefined;
}

/** In which group a line stands: its area, the month in which it begins, or what is left to do on it. */
export function groupOf(line: Line, by: 'area' | 'period' | 'state'): string {
  if (by === 'area') {
    const area = line.valueOf('area');
    return typeof area === 'string' ? area : '';
  }
  if (by === 'period') {
    const { from, to } = (line.valueOf('period') ?? {}) as { from?: string; to?: string };
    return (from ?? to ?? '').replace('~', '').slice(0, 7);
  }
  if (line.unsent > 0) return 'unsent';
  if (line.state === 'struck') return 'struck';
  return line.open > 0 ? 'open' : 'agreed';
}

export interface Filter {
  /** Folded; each must occur. */
  readonly words: readonly string[];
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

/** What is looked for, as words folded. */
export const wordsAsked = (typed: string): readonly string[] => foldText(typed).split(/\s+/).filter(Boolean);

/** All that a line says in every language, folded, for the filter. Codes are found by what they are called. */
export function wordsOf(line: Line, called: (field: string, value: unknown) => string | undefined): string {
  const parts: string[] = [line.id];
  const add = (value: unknown): void => {
    if (typeof value === 'string') parts.push(value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) add(one);
  };
  for (const [field, value] of line.said()) {
    const name = called(field, value);
    if (name === undefined) add(value);
    else parts.push(name);
  }
  return foldText(parts.join(' '));
}

/** Whether a line is asked for; its words are looked at last, for they cost most. */
export function passes(line: Line, wordsIn: (line: Line) => string, filter: Filter): boolean {
  if (filter.openOnly && line.open === 0 && line.unsent === 0) return false;
  if (filter.area && line.valueOf('area') !== filter.area) return false;
  if (filter.words.length === 0) return true;
  const words = wordsIn(line);
  return filter.words.every((word) => words.includes(word));
}

/** Lines that pass. Who types on asks for fewer than before: only those that passed are looked at again. */
export function createFilter(wordsIn: (line: Line) => string) {
  let last:
    | { readonly lines: readonly Line[]; readonly filter: Filter; readonly found: readonly Line[] }
    | undefined;
  return (lines: readonly Line[], filter: Filter): readonly Line[] => {
    if (filter.words.length === 0 && !filter.openOnly && !filter.area) return lines;
    const from = last?.lines === lines && narrows(last.filter, filter) ? last.found : lines;
    const found = from.filter((line) => passes(line, wordsIn, filter));
    last = { lines, filter, found };
    return found;
  };
}

/** Whatever passes the later filter has passed the former. */
export function narrows(former: Filter, later: Filter): boolean {
  return (
    (!former.openOnly || later.openOnly) &&
    (!former.area || former.area === later.area) &&
    former.words.every((word) => later.words.some((one) => one.includes(word)))
  );
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
    for (const line of members) rows.push(rowOf(line));
  }
  return rows;
}

const made = new WeakMap<Line, TableRow>();

/** The row of a line stays the same one while the line does. */
function rowOf(line: Line): TableRow {
  let row = made.get(line);
  if (!row) {
    row = { id: line.id, estimate: estimate(line), heading: false, data: { line, group: '', count: 0 } };
    made.set(line, row);
  }
  return row;
}

function estimate(line: Line): number {
  const main = line.valueOf(mainField(line.kind) ?? '');
  let longest = 0;
  if (typeof main === 'object' && main !== null) {
    for (const text of Object.values(main))
      if (typeof text === 'string') longest = Math.max(longest, text.length);
  }
  return 40 + Math.floor(longest / 42) * 25 + (line.open > 0 ? 62 : 0);
}
