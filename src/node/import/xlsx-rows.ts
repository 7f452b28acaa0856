import { cellLengthMax, columnsMax, ImportRefused, importRowsMax } from './limits.ts';
import { openZip, type Zip } from './unzip.ts';
import { readXml } from './xml-events.ts';

/** A cell as a sheet has it: text, or the number behind a date or an amount. */
export type Cell = string | number;

/** Cells of one row by column number from 0; what is not there is empty. */
export type SheetRow = readonly (Cell | undefined)[];

/**
 * Gives every row of one sheet of a workbook (ECMA-376) in order, with its number as the sheet counts it. The sheet is read
 * as it is inflated; only shared texts are held.
 *
 * @param wanted name of the sheet; the first one when left out
 * @param how `formulas: 'refuse'` where a cell must say what it says, elsewhere the value last computed is read;
 *   `partBytes`: most bytes of one part once inflated
 * @throws ImportRefused
 */
export async function readSheet(
  path: string,
  wanted: string | undefined,
  take: (row: SheetRow, number: number) => void,
  how: { readonly formulas?: 'refuse'; readonly partBytes?: number } = {},
): Promise<void> {
  const zip = await openZip(path, how.partBytes);
  try {
    const sheet = await sheetPath(zip, wanted);
    const shared = zip.names.includes('xl/sharedStrings.xml') ? await sharedTexts(zip) : [];
    await readRows(zip, sheet, shared, take, how.formulas === 'refuse');
  } finally {
    await zip.close();
  }
}

/** Serial days of a date in a workbook count from here (1900 system, with its leap day that never was). */
export const serialStart = Date.UTC(1899, 11, 30);

async function sheetPath(zip: Zip, wanted: string | undefined): Promise<string> {
  const sheets: { name: string; id: string }[] = [];
  await readXml(zip.chunks('xl/workbook.xml'), {
    open: (name, attribute) => {
      if (name === 'sheet') sheets.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' });
    },
    close: () => {},
    text: () => {},
  });
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) throw new ImportRefused('import.form', `no sheet ${wanted ?? ''}`.trim());
  let target = '';
  await readXml(zip.chunks('xl/_rels/workbook.xml.rels'), {
    open: (name, attribute) => {
      if (name === 'Relationship' && attribute('Id') === sheet.id) target = attribute('Target') ?? '';
    },
    close: () => {},
    text: () => {},
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function sharedTexts(zip: Zip): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, isIn, isPhonetic] = ['', false, false];
  await readXml(zip.chunks('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') isIn = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      else if (name === 't') isIn = false;
      else if (name === 'rPh') isPhonetic = false;
    },
    text: (part) => {
      if (!isIn || isPhonetic) return;
      text += part;
      if (text.length > cellLengthMax) throw new ImportRefused('import.large', 'a cell is too long');
    },
  });
  return texts;
}

async function readRows(
  zip: Zip,
  sheet: string,
  shared: readonly string[],
  take: (row: SheetRow, number: number) => void,
  refusesFormulas: boolean,
): Promise<void> {
  let [row, number, column]: [(Cell | undefined)[], number, number] = [[], 0, -1];
  let [type, value, isIn] = ['', '', false];
  await readXml(zip.chunks(sheet), {
    open: (name, attribute) => {
      if (name === 'row') {
        row = [];
        number = Number(attribute('r') ?? number + 1);
        column = -1;
        if (!(number <= importRowsMax))
          throw new ImportRefused('import.large', `more than ${importRowsMax} rows`);
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        if (column >= columnsMax) throw new ImportRefused('import.large', `more than ${columnsMax} columns`);
        [type, value] = [attribute('t') ?? 'n', ''];
      } else if (name === 'f' && refusesFormulas)
        throw new ImportRefused('import.formula', 'a cell holds a formula');
      else if (name === 'v' || name === 't') isIn = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isIn = false;
      else if (name === 'c') {
        const cell = cellOf(type, value, shared);
        if (cell !== undefined) row[column] = cell;
      } else if (name === 'row') take(row, number);
    },
    text: (part) => {
      if (!isIn) return;
      value += part;
      if (value.length > cellLengthMax) throw new ImportRefused('import.large', 'a cell is too long');
    },
  });
}

function cellOf(type: string, value: string, shared: readonly string[]): Cell | undefined {
  if (value === '') return undefined;
  if (type === 's') return shared[Number(value)];
  if (type === 'n') return Number.isFinite(Number(value)) ? Number(value) : undefined;
  // An error such as #REF! says nothing.
  return type === 'e' ? undefined : value;
}

/** `C12` is in column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
