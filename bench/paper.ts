import { makeDocument } from '../src/documents/make.ts';
import type { Paper, PaperFormat } from '../src/documents/paper.ts';
import type { Figures } from './figures.ts';

/* A plan of a hundred pages in Vietnamese and Lao, as PDF/A and as DOCX, beside a plan of one line. */

const rounds = 5;
/** Enough for a hundred pages. */
const lineCount = 470;
const vi =
  'Hai bên phối hợp tổ chức giao lưu hữu nghị quốc phòng biên giới tại cặp cửa khẩu quốc tế; trao đổi kinh nghiệm huấn luyện.';
const lo = 'ສອງຝ່າຍປະສານງານຈັດຕັ້ງການແລກປ່ຽນມິດຕະພາບປ້ອງກັນປະເທດຊາຍແດນ ຢູ່ດ່ານຊາຍແດນສາກົນ ແລະ ແລກປ່ຽນບົດຮຽນການຝຶກ.';

/** Milliseconds from the call to the bytes: the best of several, and the first of all, with the start of its process. */
export async function measurePaper(): Promise<Figures> {
  const begun = performance.now();
  const pages = pagesOf(await makeDocument('pdf', planOf(lineCount)));
  const firstMs = performance.now() - begun;
  return {
    pages,
    firstMs,
    pdfMs: await bestOf('pdf', lineCount),
    barePdfMs: await bestOf('pdf', 1),
    docxMs: await bestOf('docx', lineCount),
    bareDocxMs: await bestOf('docx', 1),
  };
}

async function bestOf(format: PaperFormat, lines: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await makeDocument(format, planOf(lines));
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

function planOf(lines: number): Paper {
  return {
    lang: 'vi',
    title: 'EXERCISE',
    mark: 'EXERCISE',
    above: [{ text: 'EXERCISE', lang: 'vi', as: 'head' }],
    across: false,
    columns: [
      { title: 'Tiếng Việt', lang: 'vi', width: 1 },
      { title: 'ພາສາລາວ', lang: 'lo', width: 1 },
    ],
    rows: Array.from({ length: lines }, (_, at) =>
      [
        { lang: 'vi', head: 'Thăm', text: vi },
        { lang: 'lo', head: 'ຢ້ຽມຢາມ', text: lo },
      ].map(({ head, lang, text }) => [
        { text: `${at + 1}. ${head}`, lang, as: 'head' as const },
        ...Array.from({ length: 3 }, (_, line) => ({ text: `${text} ${at}.${line}`, lang })),
      ]),
    ),
  };
}
