import type { Answer, Question } from '../core/register/ask/question.ts';
import type { Language } from '../words/languages.ts';
import { answerSheet, cellsOf, traceOf } from './ask.ts';
import { escaped } from './exports.ts';
import { valueText } from './value-text.ts';

/* An answer as a page to print, complete in itself: A4, no script, nothing fetched. */

const style = `@page{size:A4;margin:11mm}body{font:8.5pt/1.3 'Noto Serif','Noto Serif Lao',serif;color:#000;margin:0 auto;max-width:188mm}
h1{font-size:13pt;margin:0 0 2pt}h2{font:bold 9.5pt/1.3 'Noto Sans','Noto Sans Lao',sans-serif;margin:5pt 0 1pt;border-bottom:.5pt solid #444}
p,ul{margin:0;padding:0}li{list-style:none;display:flex;gap:6pt;justify-content:space-between;break-inside:avoid}
.trace{font:6.5pt/1.3 'Noto Sans Mono',monospace;color:#333;text-align:right;flex:0 0 34%}`;

/** Heading, what concerns all rows, then each row in one line under its section with where it stands in the register. */
export function answerPage(
  question: Question,
  answer: Answer,
  { day, language, names }: { readonly day: string; readonly language: Language; readonly names: string },
): string {
  const [heading = '', ...above] = answerSheet(question, answer, day, language).above;
  const { section } = question.columns;
  const groups = Map.groupBy(answer.rows, (row) =>
    section === undefined ? '' : valueText(section, row['section'], language),
  );
  const parts = [...groups].map(([title, rows]) => {
    const lines = rows.map(
      (row) =>
        `<li><span>${escaped(cellsOf(question, row, language).join(' · '))}</span><span class="trace">${escaped(traceOf(row))}</span></li>`,
    );
    return `${title === '' ? '' : `<h2>${escaped(title)}</h2>`}<ul>${lines.join('\n')}</ul>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(heading)}</title><style>${style}</style></head><body>
<h1>${escaped(heading)}</h1>${[names, ...above].map((line) => `<p>${escaped(line)}</p>`).join('')}
${parts.join('\n')}</body></html>
`;
}
