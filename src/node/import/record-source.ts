import type { Json, JsonObject } from '../../core/bytes/json.ts';
import { isPartialDate } from '../../core/bytes/partial-date.ts';
import { isObject } from '../../core/kinds/value.ts';
import { looseDate } from './loose-date.ts';
import type { Mapping } from './mapping.ts';
import type { RowNote, RowResult } from './plan-import.ts';
import { type Event, eventBodies, type Holder, holderBodies, mechanismBody, slug } from './record-row.ts';
import type { Cell } from './xlsx-rows.ts';

/** A line of a record: an event with what was said there, or a tenure of a post. Each fault names its column. */
export function recordBodies(json: JsonObject, parties: readonly string[]): RowResult {
  return 'holder' in json ? tenure(json) : event(json, parties);
}

type Check = readonly [column: string, isSound: (value: Json | undefined) => boolean, reason: string];
const isText = (value: Json | undefined): boolean => typeof value === 'string' && value.trim() !== '';
const isTextOrNone = (value: Json | undefined): boolean =>
  value === undefined || value === null || typeof value === 'string';
const isList = (value: Json | undefined): boolean =>
  value === undefined || (Array.isArray(value) && (value as readonly Json[]).every((one) => isObject(one)));
const isTextList = (value: Json | undefined): boolean =>
  value === undefined ||
  (Array.isArray(value) && (value as readonly Json[]).every((one) => typeof one === 'string'));

const eventChecks: readonly Check[] = [
  ['id', isText, 'missing'],
  ['title_en', isText, 'missing'],
  ['date', isPartialDate, 'date'],
  ['kind', isText, 'missing'],
  ['source_url', isText, 'missing'],
  ['place', isTextOrNone, 'form'],
  ['mechanism', isTextOrNone, 'form'],
  ['participants', isList, 'form'],
  ['instruments', isList, 'form'],
  ['commitments', isList, 'form'],
  ['non_commitments', isList, 'form'],
  ['quantities', isList, 'form'],
  ['also_sources', isTextList, 'form'],
  ['conflicts', isTextList, 'form'],
];
const holderChecks: readonly Check[] = [
  ['side', isText, 'missing'],
  ['post', isText, 'missing'],
  ['holder', isText, 'missing'],
  ['aliases', isTextList, 'form'],
  ...(['from', 'to', 'first_seen', 'last_seen'] as const).map(
    (name): Check => [name, (value) => value === undefined || value === null || isPartialDate(value), 'date'],
  ),
];

function event(json: JsonObject, parties: readonly string[]): RowResult {
  const faults = checked(json, eventChecks);
  if (faults.length > 0) return { bodies: [], faults, notes: [] };
  const empty = {
    participants: [],
    instruments: [],
    commitments: [],
    non_commitments: [],
    quantities: [],
    also_sources: [],
    conflicts: [],
  };
  const whole = {
    date_basis: 'stated',
    source_lang: 'en',
    place: null,
    mechanism: null,
    ...empty,
    ...json,
  } as unknown as Event;
  const mechanism = whole.mechanism === null ? [] : [mechanismBody(whole.mechanism)];
  return { bodies: [...mechanism, ...eventBodies(whole, parties)], faults: [], notes: [] };
}

function tenure(json: JsonObject): RowResult {
  const faults = checked(json, holderChecks);
  if (faults.length > 0) return { bodies: [], faults, notes: [] };
  const none = { from: null, to: null, first_seen: null, last_seen: null, source_url: null };
  return {
    bodies: holderBodies({ ...none, aliases: [], note: '', ...json } as unknown as Holder),
    faults: [],
    notes: [],
  };
}

function checked(json: JsonObject, checks: readonly Check[]): Omit<RowNote, 'row'>[] {
  return checks.flatMap(([column, isSound, reason]) =>
    isSound(json[column])
      ? []
      : [{ column, reason, value: JSON.stringify(json[column] ?? '').slice(0, 120) }],
  );
}

/** An event from a flat table. */
export function flatEvent(
  {
    cells,
    heading,
  }: { readonly cells: ReadonlyMap<string, Cell>; readonly heading: (field: string) => string },
  mapping: Mapping,
): RowResult {
  const text = (field: string): string | undefined => {
    const cell = cells.get(field);
    return cell === undefined ? undefined : String(cell).normalize('NFC').trim();
  };
  const [title, given] = [text('title'), cells.get('date')];
  const found = given === undefined ? undefined : looseDate(given, mapping.dates);
  const faults: Omit<RowNote, 'row'>[] = [];
  if (title === undefined) faults.push({ column: heading('title'), reason: 'missing', value: '' });
  if (found === undefined)
    faults.push({
      column: heading('date'),
      reason: given === undefined ? 'missing' : 'date',
      value: String(given ?? '').slice(0, 120),
    });
  if (title === undefined || found === undefined) return { bodies: [], faults, notes: [] };
  const mechanism = text('mechanism');
  const source = text('source') ?? mapping.source;
  const id = slug(text('id') ?? `${found.date} ${title}`);
  const fields: JsonObject = {
    title: { [mapping.lang]: title },
    date: found.date,
    what: text('kind') ?? 'talks',
    recordId: text('id') ?? id,
    ...(text('place') === undefined ? {} : { place: text('place') ?? '' }),
    ...(source === undefined ? {} : { sources: [{ source }] }),
    ...(mechanism === undefined ? {} : { mechanism: `mechanism.${slug(mechanism)}` }),
    ...(text('note') === undefined ? {} : { conflicts: [{ note: text('note') ?? '' }] }),
  };
  const notes =
    found.note === undefined ? [] : [{ column: heading('date'), reason: found.note, value: String(given) }];
  const named = mechanism === undefined ? [] : [mechanismBody(mechanism)];
  return { bodies: [...named, { kind: 'event', subject: `event.${id}`, fields }], faults: [], notes };
}
