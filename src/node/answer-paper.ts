import type { Answer, Question } from '../core/register/ask/question.ts';
import type { Line, Paper } from '../documents/paper.ts';
import { formatDate } from '../words/dates.ts';
import type { Language } from '../words/languages.ts';
import { createTranslator } from '../words/translate.ts';
import { cellsOf, traceOf } from './ask.ts';
import { exerciseLabel } from './exports.ts';
import { columnText, valueText } from './value-text.ts';

/**
 * An answer on paper: the columns that a table shows. One that has sections, such as a brief, has no table: a heading for
 * each, and behind each line where it stands in the register.
 */
export function answerPaper(
  question: Question,
  answer: Answer,
  { day, language, names }: { readonly day: string; readonly language: Language; readonly names: string },
): Paper {
  const { rows } = answer;
  const { section } = question.columns;
  const line = (text: string, as?: Line['as']): Line => ({ text, lang: language, ...(as ? { as } : {}) });
  const asOf = createTranslator(language)('field.asOf', { time: formatDate(day, language) });
  const common = {
    lang: language,
    title: question.label[language],
    mark: rows.some((row) => row['exercise'] === true) ? exerciseLabel[language] : '',
    above: [line(question.label[language], 'title'), line(`${names} · ${asOf}`)],
  } as const;
  if (section !== undefined) {
    const groups = Map.groupBy(rows, (row) => valueText(section, row['section'], language));
    return {
      ...common,
      across: false,
      dense: true,
      columns: [3, 1].map((width) => ({ title: '', lang: language, width })),
      rows: [...groups].flatMap(([title, members]) => [
        [[line(title, 'head')]],
        ...members.map((row) => [
          [line(cellsOf(question, row, language).join(' · '))],
          [line(traceOf(row), 'small')],
        ]),
      ]),
    };
  }
  const held = Object.entries(question.columns).filter(
    ([name]) => rows.length === 0 || rows.some((row) => (row[name] ?? null) !== null),
  );
  const shown = held.filter(([name, field]) => field.shown === 'row' || name === 'exercise');
  const columns = shown.length === 0 ? held : shown;
  return {
    ...common,
    across: columns.length > 4,
    columns: columns.map(([, field]) => ({
      title: field.label[language],
      lang: language,
      width: widths[field.type] ?? 2,
    })),
    rows: rows.map((row) =>
      columns.map(([name, field]) =>
        columnText(name, field, row[name], language)
          .split('\n')
          .filter((text) => text !== '')
          .map((text) => line(text)),
      ),
    ),
  };
}

/** Shares of the page by what a column holds. */
const widths: Readonly<Record<string, number>> = { told: 5, prose: 5, rows: 4, flag: 1, count: 1, amount: 1 };
