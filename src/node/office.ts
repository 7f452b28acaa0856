import ExcelJS from 'exceljs';
import type { PartnerSheet } from './workbook.ts';

/* The one module that knows how workbooks are written. */

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  /** Lines above the table. */
  readonly above: readonly string[];
}

/** What a spreadsheet would run as a formula gets an apostrophe in front; it then shows as the text that it is. */
export function neutralised(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** A workbook of one sheet, table with a frozen and repeated head, to print on A4 across. */
export async function workbookOf(sheet: Sheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(sheet.name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: sheet.above.length + 1 }],
  });
  page.columns = sheet.columns.map(({ width }) => ({ width }));
  for (const line of sheet.above) page.addRow([neutralised(line)]).font = { bold: true };
  const head = page.addRow(sheet.columns.map(({ title }) => neutralised(title)));
  head.font = { bold: true };
  page.pageSetup.printTitlesRow = `${head.number}:${head.number}`;
  for (const row of sheet.rows) {
    page.addRow(row.map(neutralised)).alignment = { vertical: 'top', wrapText: true };
  }
  page.autoFilter = {
    from: { row: head.number, column: 1 },
    to: { row: head.number + sheet.rows.length, column: sheet.columns.length },
  };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * A workbook for a partner to fill in and send back: its first row and column name fields and lines, and are hidden; the
 * title and the headings stand below.
 */
export async function partnerWorkbookOf({ keys, labels, rows, title }: PartnerSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: 3, xSplit: 3 }],
  });
  page.columns = keys.map((key, at) => ({
    width: at < 2 ? 6 : key.includes('.') ? 44 : 20,
    hidden: at === 0,
  }));
  page.addRow([...keys]).hidden = true;
  page.addRow(['', '', neutralised(title)]).font = { bold: true };
  page.addRow(labels.map(neutralised)).font = { bold: true };
  for (const row of rows) {
    const line = page.addRow(row.map(neutralised));
    line.alignment = { vertical: 'top', wrapText: true };
    // Text stays text, whatever a spreadsheet would make of it.
    line.numFmt = '@';
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to see Lao. */
export function csvOf(sheet: Sheet): Uint8Array {
  const cell = (text: string): string => `"${neutralised(text).replaceAll('"', '""')}"`;
  const rows = [sheet.columns.map(({ title }) => title), ...sheet.rows];
  return new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}
