import { expect, test } from 'vitest';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { canonicalText } from '../bytes/encode.ts';
import { hashOf } from '../bytes/hash.ts';
import type { Hash, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import type { FieldView } from '../text/view.ts';
import { accountsOf } from './accounts.ts';
import { inertOf } from './register.ts';
import { lineFields, prose, Table } from './table.fixture.ts';
import { draftsOf, textOf, textsOf } from './texts.ts';

const draft = { text: 'plan.y2027' as SubjectId };
const line = 'visit.a' as SubjectId;

function field(table: Table, name: string, at = 'VN', id: SubjectId = line): FieldView {
  const item = textOf(table.register(at), draft).items.find((one) => one.id === id);
  return item?.fields.find((one) => one.field === name) as FieldView;
}
const reasons = (table: Table, at: string): string[] =>
  inertOf(table.register(at)).map(({ reason }) => reason);

test('T7 accepting copies everything that the other had stated, strikes, places and languages too', () => {
  const table = new Table(2);
  const values = { ...lineFields('ກ'), purpose: prose('ກ', 'a', ['lo']), remarks: null };
  table.position('VN', draft, line, values);
  table.position('VN', draft, 'visit.b', { in: false });
  table.share();
  const said = table.accept('LA', 'VN', draft);
  table.share();
  const items = textOf(table.register('VN'), draft).items;
  expect(items.map(({ id, state }) => [id, state])).toEqual([
    ['visit.b', 'struck'],
    ['visit.a', 'in'],
  ]);
  expect(field(table, 'activity').state).toBe('agreed');
  expect(field(table, 'purpose')).toMatchObject({ state: 'stale', stale: ['lo'] });
  expect(field(table, 'remarks')).toMatchObject({ state: 'empty', value: null });
  expect(field(table, 'area').positions[1]).toEqual({
    party: 'LA',
    source: 'stated',
    value: 'visits',
    seq: said.seq,
    taken: { party: 'VN', seq: 3 },
  });
});

test('T7 the scope may be an item or a field, and silence is never taken', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { venue: 'Hanoi', level: 'expert' });
  table.position('VN', draft, 'visit.b', { venue: 'Hue' });
  table.say('VN', 'withdraw', { ...draft, item: line, fields: ['level'] });
  table.share();
  table.accept('LA', 'VN', draft, { item: line, field: 'venue' });
  expect(field(table, 'venue', 'LA').state).toBe('agreed');
  expect(field(table, 'venue', 'LA', 'visit.b' as SubjectId).state).toBe('awaits');
  table.accept('LA', 'VN', draft, { item: line });
  expect(field(table, 'level', 'LA').positions[1]).toEqual({ party: 'LA', source: 'silent' });
  expect(reasons(table, 'LA')).toEqual([]);
});

test('T7 what is taken is what stood at that entry, whatever came after it', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { venue: 'Hanoi' });
  table.share();
  const body = table.acceptBody('LA', 'VN', draft);
  table.position('VN', draft, line, { venue: 'Hue' });
  table.share();
  table.say('LA', 'accept', body);
  table.share();
  expect(field(table, 'venue').state).toBe('bracket');
  expect(field(table, 'venue').positions[1]).toMatchObject({
    value: 'Hanoi',
    taken: { party: 'VN', seq: 2 },
  });
});

test('T7 values of the base are not taken, nor those that each party has for itself (T6)', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { ...lineFields('ກ'), reference: '12/BQP' });
  table.position('VN', draft, draft.text, { title: prose('ແຜນ'), covers: { from: '2027' } });
  table.share();
  table.accept('LA', 'VN', draft);
  table.share();
  expect(field(table, 'reference').positions[1]).toEqual({ party: 'LA', source: 'silent' });
  const base = table.content('VN', draft);
  table.of('LA').desk.hold(base, table.register('VN').contents.get(base) as never);
  const amendment = { ...draft, base, mode: 'amendment' as const };
  table.position('VN', amendment, line, { venue: 'Hanoi' });
  table.share();
  table.accept('LA', 'VN', amendment);
  const item = textOf(table.register('LA'), amendment).items[0];
  const sources = item?.fields.map((one) => [one.field, one.positions[1]?.source]);
  expect(sources).toContainEqual(['venue', 'stated']);
  expect(sources).toContainEqual(['area', 'base']);
});

test('T7 a digest of something else makes the acceptance inert', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { venue: 'Hanoi' });
  table.share();
  const body = table.acceptBody('LA', 'VN', draft);
  const other = hashOf([{ field: 'venue', item: line, value: 'Hue' }], testCrypto);
  table.say('LA', 'accept', { ...body, digest: other });
  expect(reasons(table, 'LA')).toEqual(['inert.digest']);
  expect(field(table, 'venue', 'LA').state).toBe('awaits');
  const list = [{ field: 'venue', item: line, value: 'Hanoi' }];
  expect(body['digest']).toBe(testCrypto.sha256(new TextEncoder().encode(canonicalText(list))));
});

test('T7 an entry that is not in the causal past cannot be accepted', () => {
  const table = new Table(3);
  table.position('VN', draft, line, { venue: 'Hanoi' });
  table.share();
  const body = table.acceptBody('LA', 'VN', draft);
  table.say('LA', 'accept', body, { heads: [] });
  table.say('LA', 'accept', {
    ...body,
    at: { ...(body['at'] as JsonObject), hash: testCrypto.sha256(new Uint8Array()) },
  });
  table.say('LA', 'accept', { ...body, at: { ...(body['at'] as JsonObject), seq: 9 } });
  table.say('LA', 'accept', { ...body, party: 'LA' });
  expect(reasons(table, 'LA')).toEqual(['inert.cause', 'inert.cause', 'inert.cause', 'inert.cause']);
  table.say('LA', 'accept', body);
  expect(reasons(table, 'LA').length).toBe(4);
  expect(field(table, 'venue', 'LA')).toMatchObject({ state: 'awaits', awaits: ['KH'] });
});

test('T8 two who take each other’s value at once stay in brackets, shown crossed', () => {
  const table = crossed();
  expect(field(table, 'venue').state).toBe('crossed');
  expect(field(table, 'venue').positions.map(({ value }) => value)).toEqual(['Vientiane', 'Hanoi']);
  expect(textOf(table.register('VN'), draft).counts.bracket).toBe(0);
  for (const party of ['VN', 'LA']) table.position(party, draft, line, { in: true });
  table.share();
  expect(textOf(table.register('VN'), draft).counts.bracket).toBe(1);
});

test('T8 the advice ends it: the first listed keeps, the other follows', () => {
  const table = crossed();
  table.accept('LA', 'VN', draft);
  table.share();
  expect(field(table, 'venue')).toMatchObject({ state: 'agreed', value: 'Vientiane' });
  expect(field(table, 'venue', 'LA')).toEqual(field(table, 'venue'));
});

function crossed(): Table {
  const table = new Table(2);
  table.position('VN', draft, line, { venue: 'Hanoi' });
  table.position('LA', draft, line, { venue: 'Vientiane' });
  table.share();
  table.accept('VN', 'LA', draft);
  table.accept('LA', 'VN', draft);
  table.share();
  return table;
}

const recorded = (value: Json, text = 'plan.y2027'): JsonObject => ({
  kind: 'recorded',
  subject: line,
  facet: text,
  fields: { text, letter: '47/BQP', values: [{ field: 'venue', value: canonicalText(value) }] },
  attributed: { party: 'LA', source: 'letter 47/BQP' },
});

test('T12 S4 what the other side wrote is ours until the party itself confirms it', () => {
  const table = new Table(2);
  const said = table.say('VN', 'statement', recorded('Vientiane'));
  table.share();
  expect(textsOf(table.register('LA'))).toEqual([]);
  expect(accountsOf(table.register('LA'), line, 'recorded', 'plan.y2027').sides).toMatchObject([
    { party: 'VN', attributed: [{ attributed: { party: 'LA' } }] },
    { party: 'LA', attributed: [] },
  ]);
  const { fields } = recorded('Vientiane');
  table.say('LA', 'confirm', {
    party: 'VN',
    at: { seq: said.seq, hash: said.hash },
    digest: hashOf(fields as Json, testCrypto),
  });
  table.share();
  expect(field(table, 'venue').positions).toEqual([
    { party: 'VN', source: 'silent' },
    { party: 'LA', source: 'stated', value: 'Vientiane', seq: 2 },
  ]);
});

test('T12 a record of somebody else, of other values, or not in canonical form confirms nothing', () => {
  const table = new Table(3);
  const said = table.say('VN', 'statement', recorded('Vientiane'));
  const odd = recorded('x') as { fields: JsonObject };
  const floats = {
    ...odd,
    fields: { ...odd.fields, values: [{ field: 'participants', value: '[{"count":1.5}]' }] },
  };
  const wrong = table.say('VN', 'statement', floats);
  table.share();
  const at = { seq: said.seq, hash: said.hash };
  const digest = hashOf(recorded('Vientiane')['fields'] as Json, testCrypto);
  table.say('KH', 'confirm', { party: 'VN', at, digest });
  table.say('LA', 'confirm', { party: 'VN', at, digest: wrong.hash });
  table.say('LA', 'confirm', {
    party: 'VN',
    at: { seq: wrong.seq, hash: wrong.hash },
    digest: hashOf(floats.fields, testCrypto),
  });
  expect(reasons(table, 'KH')).toEqual(['inert.cause']);
  expect(reasons(table, 'LA')).toEqual(['inert.digest', 'inert.value']);
  expect(textsOf(table.register('LA'))).toEqual([]);
});

test('T2 T7 a withdrawn value can be stated again, in this draft and no other', () => {
  const table = new Table(2);
  const base = 'ab'.repeat(32) as Hash;
  table.position('VN', draft, line, { venue: 'Hanoi' });
  table.say('VN', 'withdraw', { ...draft, item: line, fields: ['venue'] });
  table.position('VN', draft, line, { venue: 'Hue' });
  table.position('VN', { ...draft, base, mode: 'correction' }, line, { venue: 'Vinh' });
  expect(field(table, 'venue').positions[0]?.value).toBe('Hue');
  expect(draftsOf(table.register('VN'), draft.text)).toEqual([draft, { ...draft, base, mode: 'correction' }]);
  expect(() => textOf(table.register('VN'), { ...draft, base, mode: 'correction' })).toThrow('not here yet');
});
