import { isObject } from '../../core/kinds/value.ts';
import { fold } from '../../words/sort.ts';
import { isOfPersons } from './incident-row.ts';
import { ImportRefused, mappingBytesMax } from './limits.ts';
import type { DateOrder } from './loose-date.ts';

/** What a list of agreements, of incidents as counts, or a flat record may say of one thing. */
export const importFields = {
  agreements: ['id', 'title', 'signed', 'entry', 'layer', 'from', 'to', 'place', 'source', 'note', 'term'],
  incidents: ['category', 'segment', 'count', 'from', 'to', 'source'],
  record: ['id', 'title', 'date', 'kind', 'place', 'source', 'mechanism', 'until', 'note'],
} as const;
export type ImportAs = keyof typeof importFields;

/** Which column of a file is which field, and how its dates are written. */
export interface Mapping {
  /** Heading of the column, by field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Language of the titles; English unless it says otherwise. */
  readonly lang: string;
  readonly dates?: DateOrder;
  readonly sheet?: string;
  /** Row of the headings, counted from 1. */
  readonly headings: number;
  /** Source of rows that name none: a list is a source too. */
  readonly source?: string;
}

/** `{"columns":{"title":"Name"},"dates":"dmy","headings":1,"lang":"fr","sheet":"List","source":"…"}`. @throws ImportRefused */
export function readMapping(bytes: Uint8Array, as: ImportAs): Mapping {
  if (bytes.length > mappingBytesMax) throw new ImportRefused('import.mapping', 'the mapping is too long');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ImportRefused('import.mapping', 'the mapping is not JSON');
  }
  if (!isObject(value as never)) throw new ImportRefused('import.mapping', 'the mapping is not an object');
  const { columns = {}, dates, headings = 1, lang = 'en', sheet, source } = value as Record<string, unknown>;
  const known: readonly string[] = importFields[as];
  if (
    !isObject(columns as never) ||
    !Object.entries(columns as object).every(
      ([field, heading]) => known.includes(field) && typeof heading === 'string',
    )
  )
    throw new ImportRefused('import.mapping', `columns are named by ${known.join(', ')}`);
  if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy')
    throw new ImportRefused('import.mapping', 'dates are dmy or mdy');
  if (typeof headings !== 'number' || !Number.isInteger(headings) || headings < 1)
    throw new ImportRefused('import.mapping', 'headings is the number of a row');
  if (typeof lang !== 'string' || !/^[a-z]{2,3}$/.test(lang))
    throw new ImportRefused('import.mapping', 'lang is a code such as fr');
  return {
    columns: columns as Record<string, string>,
    headings,
    lang,
    ...(dates === undefined ? {} : { dates }),
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  };
}

export const noMapping: Mapping = { columns: {}, lang: 'en', headings: 1 };

/** Headings by which lists usually name a field, in the four languages, folded. */
const incidentHeadings = {
  category: ['category', 'kind', 'type', 'incident', 'loai', 'loai vu viec', 'categorie', 'nature', 'ປະເພດ'],
  count: [
    'count',
    'number',
    'number of incidents',
    'incidents',
    'cases',
    'so vu',
    'so luong',
    'nombre',
    'ຈຳນວນ',
  ],
  segment: [
    'segment',
    'section',
    'place',
    'doan',
    'doan bien gioi',
    'secteur',
    'troncon',
    'ຕອນຊາຍແດນ',
    'ຕອນ',
  ],
} as const;
const usual: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'no', 'no.', 'number', 'reference', 'ref', 'treaty number', 'so', 'so hieu', 'numero', 'ເລກທີ'],
  title: [
    'title',
    'name',
    'agreement',
    'title of agreement',
    'treaty',
    'event',
    'title_en',
    'ten',
    'ten van kien',
    'titre',
    'intitule',
    'ຊື່',
  ],
  signed: [
    'signed',
    'date signed',
    'date of signature',
    'signature',
    'signing date',
    'date',
    'ngay ky',
    'date de signature',
    'signe le',
    'ວັນທີລົງນາມ',
  ],
  date: ['date', 'day', 'ngay', 'ວັນທີ'],
  entry: ['entry into force', 'in force', 'effective', 'ngay co hieu luc', 'entree en vigueur', 'ວັນທີມີຜົນ'],
  layer: ['type', 'layer', 'kind', 'category', 'loai', 'nature', 'ປະເພດ'],
  kind: ['kind', 'type', 'category', 'loai', 'nature', 'ປະເພດ'],
  ...incidentHeadings,
  from: [
    'from',
    'covers from',
    'start',
    'period',
    'month',
    'tu',
    'thoi gian',
    'debut',
    'periode',
    'ໄລຍະ',
    'ເດືອນ',
  ],
  to: ['to', 'covers to', 'end', 'expiry', 'expires', 'den', 'fin'],
  until: ['until', 'to', 'end', 'den', 'fin'],
  place: ['place', 'place of signature', 'location', 'noi ky', 'dia diem', 'lieu', 'ສະຖານທີ່'],
  source: ['source', 'url', 'link', 'source_url', 'nguon', 'ແຫຼ່ງທີ່ມາ'],
  note: ['note', 'notes', 'remarks', 'comment', 'ghi chu', 'remarques', 'observations', 'ໝາຍເຫດ'],
  term: ['term', 'duration', 'thoi han', 'duree'],
  mechanism: ['mechanism', 'co che', 'mecanisme', 'ກົນໄກ'],
};

/** For each field the number of its column: as the mapping says, else by a usual heading. @throws ImportRefused */
export function columnsOf(
  headings: readonly string[],
  { columns }: Mapping,
  as: ImportAs,
): ReadonlyMap<string, number> {
  const folded = headings.map((heading) => fold(heading).trim());
  const persons = as === 'incidents' ? headings.find((heading) => isOfPersons(heading)) : undefined;
  if (persons !== undefined)
    throw new ImportRefused('import.persons', `incidents are counted, persons never listed: ${persons}`);
  const found = new Map<string, number>();
  for (const [field, heading] of Object.entries(columns)) {
    const at = folded.indexOf(fold(heading).trim());
    if (at < 0) throw new ImportRefused('import.mapping', `there is no column ${heading}`);
    found.set(field, at);
  }
  for (const field of importFields[as]) {
    if (found.has(field)) continue;
    const at = folded.findIndex(
      (heading, column) => (usual[field] ?? []).includes(heading) && ![...found.values()].includes(column),
    );
    if (at >= 0) found.set(field, at);
  }
  const main = as === 'incidents' ? 'category' : 'title';
  if (!found.has(main))
    throw new ImportRefused('import.mapping', `no column is the ${main} among: ${headings.join(', ')}`);
  return found;
}
