import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { JsonObject } from '../../core/bytes/json.ts';
import { cellLengthMax, columnsMax, fileBytesMax, ImportRefused, importRowsMax } from './limits.ts';
import { columnsOf, type ImportAs, type Mapping } from './mapping.ts';
import { type Cell, readSheet } from './xlsx-rows.ts';

/** One row of a file: flat cells by field, or a record as it stands in a line of JSON. */
export type SourceRow =
  | {
      readonly row: number;
      readonly cells: ReadonlyMap<string, Cell>;
      readonly heading: (field: string) => string;
    }
  | { readonly row: number; readonly json: JsonObject }
  | { readonly row: number; readonly unreadable: 'json' };

/** Gives every row of a file, told by its first bytes and its name: a workbook, JSON lines, or CSV. @throws ImportRefused */
export async function readRows(
  path: string,
  mapping: Mapping,
  as: ImportAs,
  take: (row: SourceRow) => void,
): Promise<void> {
  const { size } = await stat(path);
  if (size > fileBytesMax) throw new ImportRefused('import.large', `more than ${fileBytesMax} bytes`);
  const first = await firstBytes(path);
  if (first.startsWith('PK')) return readWorkbook(path, mapping, as, take);
  if (/^\ufeff?\s*\{/.test(first)) return readLines(path, take);
  return readCsv(path, mapping, as, take);
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readWorkbook(
  path: string,
  mapping: Mapping,
  as: ImportAs,
  take: (row: SourceRow) => void,
): Promise<void> {
  const table = makeTable(mapping, as, take);
  await readSheet(path, mapping.sheet, (cells, number) => table(cells, number));
}

async function readLines(path: string, take: (row: SourceRow) => void): Promise<void> {
  let row = 0;
  for await (const line of createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    row += 1;
    if (row > importRowsMax) throw new ImportRefused('import.large', `more than ${importRowsMax} rows`);
    if (line.trim() === '') continue;
    take(jsonRow(line.replace(/^\ufeff/, ''), row));
  }
}

function jsonRow(line: string, row: number): SourceRow {
  try {
    const json: unknown = JSON.parse(line);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return { row, json: json as JsonObject };
  } catch {
    // Said by the row.
  }
  return { row, unreadable: 'json' };
}

async function readCsv(
  path: string,
  mapping: Mapping,
  as: ImportAs,
  take: (row: SourceRow) => void,
): Promise<void> {
  return readCsvText(createReadStream(path, 'utf8') as AsyncIterable<string>, mapping, as, take);
}

/** Gives every row of CSV that comes in pieces: RFC 4180, also with semicolons or tabs; a quoted field may hold line breaks. @throws ImportRefused */
export async function readCsvText(
  chunks: AsyncIterable<string> | Iterable<string>,
  mapping: Mapping,
  as: ImportAs,
  take: (row: SourceRow) => void,
): Promise<void> {
  const table = makeTable(mapping, as, take);
  let [cells, cell, number]: [string[], string, number] = [[], '', 1];
  let [isQuoted, wasQuote, separator]: [boolean, boolean, string | undefined] = [false, false, undefined];
  const endRow = (): void => {
    cells.push(cell);
    table(
      cells.map((one) => (one === '' ? undefined : one)),
      number,
    );
    [cells, cell] = [[], ''];
    number += 1;
  };
  for await (const chunk of chunks) {
    separator ??= separatorOf(chunk);
    for (const sign of chunk.replace(/^\ufeff/, '')) {
      if (isQuoted && !wasQuote) {
        if (sign === '"') wasQuote = true;
        else cell += sign;
      } else if (wasQuote && sign === '"') {
        cell += '"';
        wasQuote = false;
      } else {
        if (wasQuote) [isQuoted, wasQuote] = [false, false];
        if (sign === '"' && cell === '') isQuoted = true;
        else if (sign === separator) {
          cells.push(cell);
          cell = '';
        } else if (sign === '\n') endRow();
        else if (sign !== '\r') cell += sign;
      }
      if (cell.length > cellLengthMax) throw new ImportRefused('import.large', 'a cell is too long');
    }
  }
  if (cell !== '' || cells.length > 0) endRow();
}

function separatorOf(text: string): string {
  const line = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  return (
    [',', ';', '\t'].toSorted((one, other) => line.split(other).length - line.split(one).length)[0] ?? ','
  );
}

/** Reads headings from their row and every row below it by field; an empty row is none. */
function makeTable(mapping: Mapping, as: ImportAs, take: (row: SourceRow) => void) {
  let columns: ReadonlyMap<string, number> | undefined;
  let headings: string[] = [];
  const heading = (field: string): string => headings[columns?.get(field) ?? -1] ?? field;
  return (cells: readonly (Cell | undefined)[], row: number): void => {
    if (cells.length > columnsMax) throw new ImportRefused('import.large', `more than ${columnsMax} columns`);
    if (row > importRowsMax) throw new ImportRefused('import.large', `more than ${importRowsMax} rows`);
    if (row < mapping.headings) return;
    if (columns === undefined) {
      headings = Array.from(cells, (cell) => String(cell ?? ''));
      columns = columnsOf(headings, mapping, as);
      return;
    }
    const found = new Map<string, Cell>();
    for (const [field, at] of columns) {
      const cell = cells[at];
      if (cell !== undefined && String(cell).trim() !== '') found.set(field, cell);
    }
    if (found.size > 0) take({ row, cells: found, heading });
  };
}
