import { makeDocument } from '../documents/make.ts';
import { type Paper, PaperFault, type PaperFormat } from '../documents/paper.ts';
import { Refusal } from './problem.ts';

/**
 * A document, as bytes.
 *
 * @throws Refusal `export.glyph` naming letters that no font of ours has; `export.large` for a list that is too long
 */
export async function documentOf(format: PaperFormat, paper: Paper): Promise<Uint8Array> {
  try {
    return await makeDocument(format, paper);
  } catch (error) {
    if (!(error instanceof PaperFault)) throw error;
    if (error.code === 'glyph') throw new Refusal('export.glyph', { current: { letters: error.message } });
    throw new Refusal('export.large', { detail: error.message });
  }
}

/** What a file of each format says it is. */
export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
} as const;

/** Which document a file is to be, by how it is called; undefined for what is none. */
export const paperFormatOf = (file: string): PaperFormat | undefined =>
  file.endsWith('.pdf') ? 'pdf' : file.endsWith('.docx') ? 'docx' : undefined;
