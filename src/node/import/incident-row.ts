import { createHash } from 'node:crypto';
import type { JsonObject } from '../../core/bytes/json.ts';
import { incidentCategories } from '../../core/kinds/border.ts';
import { rowsOf, textIn } from '../../core/register/ask/asking.ts';
import { mattersOf, valueOf } from '../../core/register/ask/matters.ts';
import type { Register } from '../../core/register/register.ts';
import { fold } from '../../words/sort.ts';
import { looseDate } from './loose-date.ts';
import type { Mapping } from './mapping.ts';
import type { RowNote, RowResult } from './plan-import.ts';
import type { Cell } from './xlsx-rows.ts';

interface Cells {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly heading: (field: string) => string;
}

/**
 * Words of headings under which a list would speak of persons who cross, folded, in the four languages. Such a list is
 * refused whole: what is not taken in cannot be sent.
 */
const personWords =
  /\b(persons?|people|names?|surname|nationality|passport|identity|id card|age|sex|gender|birth|address|phone|suspects?|offenders?|nguoi|ho ten|ho va ten|quoc tich|ho chieu|can cuoc|cmnd|cccd|tuoi|gioi tinh|ngay sinh|doi tuong|personnes?|noms?|prenoms?|nationalite|passeport|identite|naissance|adresse|sexe)\b|ບຸກຄົນ|ຊື່|ນາມສະກຸນ|ສັນຊາດ|ໜັງສືຜ່ານແດນ|ບັດປະຈຳຕົວ|ອາຍຸ|ເພດ|ຜູ້ກ່ຽວ|ຜູ້ຖືກ/;

/** Whether a heading names persons; never used for what is counted. */
export const isOfPersons = (heading: string): boolean => personWords.test(fold(heading));

/** One row of a list of incidents: a count of one category, on one segment or none, in one time. */
export function incidentBody({ cells, heading }: Cells, mapping: Mapping, register: Register): RowResult {
  const faults: Omit<RowNote, 'row'>[] = [];
  const text = (field: string): string => String(cells.get(field) ?? '').trim();
  const wrong = (field: string): void => {
    const value = text(field);
    faults.push({
      column: heading(field),
      reason: value === '' ? 'missing' : 'value',
      value: value.slice(0, 120),
    });
  };
  const date = (field: string): string | undefined => {
    const cell = cells.get(field);
    return cell === undefined ? undefined : looseDate(cell, mapping.dates)?.date;
  };
  const category = categoryOf(text('category'));
  if (category === undefined) wrong('category');
  const count = /^\d{1,9}$/.test(text('count')) ? Number(text('count')) : undefined;
  if (count === undefined) wrong('count');
  const [from, to] = [date('from'), date('to') ?? date('from')];
  if (from === undefined) wrong('from');
  const segment = text('segment') === '' ? undefined : segmentOf(register, text('segment'));
  if (segment === undefined && text('segment') !== '') wrong('segment');
  if (category === undefined || count === undefined || from === undefined || faults.length > 0)
    return { bodies: [], faults, notes: [] };
  const source = text('source') || mapping.source;
  const fields: JsonObject = {
    period: { from, to: to ?? from },
    counts: [{ category, count }],
    ...(segment === undefined ? {} : { segment }),
    ...(source === undefined || source === '' ? {} : { source }),
  };
  const told = JSON.stringify([from, to ?? from, segment ?? '']);
  const suffix = createHash('sha256').update(told).digest('hex').slice(0, 24);
  return { bodies: [{ kind: 'incidents', subject: `incidents.list-${suffix}`, fields }], faults, notes: [] };
}

/** Both rows as one statement of the same time and segment: counts of one category are added up. */
export function withCounts(known: JsonObject, other: JsonObject): JsonObject {
  const [fields, more] = [known['fields'], other['fields']] as [JsonObject, JsonObject];
  const sums = new Map<string, number>();
  for (const { category, count } of [...rowsOf(fields['counts']), ...rowsOf(more['counts'])]) {
    const name = textIn(category) ?? '';
    sums.set(name, (sums.get(name) ?? 0) + (typeof count === 'number' ? count : 0));
  }
  const counts = [...sums].map(([category, count]) => ({ category, count }));
  return { ...known, fields: { ...fields, counts } };
}

/** A category by its code or its name in any of the four languages. */
function categoryOf(text: string): string | undefined {
  const wanted = fold(text);
  return Object.entries(incidentCategories).find(
    ([code, label]) =>
      fold(code) === wanted || (Object.values(label) as string[]).some((name) => fold(name) === wanted),
  )?.[0];
}

/** A segment by its id or its name in any language. */
function segmentOf(register: Register, text: string): string | undefined {
  const wanted = fold(text);
  return mattersOf({ register, day: '', sight: 'restricted' }, 'segment').find((matter) => {
    const title = valueOf(matter, 'title');
    const names = typeof title === 'object' && title !== null ? Object.values(title) : [];
    return matter.subject === text || names.some((name) => typeof name === 'string' && fold(name) === wanted);
  })?.subject;
}
