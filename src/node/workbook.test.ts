import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Programme as ProgrammeShape } from '../api/programmes.ts';
import type { TextPage } from '../api/texts.ts';
import { parts, zip } from './import/zip.fixture.ts';
import type { ReturnedWorkbook } from './workbook.ts';
import { headers, Opened, type Person, signInAs, type TestNode, testNode } from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let desk: Person;
let text = '';
const lines = {
  'visit.a': {
    in: true,
    place: '0010',
    activity: { vi: 'Thăm hữu nghị', lo: 'ຢ້ຽມຢາມມິດຕະພາບ' },
    area: 'visits',
    period: { from: '2027-03', to: '2027-04' },
    venue: '=Hà Nội',
    lead: [
      { party: 'VN', agency: 'EXERCISE | one' },
      { party: 'LA', agency: 'EXERCISE \\ two' },
    ],
    costs: [
      { what: 'travel', payer: 'LA', cap: { amount: '9000', currency: 'USD' } },
      { what: 'board', payer: 'VN' },
    ],
    changedBy: ['LA', 'VN'],
    carriesOut: ['provision.a', 'undertaking.b'],
    carriedFrom: 'visit.old',
    reference: 'EXERCISE 1/ours',
  },
  'course.b': {
    in: true,
    place: '0020',
    activity: { vi: 'Đào tạo', lo: 'ຝຶກອົບຮົມ' },
    area: 'training',
    period: { from: '2027' },
    places: 20,
  },
  'patrol.c': { in: true, place: '0030', activity: { vi: 'Tuần tra', lo: 'ລາດຕະເວນ' }, area: 'border' },
};

beforeAll(async () => {
  vn = await testNode(opened, 'VN');
  desk = await signInAs(vn, 'desk');
  const prepared = await desk.ask<ProgrammeShape>('POST', '/api/programmes', {
    names: { vi: 'Hợp tác', lo: 'ການຮ່ວມມື' },
    languages: ['vi', 'lo'],
    timeZone: 'Asia/Vientiane',
    partners: [{ code: 'LA', names: { lo: 'ລາວ' } }],
  });
  text = `/api/programmes/${prepared.body.id}/texts/plan.y2027`;
  const title = { vi: 'Kế hoạch', lo: 'ແຜນ' };
  await desk.ask('POST', text.replace('/plan.y2027', ''), { kind: 'plan', suffix: 'y2027', title });
  const changes = Object.entries(lines).flatMap(([item, fields]) =>
    Object.entries(fields).map(([field, value]) => ({ item, field, value, version: 0 })),
  );
  expect((await desk.ask('PUT', `${text}/drafts`, { changes })).status).toBe(200);
});
afterAll(() => opened.closeAll());

/** Title, preamble and final provisions in two languages; period, day of effect, character, place, mark. */
const headRows = 11;

/** The workbook as it goes out, opened by another program's library. */
async function sent(): Promise<ExcelJS.Workbook> {
  const response = await vn.app.request(`${text}/workbook`, {
    method: 'POST',
    headers: { ...headers, cookie: desk.cookie },
    body: JSON.stringify({ lang: 'lo' }),
  });
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return workbook;
}
async function returned(bytes: ArrayBuffer | Uint8Array) {
  const response = await vn.app.request(`${text}/workbook/returned`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', cookie: desk.cookie },
    body: bytes as ArrayBuffer,
  });
  return {
    status: response.status,
    body: (await response.json()) as ReturnedWorkbook & { code?: string; current?: { code: string } },
  };
}
const cell = (page: ExcelJS.Worksheet, item: string, key: string): ExcelJS.Cell => {
  const column = (page.getRow(1).values as unknown[]).indexOf(key);
  let row = 0;
  page.eachRow((one, number) => {
    if (one.getCell(1).value === item) row = number;
  });
  return page.getRow(row).getCell(column);
};

test('a workbook that comes back as it went changes nothing: no cell is lost on the way', async () => {
  const workbook = await sent();
  const [page] = workbook.worksheets;
  expect(page?.getColumn(1).hidden).toBe(true);
  expect(cell(page as ExcelJS.Worksheet, 'visit.a', 'activity.lo').value).toBe('ຢ້ຽມຢາມມິດຕະພາບ');
  // Our own file number is no concern of theirs.
  expect(JSON.stringify(page?.getSheetValues())).not.toContain('EXERCISE 1/ours');
  const { body, status } = await returned(await workbook.xlsx.writeBuffer());
  expect(status).toBe(200);
  expect(body).toEqual({ redline: [], positions: [], faults: [], rows: 3, known: true });
});

test('S4 what they changed is a redline first, and our record of their position only when somebody says so', async () => {
  const workbook = await sent();
  const page = workbook.worksheets[0] as ExcelJS.Worksheet;
  cell(page, 'visit.a', 'activity.lo').value = 'ຢ້ຽມຢາມທາງການ';
  cell(page, 'visit.a', 'venue').value = 'ວຽງຈັນ';
  cell(page, 'visit.a', 'lead').value = 'somebody else';
  cell(page, 'course.b', 'period').value = '3/2027 - 2027-05';
  cell(page, 'course.b', 'places').value = 25;
  cell(page, 'course.b', 'area').value = 'ສາທາລະນະສຸກ';
  page.spliceRows(6 + headRows, 1);
  const keys = page.getRow(1).values as unknown[];
  const added = page.addRow([]);
  added.getCell(3).value = 'ການຢ້ຽມຢາມ';
  added.getCell(keys.indexOf('activity.lo')).value = 'ຢ້ຽມຢາມອີກຄັ້ງ';
  added.getCell(keys.indexOf('area')).value = 'visits';
  const { body } = await returned(await workbook.xlsx.writeBuffer());
  expect(body.faults).toEqual([
    { row: 4 + headRows, column: 'lead', reason: 'list', value: 'somebody else' },
  ]);
  const of = (item: string) => body.positions.find((one) => one.item === item)?.values;
  expect(of('visit.a')).toEqual({
    activity: { vi: 'Thăm hữu nghị', lo: 'ຢ້ຽມຢາມທາງການ' },
    venue: 'ວຽງຈັນ',
  });
  expect(of('course.b')).toEqual({ period: { from: '2027-03', to: '2027-05' }, places: 25, area: 'health' });
  expect(of('patrol.c')).toEqual({ in: false });
  const [fresh] = body.positions.filter(({ item }) => !Object.hasOwn(lines, item));
  expect(fresh).toMatchObject({
    item: expect.stringMatching(/^visit\.wb-/) as string,
    values: { in: true, area: 'visits' },
  });
  const change = (item: string) =>
    new Set(body.redline.filter((one) => one.item === item).map((one) => one.change));
  expect(change('patrol.c')).toEqual(new Set(['removed']));
  expect(change(fresh?.item ?? '')).toEqual(new Set(['added']));
  expect((await desk.ask<TextPage>('GET', text)).body.recorded).toEqual([]);

  const { positions } = body;
  const letter = 'EXERCISE workbook of 3 November';
  const recorded = await desk.ask('POST', `${text}/workbook/record`, { party: 'LA', letter, positions });
  expect(recorded.body).toEqual({ recorded: 4 });
  const page2 = (await desk.ask<TextPage>('GET', text)).body;
  expect(page2.recorded).toContainEqual(
    expect.objectContaining({ party: 'LA', by: 'VN', item: 'visit.a', letter }),
  );
  // Ours stays as it was.
  expect(page2.drafts.find((one) => one.item === 'visit.a' && one.field === 'venue')?.value).toBe('=Hà Nội');
});

test('fields of several parts and what the plan says of itself come back as they were changed', async () => {
  const workbook = await sent();
  const page = workbook.worksheets[0] as ExcelJS.Worksheet;
  expect(cell(page, 'visit.a', 'costs').value).toBe('ຄ່າເດີນທາງສາກົນ | LA | 9000 USD\nຄ່າກິນ-ຢູ່ | VN');
  expect(cell(page, 'visit.a', 'lead').value).toBe('VN | EXERCISE \\| one\nLA | EXERCISE \\\\ two');
  const [labels] = [page.getRow(3).values as string[]];
  expect(labels).toContain('ຄ່າໃຊ້ຈ່າຍ (ລາຍການ | ຝ່າຍຈ່າຍ | ສູງສຸດ)');
  cell(page, 'visit.a', 'costs').value = 'travel | VN | 4500 USD\n\nຄ່າກິນ-ຢູ່ | LA\n | VN';
  cell(page, 'visit.a', 'lead').value = 'LA | EXERCISE \\| one';
  cell(page, 'visit.a', 'changedBy').value = 'LA';
  cell(page, 'visit.a', 'carriesOut').value = 'provision.a; provision.c';
  cell(page, 'visit.a', 'carriedFrom').value = 'no such form';
  const head = (key: string): ExcelJS.Cell => {
    let row = 0;
    page.eachRow((one, number) => {
      if (one.getCell(1).value === `plan.y2027#${key}`) row = number;
    });
    return page.getRow(row).getCell(4);
  };
  expect(head('title.lo').value).toBe('ແຜນ');
  head('title.lo').value = 'ແຜນ 2027';
  head('covers').value = '2027-01 – 2028-12';
  head('character').value = 'whatever';
  const { body } = await returned(await workbook.xlsx.writeBuffer());
  expect(body.faults).toMatchObject([
    { column: 'character', reason: 'value', value: 'whatever' },
    { column: 'carriedFrom', reason: 'list', value: 'no such form' },
  ]);
  const of = (item: string) => body.positions.find((one) => one.item === item)?.values;
  expect(of('plan.y2027')).toEqual({
    title: { vi: 'Kế hoạch', lo: 'ແຜນ 2027' },
    covers: { from: '2027-01', to: '2028-12' },
  });
  expect(of('visit.a')).toEqual({
    costs: [
      { what: 'travel', payer: 'VN', cap: { amount: '4500', currency: 'USD' } },
      { what: 'board', payer: 'LA' },
      { payer: 'VN' },
    ],
    lead: [{ party: 'LA', agency: 'EXERCISE | one' }],
    changedBy: ['LA'],
    carriesOut: ['provision.a', 'provision.c'],
  });
  expect(new Set(body.redline.map(({ item }) => item))).toEqual(new Set(['plan.y2027', 'visit.a']));
  const letter = 'EXERCISE workbook of 4 November';
  const { positions } = body;
  const recorded = await desk.ask('POST', `${text}/workbook/record`, { party: 'LA', letter, positions });
  expect([recorded.status, recorded.body]).toEqual([200, { recorded: 2 }]);
});

describe('a hostile workbook is refused whole', () => {
  const row = (cells: string): Uint8Array => zip(parts(`<worksheet><row r="1">${cells}</row></worksheet>`));
  test.each([
    ['a formula', row('<c t="str"><f>1+1</f><v>2</v></c>'), 'import.formula'],
    ['a document type', zip(parts('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')), 'import.entities'],
    ['a bomb', zip(parts(' '.repeat(40 * 1024 * 1024)), 10), 'import.large'],
    ['no workbook of ours', row('<c t="str"><v>item</v></c>'), 'import.form'],
    ['no zip', new TextEncoder().encode('x'.repeat(100)), 'import.zip'],
  ])('%s', async (_, bytes, code) => {
    const { body, status } = await returned(bytes);
    expect({ status, code: body.code, why: body.current?.code }).toEqual({
      status: 422,
      code: 'workbook.refused',
      why: code,
    });
  });
});
