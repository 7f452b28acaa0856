import { expect, test } from 'vitest';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { decodeStrict } from '../bytes/decode.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { BytesError } from '../bytes/error.ts';
import type { Hash, SubjectId } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import { contentBytesMax } from '../feed/limits.ts';
import { allKinds, kindsOf } from '../kinds/catalogue.ts';
import { headFields, languages, lineFields, prose, Table } from '../register/table.fixture.ts';
import { textOf } from '../register/texts.ts';
import { contentBytes, declarationBytes, NotContent, NotReady, parseContent } from './content.ts';
import type { TextView } from './view.ts';

const draft = { text: 'plan.y2027' as SubjectId };
const declaration = 'ab'.repeat(32) as Hash;

/** A plan of two lines on which all is agreed, and one that is struck. */
function agreed(): Table {
  const table = new Table(2);
  table.position('VN', draft, draft.text, headFields);
  table.position(
    'VN',
    draft,
    'visit.b',
    { ...lineFields('ຂ', 'b'), reference: '12/BQP' },
    { info: { activity: { fr: 'b' } } },
  );
  table.position('VN', draft, 'dialogue.a', { ...lineFields('ກ', 'a'), remarks: null });
  table.position('VN', draft, 'visit.c', { ...lineFields('ຄ', 'a'), in: false });
  table.share();
  table.accept('LA', 'VN', draft);
  table.share();
  return table;
}
const viewOf = (table: Table): TextView => textOf(table.register('VN'), draft);
const bytesOf = (table: Table): Uint8Array =>
  contentBytes(viewOf(table), table.founding.programme, languages, declaration);

test('T10 the content is canonical and whole, its items in order with their numbers', () => {
  const table = agreed();
  const { in: _, ...first } = lineFields('ກ', 'a');
  const { in: __, ...second } = lineFields('ຂ', 'b');
  expect(decodeStrict(bytesOf(table), contentBytesMax).value).toEqual({
    declaration,
    head: headFields,
    items: [
      { fields: first, id: 'dialogue.a', number: '1' },
      { fields: second, id: 'visit.b', number: '2' },
    ],
    kind: 'plan',
    languages: ['lo', 'vi'],
    programme: table.founding.programme,
    text: 'plan.y2027',
  });
});

test.each([
  ['a bracket', 'visit.b', { venue: 'Hanoi' }, { venue: 'Hue' }],
  ['an item in brackets', 'visit.b', { in: true }, { in: false }],
  ['an item that awaits', 'visit.d', { in: true }, undefined],
  ['a field that awaits', 'visit.b', { venue: 'Hanoi' }, undefined],
  ['a field that is missing', 'visit.b', { area: null }, { area: null }],
  [
    'a language that is stale',
    'visit.b',
    { purpose: prose('ກ', 'a', ['vi']) },
    { purpose: prose('ກ', 'a', ['vi']) },
  ],
  ['a bracket in the head', 'plan.y2027', { signedAt: 'Hanoi' }, { signedAt: 'Hue' }],
])('T10 a draft has no content while there is %s', (_, item, vn, la) => {
  const table = agreed();
  expect(viewOf(table).ready).toBe(true);
  table.position('VN', draft, item, vn);
  if (la !== undefined) table.position('LA', draft, item, la);
  table.share();
  expect(viewOf(table).ready).toBe(false);
  expect(() => bytesOf(table)).toThrow(NotReady);
});

test('T10 translations for information and own references are outside the content', () => {
  const table = agreed();
  const before = bytesOf(table);
  table.position('LA', draft, 'visit.b', { reference: '7' }, { info: { activity: { en: 'b' } } });
  table.share();
  expect(bytesOf(table)).toEqual(before);
});

test('T10 a content is a function of the positions, wherever it is made', () => {
  const table = agreed();
  const there = contentBytes(
    textOf(table.register('LA'), draft),
    table.founding.programme,
    languages,
    declaration,
  );
  expect(there).toEqual(bytesOf(table));
});

test('T10 the content of an amendment names its base and mode', () => {
  const table = agreed();
  const base = table.content('VN', draft);
  table.of('LA').desk.hold(base, table.register('VN').contents.get(base) as never);
  const amendment = { ...draft, base, mode: 'correction' as const };
  table.position('VN', amendment, 'visit.b', { venue: 'Hue' });
  table.share();
  table.accept('LA', 'VN', amendment);
  const content = parseContent(
    contentBytes(textOf(table.register('LA'), amendment), table.founding.programme, languages, declaration),
  );
  expect(content).toMatchObject({
    base,
    mode: 'correction',
    items: [{ id: 'dialogue.a' }, { id: 'visit.b', fields: { venue: 'Hue' } }],
  });
});

test('A8 what is read from the signed bytes is what was signed', () => {
  const table = agreed();
  const content = parseContent(bytesOf(table));
  expect(content.items.map(({ id, number }) => [id, number])).toEqual([
    ['dialogue.a', '1'],
    ['visit.b', '2'],
  ]);
  expect(content.head).toEqual(headFields);
  expect(content).not.toHaveProperty('base');
});

test('A8 the declaration named by hash holds the labels and codes of the kinds used, fields in their order', () => {
  const table = agreed();
  const bytes = declarationBytes(allKinds, viewOf(table));
  const value = decodeStrict(bytes, contentBytesMax).value as {
    items: { kind: string }[];
    text: { fields: { name: string }[] };
  };
  expect(value.items.map(({ kind }) => kind)).toEqual(['dialogue', 'visit']);
  expect(value.text.fields.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'covers']);
  const renamed = [...allKinds.values()].map((kind) =>
    kind.kind === 'visit' ? { ...kind, label: { ...kind.label, fr: 'Déplacement' } } : kind,
  );
  const other = declarationBytes(kindsOf(renamed), viewOf(table));
  expect(testCrypto.sha256(other)).not.toBe(testCrypto.sha256(bytes));
});

test.each([
  ['another key', (content: JsonObject): JsonObject => ({ ...content, more: 1 })],
  ['a base without mode', (content: JsonObject): JsonObject => ({ ...content, base: declaration })],
  ['no items', ({ items: _, ...content }: JsonObject): JsonObject => content],
  [
    'an item of another shape',
    (content: JsonObject): JsonObject => ({ ...content, items: [{ id: 'visit.a', number: '1' }] }),
  ],
  ['a language that is none', (content: JsonObject): JsonObject => ({ ...content, languages: ['Lao'] })],
])('T10 bytes with %s are no content', (_, change) => {
  const content = decodeStrict(bytesOf(agreed()), contentBytesMax).value as JsonObject;
  expect(() => parseContent(encodeCanonical(change(content)))).toThrow(NotContent);
  expect(() => parseContent(new TextEncoder().encode(`${JSON.stringify(content)} `))).toThrow(BytesError);
});
