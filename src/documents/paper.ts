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
