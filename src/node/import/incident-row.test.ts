import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PartyCode } from '../../core/bytes/ids.ts';
import { state } from '../../core/register/ask/record.fixture.ts';
import { Table } from '../../core/register/table.fixture.ts';
import { noMapping } from './mapping.ts';
import { type ImportPlan, planImport } from './plan-import.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-incidents-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const table = new Table(2);
state(table, 'VN', 'segment', 'segment.north', { title: { en: 'North', lo: 'ພາກເໜືອ' }, exercise: true });

function plan(text: string): Promise<ImportPlan> {
  const path = join(dir, 'list.csv');
  writeFileSync(path, text);
  return planImport(path, 'incidents', noMapping, table.register('VN'), 'VN' as PartyCode);
}

test('a list of incidents becomes counts by time and segment, categories by code or name in any language', async () => {
  const { faults, statements } = await plan(
    'category,number,from,to,segment\nsmuggling,2,2021-01,2021-03,ພາກເໜືອ\nBuôn lậu,1,2021-01,2021-03,north\ndrugs,4,2021-04,,\n',
  );
  expect(faults).toEqual([]);
  expect(statements.map(({ fields }) => fields)).toEqual([
    {
      period: { from: '2021-01', to: '2021-03' },
      counts: [{ category: 'smuggling', count: 3 }],
      segment: 'segment.north',
    },
    { period: { from: '2021-04', to: '2021-04' }, counts: [{ category: 'drugs', count: 4 }] },
  ]);
});

test.each([
  'name',
  'Persons',
  'Họ và tên',
  'Quốc tịch',
  'Nom de la personne',
  'Passport no.',
  'ຊື່ ແລະ ນາມສະກຸນ',
  'ສັນຊາດ',
])('a list with a column %s is refused whole, by a name of its own', async (column) => {
  await expect(plan(`category,number,from,${column}\ndrugs,1,2021,x\n`)).rejects.toMatchObject({
    code: 'import.persons',
  });
  const lines = await plan(JSON.stringify({ category: 'drugs', count: '1', from: '2021', [column]: 'x' }));
  expect(lines.statements).toEqual([]);
  expect(lines.faults).toMatchObject([{ reason: 'persons' }]);
});

test('a row that is no count is named: an unknown category, segment or time', async () => {
  const { faults } = await plan('category,number,from,segment\nquarrels,many,soon,nowhere\n');
  expect(faults.map(({ column }) => column)).toEqual(['category', 'number', 'from', 'segment']);
});
