import type { Language } from '../words/languages.ts';

/* What goes on paper, before anybody knows in which format: one table under a heading, on pages that say what they are. */

/** A line of a cell, in one language. */
export interface Line {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** `title` and `head` stand out, `small` says where the line above is found. */
  readonly as?: 'title' | 'head' | 'small';
}

/** A text in languages side by side, or a list. */
export interface Paper {
  /** The reader's language: that of the lines above the table. */
  readonly lang: Language;
  /** Of the document's properties, and at the top of each page. */
  readonly title: string;
  /** At the top of each page, such as EXERCISE; may be empty. */
  readonly mark: string;
  /** Above the table: what this is, its fingerprint, its date. */
  readonly above: readonly Line[];
  /** The page lies across. */
  readonly across: boolean;
  /** Small and without lines, to fit much on one page. */
  readonly dense?: true;
  /** `width` is a share of the page. No head where no column has a title. */
  readonly columns: readonly { readonly title: string; readonly lang: string; readonly width: number }[];
  /** Each with a cell for each column, or with one cell over all of them. */
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

export type PaperFormat = 'docx' | 'pdf';

/** Most rows of a document; a longer list goes out as a workbook. */
export const paperRowsMax = 5_000;

/** Why a document cannot be made: `glyph` when no font of ours has a letter, named in the message; `large` beyond the limit. */
export class PaperFault extends Error {
  override readonly name = 'PaperFault';
  readonly code: 'glyph' | 'large';

  constructor(code: PaperFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A text cut where Lao begins and ends: each part wants a font and a language of its own. */
export const byScript = (text: string): readonly { readonly text: string; readonly isLao: boolean }[] =>
  (text.match(/[\u0e80-\u0eff\u200b]+(?: +[\u0e80-\u0eff\u200b]+)*|[^\u0e80-\u0eff\u200b]+/gu) ?? []).map(
    (part) => ({
      text: part,
      isLao: /[\u0e80-\u0eff]/u.test(part),
    }),
  );

/** Lao words, which never break; Lao is written without spaces. */
export const laoWords = (text: string): Iterable<{ segment: string; isWordLike?: boolean | undefined }> =>
  segmenter.segment(text);
const segmenter = new Intl.Segmenter('lo', { granularity: 'word' });

/** Letters of the size of the table's that stand beside each other across the page. */
const lettersOf = ({ across, dense }: Paper): number => (across ? 133 : dense === true ? 110 : 90);
/** What the edges of a cell take of them. */
const edges = 2;
/** How much wider a head's letters are. */
const bold = 1.2;
/** A longer word breaks, or stands over the edge: it is an address or a fingerprint. */
const longest = 24;

/**
 * Shares of the page by columns: as the paper wants them, but that each has room for its longest word. What that takes comes
 * from the columns that have more than they need.
 */
export function fittedWidths(paper: Paper): readonly number[] {
  const { columns, rows } = paper;
  const whole = lettersOf(paper);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const wanted = columns.map(({ width }) => (whole * width) / shares);
  const known = new Map<string, number>();
  const needs = columns.map(({ title }, at) => {
    let most = longestWord(title, known) * bold;
    for (const cells of rows)
      if (cells.length === columns.length)
        for (const { text } of cells[at] ?? []) most = Math.max(most, longestWord(text, known));
    return Math.min(most, longest) + edges;
  });
  const total = needs.reduce((sum, one) => sum + one, 0);
  if (total >= whole) return needs.map((one) => (whole * one) / total);
  const lacks = needs.reduce((sum, need, at) => sum + Math.max(0, need - (wanted[at] ?? 0)), 0);
  const spare = needs.reduce((sum, need, at) => sum + Math.max(0, (wanted[at] ?? 0) - need), 0);
  return wanted.map((width, at) => {
    const need = needs[at] ?? 0;
    return width < need ? need : width - (spare === 0 ? 0 : ((width - need) * lacks) / spare);
  });
}

/** In letters: marks above and below take no room of their own. */
function longestWord(text: string, known: Map<string, number>): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  let most = 0;
  for (const part of byScript(text)) {
    const words = part.isLao
      ? Array.from(laoWords(part.text), ({ segment }) => segment)
      : part.text.split(/[\s/–-]+/);
    for (const word of words) most = Math.max(most, word.replaceAll(/\p{M}/gu, '').length);
  }
  known.set(text, most);
  return most;
}
