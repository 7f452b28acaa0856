import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { documentFonts } from './fonts.ts';
import { byScript, fittedWidths, type Line, laoWords, type Paper, PaperFault } from './paper.ts';

/*
 * PDF/A-3b by Typst, which shapes Lao rightly and gives the same bytes for the same paper. The page is laid out in
 * paper.typ; what stands on it goes in as data and is never read as markup.
 */

const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');
let compiler: NodeCompiler | undefined;

/**
 * Makes the document; takes a second for 80 pages, so it belongs on a thread of its own.
 *
 * @throws PaperFault `glyph` when a letter is in none of the fonts: a box in its place would be a false copy
 */
export function pdfOf(paper: Paper): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...documentFonts()] }] });
  // What an earlier document left must not be taken for a part of this one.
  compiler.evictCache(0);
  const inputs = { paper: JSON.stringify(dataOf(paper)) };
  const outcome = compiler.compile({ mainFileContent: template, inputs });
  const { result } = outcome;
  const said = outcome.takeDiagnostics();
  // Typst only warns where a font is not there, and takes another.
  if (result === null || said !== null)
    throw new Error(`typst: ${JSON.stringify(said?.shortDiagnostics.map(String))}`);
  try {
    return new Uint8Array(compiler.pdf(result, { pdfStandard: 'a-3b' }));
  } catch (error) {
    const [, letters] = /the text (.+?) could not be displayed/.exec(String(error)) ?? [];
    if (letters === undefined) throw error;
    throw new PaperFault('glyph', letters.replaceAll(/[\\"]/g, ''));
  }
}

/** A piece is a text, or in a list of one a Lao word, which stays on one line. */
type Piece = string | readonly [string];

function dataOf(paper: Paper) {
  const { above, across, columns, dense, lang, mark, rows, title } = paper;
  return {
    lang,
    across,
    dense: dense === true,
    headed: columns.some((column) => column.title !== ''),
    title,
    running: piecesOf(title),
    mark: piecesOf(mark),
    above: above.map(lineData),
    widths: fittedWidths(paper),
    columns: columns.map((column) => lineData({ text: column.title, lang: column.lang, as: 'head' })),
    rows: rows.map((cells) => ({ over: cells.length < columns.length, cells: cells.map(linesData) })),
  };
}

const linesData = (lines: readonly Line[]) => lines.map(lineData);
const lineData = ({ as, lang, text }: Line) => ({ pieces: piecesOf(text), lang, as: as ?? 'text' });

/** Lao is written without spaces, and Typst would break it inside words: each word goes in a box. */
function piecesOf(text: string): readonly Piece[] {
  return byScript(text).flatMap((part): readonly Piece[] =>
    part.isLao
      ? Array.from(laoWords(part.text), ({ isWordLike, segment }) =>
          isWordLike === true ? [segment] : segment,
        )
      : [part.text],
  );
}
