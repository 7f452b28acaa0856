import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { partOf } from '../documents/read.fixture.ts';
import { answer, counterpart, foundTwo, withPassword } from './command-line.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-workbook-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/* Each call is a process of its own: generous for a machine that does other things meanwhile. */
test('S4 a text is begun, goes out as a workbook and comes back: shown first, recorded on demand', {
  timeout: 120_000,
}, async () => {
  await foundTwo(dir);
  const at = { cwd: dir, ...withPassword };
  const ask = <Value>(args: readonly string[], input = '') =>
    answer<Value>([...args, '--dir', 'VN'], { ...at, input });
  const titles = ['--title', 'vi=EXERCISE Kế hoạch', '--title', 'lo=EXERCISE ແຜນ'];
  expect(await ask(['plan', 'begin', 'plan', '--name', 'y2027', ...titles])).toEqual({
    text: 'plan.y2027',
    unsent: 1,
  });
  const fields = { in: true, place: '0010', activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' }, venue: 'Hà Nội' };
  await ask(['plan', 'take', 'plan.y2027', '-'], JSON.stringify([{ item: 'visit.a', fields }]));
  await ask(['plan', 'send', 'plan.y2027']);
  expect(await ask(['plan', 'workbook', 'plan.y2027', '--out', 'for-la.xlsx'])).toEqual({
    file: 'for-la.xlsx',
    rows: 1,
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(dir, 'for-la.xlsx'));
  const page = workbook.worksheets[0] as ExcelJS.Worksheet;
  const column = (page.getRow(1).values as unknown[]).indexOf('venue');
  // Under what the plan says of itself.
  const line = (page.getColumn(1).values as unknown[]).indexOf('visit.a');
  page.getRow(line).getCell(column).value = 'EXERCISE Viêng Chăn';
  await workbook.xlsx.writeFile(join(dir, 'from-la.xlsx'));
  const shown = ['plan', 'show', 'plan.y2027', '--out'];
  expect(await ask([...shown, 'plan.docx'])).toEqual({ file: 'plan.docx' });
  const said = partOf(readFileSync(join(dir, 'plan.docx')), 'word/document.xml');
  expect(said).toContain('[VN: Hà Nội | LA: …]');
  expect(said).toContain('ຢ້ຽມຢາມ');
  expect(await ask([...shown, 'plan.pdf'])).toEqual({ file: 'plan.pdf' });
  expect(readFileSync(join(dir, 'plan.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  expect(await counterpart([...shown, 'plan.pdf', '--dir', 'VN'], at)).toMatchObject({ code: 1 });
  const back = ['plan', 'return', 'plan.y2027', 'from-la.xlsx'];
  const positions = [{ item: 'visit.a', values: { venue: 'EXERCISE Viêng Chăn' } }];
  expect(await ask(back)).toMatchObject({ positions, faults: [], known: true, recorded: 0 });
  expect(await ask([...back, '--record', 'LA', '--letter', 'EXERCISE 17'])).toMatchObject({ recorded: 1 });
  const refused = await counterpart(['plan', 'return', 'plan.y2027', 'founding.json', '--dir', 'VN'], at);
  expect(refused).toMatchObject({ code: 1 });
  // Nothing is in force yet: a review of it has no lines to begin with.
  await ask(['plan', 'begin', 'review', '--name', 'y2027', '--stage', 'midYear', ...titles]);
  expect(await ask(['plan', 'fill', 'review.y2027', '--from', 'plan.y2027'])).toMatchObject({ changed: 0 });
});
