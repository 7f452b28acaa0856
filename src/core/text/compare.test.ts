import { expect, test } from 'vitest';
import type { SubjectId } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import { inertOf } from '../register/register.ts';
import { headFields, lineFields, prose, Table } from '../register/table.fixture.ts';
import { textOf } from '../register/texts.ts';
import type { FieldView, ItemView, TextView } from './view.ts';

const draft = { text: 'plan.y2027' as SubjectId };
const line = 'visit.a' as SubjectId;
const view = (table: Table, at = 'VN'): TextView => textOf(table.register(at), draft);
const itemOf = (text: TextView, id: string = line): ItemView =>
  text.items.find((item) => item.id === id) as ItemView;
const fieldOf = (item: ItemView, name: string): FieldView =>
  item.fields.find(({ field }) => field === name) as FieldView;
const field = (table: Table, name: string): FieldView => fieldOf(itemOf(view(table)), name);

/** A table at which each of these says its part of one line, in that order, and everybody hears it. */
function lineBy(parts: Readonly<Record<string, JsonObject>>, seats = 2): Table {
  const table = new Table(seats);
  for (const party in parts) table.position(party, draft, line, parts[party] as JsonObject);
  table.share();
  return table;
}

test('T1 a party changes only its own positions', () => {
  const table = lineBy({ VN: { venue: 'Hanoi' }, LA: { venue: 'Vientiane' } });
  const { positions } = field(table, 'venue');
  expect(positions.map(({ party, value }) => [party, value])).toEqual([
    ['VN', 'Hanoi'],
    ['LA', 'Vientiane'],
  ]);
});

test('T1 the text is the same whichever feed comes first', () => {
  const table = lineBy({ VN: { in: true, venue: 'Hanoi' }, LA: { in: true, venue: 'Vientiane' } });
  const [one, other] = [table.desk(), table.desk()];
  one.receive(...table.mails('VN'), ...table.mails('LA'));
  other.receive(...table.mails('LA'), ...table.mails('VN').reverse());
  expect(textOf(one.register, draft)).toEqual(textOf(other.register, draft));
});

test('T2 the last value stated counts, and a withdrawal leaves silence', () => {
  const table = lineBy({ VN: { venue: 'Hanoi' } });
  table.position('VN', draft, line, { venue: 'Hue' });
  expect(field(table, 'venue').positions[0]).toEqual({ party: 'VN', source: 'stated', value: 'Hue', seq: 3 });
  table.say('VN', 'withdraw', { ...draft, item: line, fields: ['venue'] });
  expect(field(table, 'venue').positions).toEqual([
    { party: 'VN', source: 'silent' },
    { party: 'LA', source: 'silent' },
  ]);
});

test('T2 empty is a value', () => {
  const table = lineBy({ VN: { venue: 'Hanoi' }, LA: { venue: null } });
  expect(field(table, 'venue').state).toBe('bracket');
  table.position('VN', draft, line, { venue: null });
  expect(field(table, 'venue')).toMatchObject({ state: 'empty', value: null });
});

test('T2 in a draft with a base what nobody has answered is the value of the base', () => {
  const table = signedPlan();
  const base = table.content('VN', draft);
  for (const party of ['VN', 'LA'])
    table.of(party).desk.hold(base, table.register('VN').contents.get(base) as never);
  const amendment = { ...draft, base, mode: 'amendment' as const };
  table.position('LA', amendment, line, { venue: 'Vientiane' });
  table.share();
  const item = itemOf(textOf(table.register('VN'), amendment));
  expect(fieldOf(item, 'area')).toMatchObject({ state: 'agreed', value: 'visits' });
  expect(fieldOf(item, 'venue')).toMatchObject({ state: 'bracket' });
  expect(fieldOf(item, 'venue').positions).toEqual([
    { party: 'VN', source: 'base', value: null },
    { party: 'LA', source: 'stated', value: 'Vientiane', seq: 3 },
  ]);
  table.say('LA', 'withdraw', { ...amendment, item: line, fields: ['venue'] });
  table.share();
  const after = fieldOf(itemOf(textOf(table.register('VN'), amendment)), 'venue');
  expect(after).toMatchObject({ state: 'empty', positions: [{ source: 'base' }, { source: 'base' }] });
});

test('T3 agreed when all say the same, a bracket when they differ, awaiting who is silent', () => {
  const same = { from: '2027-03', to: '2027-04' };
  const table = lineBy(
    { VN: { venue: 'Hanoi', period: same, level: 'expert' }, LA: { venue: 'Hue', period: same } },
    3,
  );
  expect(field(table, 'venue').state).toBe('bracket');
  expect(field(table, 'level')).toMatchObject({ state: 'awaits', awaits: ['LA', 'KH'] });
  expect(field(table, 'period')).toMatchObject({ state: 'awaits', awaits: ['KH'] });
  table.position('KH', draft, line, { period: same });
  table.share();
  expect(field(table, 'period')).toMatchObject({ state: 'agreed', value: same });
});

test('T3 where all are silent a field is empty, or missing where the kind requires it', () => {
  const table = lineBy({ VN: { in: true }, LA: { in: true } });
  expect(field(table, 'venue').state).toBe('empty');
  expect(field(table, 'area').state).toBe('missing');
  table.position('VN', draft, line, { area: null });
  table.position('LA', draft, line, { area: null });
  table.share();
  expect(field(table, 'area').state).toBe('missing');
});

test.each([
  [true, true, 'in'],
  [true, false, 'bracket'],
  [true, null, 'bracket'],
  [true, undefined, 'awaits'],
  [false, false, 'struck'],
  [false, undefined, 'struck'],
  [undefined, undefined, 'struck'],
] as const)('T4 one includes %s, the other %s: the item is %s', (one, other, state) => {
  const says = (included: boolean | null | undefined) => ({
    venue: 'Hanoi',
    ...(included === undefined ? {} : { in: included }),
  });
  const table = lineBy({ VN: says(one), LA: says(other) });
  expect(itemOf(view(table)).state).toBe(state);
});

test('T4 a bracketed item counts once and its fields stay negotiable; a struck one is open in nothing', () => {
  const table = lineBy({ VN: { in: true, venue: 'Hanoi' }, LA: { in: false, venue: 'Hue' } });
  expect(view(table).counts).toMatchObject({ bracket: 1, struck: 0 });
  expect(field(table, 'venue').state).toBe('bracket');
  table.position('VN', draft, line, { in: false });
  table.share();
  expect(view(table).counts).toEqual({ agreed: 0, bracket: 0, awaits: 0, stale: 0, missing: 2, struck: 1 });
  expect(itemOf(view(table)).number).toBeUndefined();
});

test('T5 prose is agreed when every authentic language is there, equal and none stale', () => {
  const table = lineBy({ VN: { purpose: prose('ກ', 'a') }, LA: { purpose: prose('ກ', 'a') } });
  expect(field(table, 'purpose')).toMatchObject({ state: 'agreed', value: prose('ກ', 'a') });
  table.position('VN', draft, line, { purpose: prose('ກ', 'b') });
  table.share();
  expect(field(table, 'purpose').state).toBe('bracket');
});

test('T5 a language that another change unconfirmed, or that is not written, is stale until restated', () => {
  const table = lineBy({ VN: { purpose: prose('ກ', 'a', ['lo']) }, LA: { purpose: prose('ກ', 'a') } });
  expect(field(table, 'purpose')).toMatchObject({ state: 'stale', stale: ['lo'] });
  expect(view(table).counts.stale).toBe(0);
  table.position('VN', draft, line, { in: true, purpose: { vi: 'a' } });
  table.position('LA', draft, line, { in: true, purpose: { vi: 'a' } });
  table.share();
  expect(field(table, 'purpose')).toMatchObject({ state: 'stale', stale: ['lo'] });
  expect(view(table).counts.stale).toBe(1);
  for (const party of ['VN', 'LA']) table.position(party, draft, line, { purpose: prose('ກ', 'a') });
  table.share();
  expect(field(table, 'purpose').state).toBe('agreed');
});

test('T5 a language that is not authentic, or an empty one, is no part of prose', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { purpose: { lo: 'ກ', vi: 'a', fr: 'b' } });
  table.position('VN', draft, line, { purpose: { lo: 'ກ', vi: '' } });
  expect(inertOf(table.register('VN'))).toMatchObject([
    { seq: 2, reason: 'inert.value', detail: 'purpose value.language' },
    { seq: 3, reason: 'inert.value', detail: 'purpose value.type' },
  ]);
});

test('T6 translations for information are never compared and never block', () => {
  const table = lineBy({
    VN: { in: true, purpose: prose('ກ', 'a') },
    LA: { in: true, purpose: prose('ກ', 'a') },
  });
  table.position('LA', draft, line, {}, { info: { purpose: { fr: 'un', en: 'one' } } });
  table.position('VN', draft, line, {}, { info: { purpose: { fr: 'deux' }, remarks: { fr: 'seul' } } });
  table.share();
  expect(field(table, 'purpose')).toMatchObject({ state: 'agreed', info: { fr: 'deux', en: 'one' } });
  expect(field(table, 'remarks')).toMatchObject({ state: 'empty', info: { fr: 'seul' } });
  table.position('VN', draft, line, {}, { info: { purpose: { fr: '' } } });
  table.share();
  expect(field(table, 'purpose').info).toEqual({ fr: 'un', en: 'one' });
});

test('T6 an authentic language is no translation for information', () => {
  const table = new Table(2);
  table.position('VN', draft, line, {}, { info: { purpose: { vi: 'a' } } });
  table.position('VN', draft, line, {}, { info: { venue: { fr: 'a' } } });
  expect(inertOf(table.register('VN')).map(({ reason }) => reason)).toEqual([
    'inert.language',
    'inert.field',
  ]);
  expect(view(table).items).toEqual([]);
});

test('T6 a field that holds one value for each party is never compared', () => {
  const table = lineBy({ VN: { in: true, reference: '12/BQP' }, LA: { in: true, reference: '7/ກປທ' } });
  expect(field(table, 'reference')).toMatchObject({ state: 'each' });
  expect(field(table, 'reference').positions.map(({ value }) => value)).toEqual(['12/BQP', '7/ກປທ']);
  expect(view(table).counts).toMatchObject({ bracket: 0, awaits: 0 });
});

test('T9 items stand by place, ties by id, and are numbered in that order', () => {
  const table = new Table(2);
  const places = { 'visit.a': 'm', 'visit.b': 'c', 'visit.c': 'm', 'visit.d': 'b' };
  for (const [id, place] of Object.entries(places)) table.position('VN', draft, id, lineFields(id, place));
  table.share();
  table.accept('LA', 'VN', draft);
  table.position('LA', draft, 'visit.b', { in: false });
  table.position('VN', draft, 'visit.b', { in: false });
  table.share();
  expect(view(table).items.map(({ id, number }) => [id, number])).toEqual([
    ['visit.d', 1],
    ['visit.b', undefined],
    ['visit.a', 2],
    ['visit.c', 3],
  ]);
});

test('T9 while the place is in brackets the first party’s decides where the item is shown', () => {
  const table = lineBy({ VN: { in: true, place: 'z' }, LA: { in: true, place: 'a' } });
  table.position('LA', draft, 'visit.b', { in: true, place: 'm' });
  table.share();
  expect(view(table).items.map(({ id }) => id)).toEqual(['visit.b', 'visit.a']);
});

test('T4 an item that may not stand in the text is kept inert', () => {
  const table = new Table(2);
  table.position('VN', draft, 'point.a', { in: true });
  table.position('VN', { text: 'visit.a' as SubjectId }, 'visit.a', { in: true });
  table.position('VN', draft, draft.text, { in: true });
  table.position('VN', draft, line, { nothing: 'x' });
  expect(inertOf(table.register('VN')).map(({ reason }) => reason)).toEqual([
    'inert.kind',
    'inert.kind',
    'inert.field',
    'inert.field',
  ]);
});

test('T1 after one position only its item is compared anew', () => {
  const table = lineBy({ VN: { in: true }, LA: { in: true } });
  table.position('VN', draft, 'visit.b', { in: true, place: 'z' });
  const before = view(table);
  table.position('VN', draft, line, { venue: 'Hue' });
  const after = view(table);
  expect(itemOf(after, 'visit.b')).toBe(itemOf(before, 'visit.b'));
  expect(field(table, 'venue').state).toBe('awaits');
  table.say('VN', 'position', { text: 'plan.y2028', item: line, fields: { in: true } });
  expect(view(table)).toBe(after);
});

/** A plan on which all is agreed. */
function signedPlan(): Table {
  const table = new Table(2);
  table.sayAll('VN', [
    { type: 'position', body: { ...draft, item: draft.text, fields: headFields } },
    { type: 'position', body: { ...draft, item: line, fields: lineFields('ກ') } },
  ]);
  table.share();
  table.accept('LA', 'VN', draft);
  table.share();
  return table;
}
