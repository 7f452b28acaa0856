import {
  Document,
  Footer,
  Header,
  type IRunOptions,
  type ITableCellOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { byScript, fittedWidths, type Line, type Paper } from './paper.ts';

/* DOCX. The library dates what it writes by the clock; the dates are set here, so that the same paper gives the same bytes. */

/** A4 in twentieths of a point. */
const [shortSide, longSide] = [11_906, 16_838];
/** Margins of the page and of cells in twentieths of a point: as in paper.typ. */
const layout = {
  around: 850,
  ends: 1_000,
  cells: { size: 19, margins: { top: 40, bottom: 40, left: 80, right: 80 } },
};
const denseLayout = {
  around: 680,
  ends: 800,
  cells: { size: 16, margins: { top: 0, bottom: 40, left: 40, right: 40 } },
};
const grey = 'F0F0F0';

export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const { above, across, columns, dense = false, lang, mark, rows, title } = paper;
  const { around, cells, ends } = dense ? denseLayout : layout;
  const width = (across ? longSide : shortSide) - 2 * around;
  const shares = fittedWidths(paper);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  const isHeaded = columns.some((column) => column.title !== '');
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column, at) =>
      cellOf([{ text: column.title, lang: column.lang, as: 'head' }], widths[at] ?? 0, cells),
    ),
  });
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(dense ? { borders: TableBorders.NONE } : {}),
    rows: [...(isHeaded ? [head] : []), ...rows.map((row) => rowOf(row, widths, cells))],
  });
  const running = [title, mark].filter((text) => text !== '').join(' · ');
  const document = new Document({
    title,
    creator: 'Counterpart',
    styles: { default: { document: { run: { font, size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            // The library turns the sides of a page that lies across.
            size: {
              width: shortSide,
              height: longSide,
              orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: ends,
              bottom: ends,
              left: around,
              right: around,
              header: ends / 2,
              footer: ends / 2,
            },
          },
        },
        headers: { default: new Header({ children: [paragraphOf({ text: running, lang, as: 'small' })] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: 'right',
                children: [
                  new TextRun({
                    font,
                    size: 16,
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        // Word wants a paragraph behind the last table.
        children: [
          ...above.map((line) => paragraphOf(line)),
          table,
          new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } }),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title) },
  ]);
  return withoutTimes(new Uint8Array(bytes));
}

interface Cells {
  /** Of the text in the table, in half points. */
  readonly size: number;
  readonly margins: ITableCellOptions['margins'];
}

function rowOf(row: Paper['rows'][number], widths: readonly number[], cells: Cells): TableRow {
  const [first = []] = row;
  const total = widths.reduce((sum, one) => sum + one, 0);
  return new TableRow({
    children:
      row.length < widths.length
        ? [cellOf(first, total, cells, widths.length)]
        : row.map((lines, at) => cellOf(lines, widths[at] ?? 0, cells)),
  });
}

function cellOf(lines: readonly Line[], width: number, { margins, size }: Cells, span?: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(margins === undefined ? {} : { margins }),
    ...(span === undefined ? {} : { columnSpan: span, shading: { fill: grey } }),
    // A cell of Word is not without a paragraph.
    children: lines.length === 0 ? [new Paragraph({})] : lines.map((line) => paragraphOf(line, size)),
  });
}

const font = { ascii: 'Noto Serif', hAnsi: 'Noto Serif', cs: 'Noto Serif Lao', eastAsia: 'Noto Serif' };
const headFont = { ascii: 'Noto Sans', hAnsi: 'Noto Sans', cs: 'Noto Sans Lao', eastAsia: 'Noto Sans' };
const looks: Readonly<Record<'title' | 'head' | 'small' | 'text', IRunOptions>> = {
  title: { font, bold: true },
  head: { font: headFont, bold: true },
  small: { font: headFont, color: '595959' },
  text: { font },
};

/** @param size of text, in half points */
function paragraphOf({ as, lang, text }: Line, size = 20): Paragraph {
  const own = as === 'title' ? 26 : as === 'small' ? Math.min(size, 15) : size;
  return new Paragraph({
    // One and a half of its size, in twentieths of a point, for the marks above and below Lao letters; more if a font wants it.
    spacing: { line: own * 15, lineRule: LineRuleType.AT_LEAST },
    children: byScript(text).map(
      (part) =>
        new TextRun({
          ...looks[as ?? 'text'],
          size: own,
          text: part.text,
          // Word takes Lao for a complex script, with a language of its own.
          language: part.isLao ? { bidirectional: 'lo-LA' } : { value: wordTags[lang] ?? lang },
        }),
    ),
  });
}

const wordTags: Readonly<Record<string, string>> = { vi: 'vi-VN', lo: 'lo-LA', fr: 'fr-FR', en: 'en-GB' };

const coreProperties = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>Counterpart</dc:creator></cp:coreProperties>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A ZIP with the time of each file set to the first that the format knows, 1 January 1980 (APPNOTE 4.4.6). */
function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const first = 0x0021_0000;
  const end = zip.length - 22;
  if (view.getUint32(end, true) !== 0x0605_4b50) throw new Error('not a ZIP without a comment');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(at + 12, first, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, first, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
