import { createHash } from 'node:crypto';
import type { JsonObject } from '../../core/bytes/json.ts';
import { normaliseInput } from '../../core/bytes/name.ts';
import { foldName } from '../../core/register/ask/fold.ts';
import { fold } from '../../words/sort.ts';
import { looseDate } from './loose-date.ts';
import type { Mapping } from './mapping.ts';
import type { RowNote, RowResult } from './plan-import.ts';
import { slug } from './record-row.ts';
import type { Cell } from './xlsx-rows.ts';

interface Cells {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly heading: (field: string) => string;
}

/** Words in a type or title by which a layer is told; the first that fits. */
const layerWords: readonly (readonly [RegExp, string])[] = [
  [/treaty|traite|hiep uoc|ສົນທິສັນຍາ/, 'treaty'],
  [/memorandum|\bmou\b|ban ghi nho|memorandum d'entente/, 'mou'],
  [/protocol|protocole|nghi dinh thu|ອະນຸສັນຍາ/, 'protocol'],
  [/joint statement|declaration|tuyen bo|ຖະແຫຼງການ/, 'statement'],
  [/minutes|proces-verbal|bien ban|ບົດບັນທຶກ/, 'minutes'],
  [/plan|ke hoach|ແຜນ/, 'annual'],
];

/**
 * One row of a list of agreements as a recorded instrument: on record, never "signed here". Dates are taken as exact as
 * they are written. Without a number of its own, title and year of signing tell it.
 */
export function agreementBody({ cells, heading }: Cells, mapping: Mapping): RowResult {
  const text = (field: string): string | undefined => {
    const cell = cells.get(field);
    const found = cell === undefined ? '' : normaliseInput(String(cell)).trim();
    return found === '' ? undefined : found;
  };
  const faults: Omit<RowNote, 'row'>[] = [];
  const notes: Omit<RowNote, 'row'>[] = [];
  const date = (field: string): string | undefined => {
    const cell = cells.get(field);
    if (cell === undefined) return undefined;
    const found = looseDate(cell, mapping.dates);
    const at = { column: heading(field), value: String(cell).slice(0, 120) };
    if (found === undefined) faults.push({ ...at, reason: 'date' });
    else if (found.note !== undefined) notes.push({ ...at, reason: found.note });
    return found?.date;
  };
  const title = text('title');
  if (title === undefined) faults.push({ column: heading('title'), reason: 'missing', value: '' });
  const [signed, entry, from, to] = [date('signed'), date('entry'), date('from'), date('to')];
  if (faults.length > 0 || title === undefined) return { bodies: [], faults, notes: [] };
  const covers = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const kind = fold(`${text('layer') ?? ''} ${title}`);
  const fields: JsonObject = {
    title: { [mapping.lang]: title },
    layer: layerWords.find(([words]) => words.test(kind))?.[1] ?? 'agreement',
    ...present({
      signed,
      entry,
      place: text('place'),
      term: text('term'),
      note: text('note'),
      source: text('source') ?? mapping.source,
    }),
    ...(Object.keys(covers).length === 0 ? {} : { covers }),
  };
  return {
    bodies: [{ kind: 'onRecord', subject: `onRecord.${idOf(text('id'), title, signed)}`, fields }],
    faults: [],
    notes,
  };
}

function idOf(id: string | undefined, title: string, signed: string | undefined): string {
  if (id !== undefined) {
    const own = slug(id);
    if (own !== '') return own;
  }
  const told = `${foldName(title)} ${signed?.replace('~', '').slice(0, 4) ?? ''}`;
  return `list-${createHash('sha256').update(told).digest('hex').slice(0, 24)}`;
}

const present = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
