import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSubjectId } from '../src/core/bytes/ids.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import { allKinds, statementKind } from '../src/core/kinds/catalogue.ts';
import { readStatement } from '../src/core/register/body.ts';
import { statementFault } from '../src/core/register/fold.ts';
import { exerciseStatements } from './exercise.ts';
import { recordStatements } from './record.ts';

const statements = recordStatements();
const ofKind = (kind: string) => statements.filter(({ body }) => body['kind'] === kind);
const fieldsOf = (subject: string): JsonObject =>
  statements.find(({ body }) => body['subject'] === subject)?.body['fields'] as JsonObject;

test.each([
  ['the record', statements],
  ['the EXERCISE', exerciseStatements()],
])('every statement of %s fits its kind', (_, all) => {
  const faults = all.flatMap(({ body }) => {
    const read = readStatement(body);
    const kind = read === undefined ? undefined : statementKind(allKinds, read.kind);
    const fault = read && kind ? statementFault(kind, read, ['lo', 'vi']) : 'not a statement';
    return fault === undefined ? [] : [`${JSON.stringify(body['subject'])}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test('every id is of its form, and what a statement names is there', () => {
  const subjects = new Set(statements.map(({ body }) => body['subject']));
  expect([...subjects].filter((id) => !isSubjectId(id))).toEqual([]);
  const named = JSON.stringify(statements.map(({ body }) => body['fields'])).matchAll(
    /"((?:event|mechanism|undertaking|onRecord|post|provision)\.[a-z0-9-]+)"/g,
  );
  expect([...named].map((match) => match[1]).filter((id) => !subjects.has(id))).toEqual([]);
});

test('the record is carried over whole: 162 events, 251 lines of what was said', () => {
  expect(ofKind('event')).toHaveLength(162);
  expect(ofKind('undertaking')).toHaveLength(251);
  expect(ofKind('onRecord')).toHaveLength(50);
  const forces = Map.groupBy(ofKind('undertaking'), ({ body }) => (body['fields'] as JsonObject)['force']);
  expect(Object.fromEntries([...forces].map(([force, all]) => [force, all.length]))).toEqual({
    agreed: 119,
    pledged: 49,
    planned: 8,
    target: 2,
    instructed: 15,
    requested: 20,
    recommended: 15,
    offered: 13,
    proposed: 10,
  });
});

test('conflicts stay: border length, thermometers, numbering as the sources give it', () => {
  expect(fieldsOf('segment.viet-nam-laos')['lengthKm']).toBeUndefined();
  const length = statements.find(({ body }) => body['subject'] === 'segment.viet-nam-laos')?.body['accounts'];
  expect((length as JsonObject[]).map((one) => (one['fields'] as JsonObject)['lengthKm'])).toEqual([
    '2067',
    '2130',
    '2300',
    '2337',
    '2340',
  ]);
  expect(fieldsOf('event.vl-0083')).toMatchObject({ date: '2021', session: 2 });
  expect(fieldsOf('event.vl-0153')['session']).toBeUndefined();
  expect(fieldsOf('undertaking.vl-0158-1')['answers']).toHaveLength(4);
});

test('what the record notes of each event stays with it: date as far as known, sources, and every conflict', () => {
  const lines = readFileSync(new URL('record/chronology.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const noted = lines.map((one) => JSON.parse(one) as Noted);
  expect(noted.flatMap(({ conflicts }) => conflicts).length).toBeGreaterThan(50);
  const kept = noted.map(({ id }) => {
    const { conflicts = [], date, sources } = fieldsOf(`event.${id}`) as unknown as Kept;
    return { id, date, conflicts: conflicts.map(({ note }) => note), sources: sources.length };
  });
  expect(kept).toEqual(
    noted.map(({ also_sources, conflicts, date, id }) => ({
      id,
      date,
      conflicts,
      sources: 1 + also_sources.length,
    })),
  );
});

interface Noted {
  readonly id: string;
  readonly date: string;
  readonly conflicts: readonly string[];
  readonly also_sources: readonly string[];
}
interface Kept {
  readonly date: string;
  readonly conflicts?: readonly { readonly note: string }[];
  readonly sources: readonly unknown[];
}

test('what the demo invents bears the mark EXERCISE, names no person, and says nothing of the real record', () => {
  const invented = exerciseStatements();
  const unmarked = invented.filter(({ body }) => (body['fields'] as JsonObject)['exercise'] !== true);
  expect(unmarked).toEqual([]);
  const real = new Set(statements.map(({ body }) => body['subject']));
  expect(invented.filter(({ body }) => real.has(body['subject'] ?? ''))).toEqual([]);
  const text = JSON.stringify(invented);
  expect(text).toBe(text.normalize('NFC'));
  expect(text).not.toMatch(/Xuân Lịch|Chansamone|Văn Giang|Khamliang|ຈັນສະໝອນ/);
  expect(text).not.toMatch(/vl-0/);
});
