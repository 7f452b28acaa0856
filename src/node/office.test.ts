import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { csvOf, neutralised, workbookOf } from './office.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1'])(
  'a cell that begins like a formula is text: %j',
  async (cell) => {
    expect(neutralised(cell)).toBe(`'${cell}`);
    const sheet = {
      name: 'a/b',
      above: [cell],
      columns: [{ title: cell, width: 10 }],
      rows: [[cell], ['plain']],
    };
    expect(new TextDecoder().decode(csvOf(sheet))).toContain(`"'${cell.replaceAll('"', '""')}"`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await workbookOf(sheet)).buffer as ArrayBuffer);
    const page = workbook.worksheets[0];
    for (const row of [1, 2, 3]) {
      const value = page?.getRow(row).getCell(1).value;
      expect(typeof value).toBe('string');
    }
    expect(page?.getRow(4).getCell(1).value).toBe('plain');
  },
);
