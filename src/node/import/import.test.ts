import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import type { PartyCode } from '../../core/bytes/ids.ts';
import { Table } from '../../core/register/table.fixture.ts';
import { membersMax } from './limits.ts';
import { looseDate } from './loose-date.ts';
import { type Mapping, noMapping, readMapping } from './mapping.ts';
import { planImport } from './plan-import.ts';
import { openZip } from './unzip.ts';
import { parts, rels, zip } from './zip.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-import-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const table = new Table(2);
const vn = 'VN' as PartyCode;
const plan = (path: string, as: 'record' | 'agreements', mapping: Mapping = noMapping) =>
  planImport(path, as, mapping, table.register('VN'), vn);

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

test.each([
  ['2021', '2021'],
  ['2021-03', '2021-03'],
  ['03/2021', '2021-03'],
  ['14/03/2021', '2021-03-14'],
  ['03/14/2021', '2021-03-14'],
  ['14.3.2021', '2021-03-14'],
  ['March 2021', '2021-03'],
  ['14 mars 2021', '2021-03-14'],
  ['1er juillet 2019', '2019-07-01'],
  ['March 14, 2021', '2021-03-14'],
  ['ngày 14 tháng 3 năm 2021', '2021-03-14'],
  ['tháng 3/2021', '2021-03'],
  ['năm 2021', '2021'],
  ['c. 1977', '~1977'],
  ['1977?', '~1977'],
  ['14/03/2564', '2021-03-14'],
  [44_269, '2021-03-14'],
  [2021, '2021'],
])('a cell %s is the date %s', (cell, date) => {
  expect(looseDate(cell)).toEqual({ date });
});

test('a date that may mean two days keeps its year; one that cannot be keeps its month; words are no date', () => {
  expect(looseDate('03/04/2021')).toEqual({ date: '2021', note: 'ambiguous' });
  expect(looseDate('03/04/2021', 'dmy')).toEqual({ date: '2021-04-03' });
  expect(looseDate('03/04/2021', 'mdy')).toEqual({ date: '2021-03-04' });
  expect(looseDate('30/02/2021')).toEqual({ date: '2021-02', note: 'impossible-day' });
  for (const cell of ['soon', 'n/a', '13/13/2021', '2021-13', -4]) expect(looseDate(cell)).toBeUndefined();
});

describe('a list of agreements', () => {
  const csv = [
    'No.;Tên văn kiện;Ngày ký;Loại;Ghi chú',
    '1;"Hiệp ước; hữu nghị";18/07/1977;Hiệp ước;',
    '2;Kế hoạch 2021;2020-12-04;;=HYPERLINK("x")',
    '2;Kế hoạch 2021;2020-12-04;;=HYPERLINK("x")',
    '2;Kế hoạch 2021;2020-12-05;;',
    '3;;2021;;',
    '4;Nghị định thư;sắp tới;;',
    '',
    '5;Thỏa thuận;03/04/2015;;',
  ].join('\r\n');

  test('each row that cannot be taken is named by row, column and reason; duplicates and doubts are no faults', async () => {
    const found = await plan(file('list.csv', `\ufeff${csv}`), 'agreements', {
      ...noMapping,
      lang: 'vi',
      source: 'EXERCISE list',
    });
    expect(found.faults).toEqual([
      { row: 6, column: 'Tên văn kiện', reason: 'missing', value: '' },
      { row: 7, column: 'Ngày ký', reason: 'date', value: 'sắp tới' },
    ]);
    expect(found.notes).toEqual([
      { row: 4, column: 'id', reason: 'duplicate', value: 'row 3' },
      { row: 5, column: 'id', reason: 'account', value: 'row 3' },
      { row: 9, column: 'Ngày ký', reason: 'ambiguous', value: '03/04/2015' },
    ]);
    expect(found).toMatchObject({ rows: 7, taken: 4, kinds: { onRecord: 3 } });
    expect(found.statements[0]).toMatchObject({
      subject: 'onRecord.1',
      fields: {
        title: { vi: 'Hiệp ước; hữu nghị' },
        signed: '1977-07-18',
        layer: 'treaty',
        source: 'EXERCISE list',
      },
    });
  });

  test('S3 rows that differ on one agreement become its accounts, none preferred', async () => {
    const found = await plan(join(dir, 'list.csv'), 'agreements');
    expect(found.statements[1]?.['accounts']).toMatchObject([
      { fields: { signed: '2020-12-04' } },
      { fields: { signed: '2020-12-05' } },
    ]);
  });

  test('what is said already is left as it is: a second import has nothing to do', async () => {
    const path = file('again.csv', 'id,title,signed\n9,Agreement,2021\n');
    const { statements } = await plan(path, 'agreements');
    table.sayAll(
      'VN',
      statements.map((body) => ({ type: 'statement', body })),
    );
    expect(await plan(path, 'agreements')).toMatchObject({ statements: [], known: 1 });
  });

  test('a workbook: shared texts, dates as serial days, Lao cells, columns by a mapping', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRow(['nothing']);
    const sheet = book.addWorksheet('List');
    sheet.addRow(['exported by hand']);
    sheet.addRow(['What', 'When', 'Ref']);
    sheet.addRow(['ຂໍ້ຕົກລົງ & <ຮ່ວມມື>', new Date(Date.UTC(2016, 2, 16)), 7]);
    sheet.addRow([{ richText: [{ text: 'ອະນຸ' }, { text: 'ສັນຍາ', font: { bold: true } }] }, 2019, 8]);
    await book.xlsx.writeFile(join(dir, 'list.xlsx'));
    const mapping = readMapping(
      new TextEncoder().encode(
        '{"columns":{"title":"What","signed":"When","id":"Ref"},"headings":2,"lang":"lo","sheet":"List"}',
      ),
      'agreements',
    );
    const { faults, statements } = await plan(join(dir, 'list.xlsx'), 'agreements', mapping);
    expect(faults).toEqual([]);
    expect(statements.map((body) => body['fields'])).toMatchObject([
      { title: { lo: 'ຂໍ້ຕົກລົງ & <ຮ່ວມມື>' }, signed: '2016-03-16' },
      { title: { lo: 'ອະນຸສັນຍາ' }, signed: '2019', layer: 'protocol' },
    ]);
  });

  test.each([
    ['{"columns":{"nothing":"x"}}', 'columns are named by'],
    ['{"columns":{"title":"absent"}}', undefined],
    ['{"dates":"ymd"}', 'dmy or mdy'],
    ['[1]', 'not an object'],
    ['{', 'not JSON'],
  ])('a mapping %s is refused', async (text, message) => {
    const bytes = new TextEncoder().encode(text);
    if (message !== undefined) expect(() => readMapping(bytes, 'agreements')).toThrow(message);
    else
      await expect(
        plan(join(dir, 'list.csv'), 'agreements', readMapping(bytes, 'agreements')),
      ).rejects.toThrow('there is no column absent');
  });
});

describe('a record', () => {
  const record = (name: string): string =>
    fileURLToPath(new URL(`../../../demo/record/${name}`, import.meta.url));

  test('the published record is taken whole: 162 events and 251 lines, nothing refused', async () => {
    const found = await plan(record('chronology.jsonl'), 'record');
    expect(found).toMatchObject({
      rows: 162,
      taken: 162,
      faults: [],
      kinds: { event: 162, undertaking: 251, onRecord: 50, mechanism: 30 },
    });
    const posts = await plan(record('posts.jsonl'), 'record');
    expect(posts).toMatchObject({ rows: 68, faults: [], kinds: { holder: 68 } });
  });

  test('a line that is no JSON, lacks something, or has an unknown code is named', async () => {
    const good = {
      id: 'x-1',
      title_en: 'Talks',
      date: '2021-03',
      kind: 'talks',
      source_url: 'https://example.org',
    };
    const lines = [
      good,
      { ...good, id: 'x-2', date: '2021-02-30' },
      { ...good, id: 'x-3', kind: 'party' },
      { ...good, title_en: '' },
      { ...good, id: 'x-4', commitments: ['x'] },
    ];
    const found = await plan(
      file('bad.jsonl', `${lines.map((one) => JSON.stringify(one)).join('\n')}\n{"id":\n`),
      'record',
    );
    expect(found.faults.map(({ column, reason, row }) => `${row} ${column} ${reason}`)).toEqual([
      '2 date date',
      '3 what value.code',
      '4 title_en missing',
      '5 commitments form',
      '6  json',
    ]);
    expect(found.taken).toBe(1);
  });

  test('a flat table is a record too', async () => {
    const found = await plan(
      file(
        'flat.csv',
        'title,date,kind,source,mechanism\nTalks,March 2021,talks,https://example.org,annual talks\n',
      ),
      'record',
    );
    expect(found).toMatchObject({ kinds: { event: 1, mechanism: 1 }, faults: [] });
  });
});

describe('a hostile workbook is refused whole', () => {
  test.each([
    ['a document type', parts('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), 'import.entities'],
    ['an entity', parts('<worksheet><row r="1"><c><v>&a;</v></c></row></worksheet>'), 'import.entities'],
    ['a sheet cut off', parts('<worksheet><row r="1"><c><v>x'), 'import.form'],
    ['a row too far', parts('<worksheet><row r="2000000"/></worksheet>'), 'import.large'],
    [
      'a column too far',
      parts('<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>'),
      'import.large',
    ],
    [
      'a cell too long',
      parts(`<worksheet><row r="1"><c t="str"><v>${'x'.repeat(60_000)}</v></c></row></worksheet>`),
      'import.large',
    ],
    ['no sheet', { 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': rels }, 'import.form'],
  ])('%s', async (_, content, code) => {
    await expect(plan(file('hostile.xlsx', zip(content)), 'agreements')).rejects.toMatchObject({ code });
  });

  test('a bomb with a false size is stopped by the bytes counted', async () => {
    const opened = await openZip(file('bomb.xlsx', zip(parts(' '.repeat(3_000_000)), 10)), 1_000_000);
    const sizes: number[] = [];
    const read = async (): Promise<void> => {
      for await (const chunk of opened.chunks('xl/worksheets/sheet1.xml')) sizes.push(chunk.length);
    };
    await expect(read()).rejects.toMatchObject({ code: 'import.large' });
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1_000_000);
    await opened.close();
  });

  test('a hundred thousand members are refused by the directory itself, whatever it says of their number', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < membersMax + 1; at += 1) many[`m${at}`] = '';
    const whole = zip(many);
    const lying = Buffer.from(whole);
    lying.writeUInt16LE(3, lying.length - 22 + 10);
    const hundred = Buffer.from(whole);
    hundred.writeUInt16LE(0xffff, hundred.length - 22 + 10);
    for (const [name, bytes] of [
      ['many.xlsx', whole],
      ['lying.xlsx', lying],
      ['hundred.xlsx', hundred],
    ] as const)
      await expect(openZip(file(name, bytes))).rejects.toMatchObject({ code: 'import.large' });
  });

  test('a zip within, a link and a name that climbs are parts that nobody reads', async () => {
    const sheet = parts(
      '<worksheet><row r="1"><c t="str"><v>title</v></c></row><row r="2"><c t="str"><v>A</v></c></row></worksheet>',
    );
    const bytes = Buffer.from(
      zip({
        ...sheet,
        'xl/embeddings/inner.zip': Buffer.from(zip({ a: 'b' })).toString('latin1'),
        'xl/link': '/etc/passwd',
        '../../climbs': 'x',
      }),
    );
    // The unix mode of a symbolic link, in the directory’s entry of `xl/link`.
    const entry = bytes.lastIndexOf('xl/link') - 46;
    bytes.writeUInt16LE(0x0314, entry + 4);
    bytes.writeUInt32LE(0o120777 * 0x10000, entry + 38);
    const before = readdirSync(dir);
    expect((await plan(file('parts.xlsx', bytes), 'agreements')).taken).toBe(1);
    expect(readdirSync(dir)).toEqual([...before, 'parts.xlsx'].sort());
    expect(existsSync(join(dir, '../../climbs'))).toBe(false);
  });

  test('a zip cut at any of many places is refused, never read as less', async () => {
    const whole = zip(
      parts(
        '<worksheet><row r="1"><c t="str"><v>title</v></c></row><row r="2"><c t="str"><v>A</v></c></row></worksheet>',
      ),
    );
    expect((await plan(file('whole.xlsx', whole), 'agreements')).taken).toBe(1);
    for (let length = 4; length < whole.length; length += 17)
      await expect(plan(file('cut.xlsx', whole.subarray(0, length)), 'agreements')).rejects.toMatchObject({
        name: 'ImportRefused',
      });
  });
});
