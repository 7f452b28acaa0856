import { writeFileSync } from 'node:fs';
import { isFullDate } from '../core/bytes/partial-date.ts';
import { questions } from '../core/register/ask/catalogue.ts';
import type { Answer, OptionName, Question } from '../core/register/ask/question.ts';
import { answerPage } from '../node/answer-page.ts';
import { answerPaper } from '../node/answer-paper.ts';
import { answerSheet, askFor, cellsOf, optionsOf, questionOf, traceOf } from '../node/ask.ts';
import { completed } from '../node/narrowed.ts';
import { documentOf, paperFormatOf } from '../node/paper.ts';
import { Refusal } from '../node/problem.ts';
import { valueText } from '../node/value-text.ts';
import { namedFields } from '../words/named.ts';
import { type Call, type Command, jsonOption } from './command.ts';
import { type ReadRegister, readRegister } from './read-register.ts';
import { usageFault } from './run.ts';
import { oneLine } from './show-value.ts';

/** What may stand behind `--name`, in the order of the help. */
const askOptions = {
  state: { value: 'CODE', says: 'cli.askState' },
  by: { value: 'PARTY', says: 'cli.askBy' },
  days: { value: 'DAYS', says: 'cli.askDays', whole: { least: 0, most: 36_500 } },
  side: { value: 'PARTY', says: 'cli.askSide' },
  post: { value: 'TEXT', says: 'cli.askPost' },
  on: { value: 'DATE', says: 'cli.askOn' },
  for: { value: 'TEXT', says: 'cli.askFor' },
  force: { value: 'CODE', says: 'cli.askForce' },
  area: { value: 'CODE', says: 'cli.askArea' },
} as const satisfies Readonly<Record<OptionName, Command['options'][string]>>;

/** Questions of the register, on a node's folder beside a running server too, or on an export. */
export const ask: Command = {
  usage: ['FOLDER', ...questions.map(usageOf)],
  operands: { least: 1, most: 2 },
  options: {
    ...askOptions,
    day: { value: 'DATE', says: 'cli.askDay' },
    out: { value: 'FILE', says: 'cli.askOut' },
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    ...jsonOption,
  },
  examples: [
    'ask VN chronology --on 2020-12',
    'ask VN promises --state open --by VN',
    'ask VN due --days 60',
    'ask VN holder --side LA --post "Minister of National Defence" --on 2020-12-04',
    'ask LA brief --for minister',
    'ask LA brief --for minister --out brief.html',
    'ask VN chronology --out chronology.xlsx',
    'ask VN promises --out promises.pdf',
  ],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const [folder = '', name] = call.operands;
    if (name === undefined) {
      listQuestions(call);
      return 'ok';
    }
    const question = knownQuestion(call, name);
    const given = Object.fromEntries(Object.keys(askOptions).map((option) => [option, call.text(option)]));
    const options = readOptions(call, question, given);
    const read = readRegister(call, folder);
    const day = call.text('day') ?? read.today;
    if (!isFullDate(day)) throw usageFault(call.t, call.name, call.t('cli.askDayForm'));
    // Whoever may read the folder may read all that is in it.
    const asking = { register: read.register, day, sight: 'restricted' } as const;
    const asked = askFor(asking, question, options, read.own);
    const answer = { ...asked, rows: completed(asking, question, asked.rows) };
    await show(call, question, answer, day, read);
    return 'ok';
  },
};

/** `FOLDER promises [--state CODE] [--by PARTY]`. */
function usageOf(question: Question): string {
  const options = Object.entries(question.options).map(([name, { required }]) => {
    const written = `--${name} ${askOptions[name as OptionName].value}`;
    return required === true ? written : `[${written}]`;
  });
  return ['FOLDER', question.question, ...options].join(' ');
}

function listQuestions({ flag, language, terminal }: Call): void {
  if (flag('json')) {
    terminal.json(
      questions.map(({ label, options, question }) => ({ question, label, options: Object.keys(options) })),
    );
    return;
  }
  const width = Math.max(...questions.map(({ question }) => question.length));
  for (const { label, question } of questions)
    terminal.print(`${question.padEnd(width)}  ${label[language]}`);
}

function knownQuestion(call: Call, name: string): Question {
  if (questions.some(({ question }) => question === name)) return questionOf(name);
  throw usageFault(
    call.t,
    call.name,
    call.t('cli.askUnknown', {
      question: name,
      questions: questions.map(({ question }) => question).join(', '),
    }),
  );
}

function readOptions(call: Call, question: Question, given: Readonly<Record<string, string | undefined>>) {
  try {
    return optionsOf(question, given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.particulars.errors ?? [];
    const option = `--${first?.path ?? ''}`;
    const known =
      Object.keys(question.options)
        .map((name) => `--${name}`)
        .join(', ') || '–';
    const sentence = call.t('cli.askOption', {
      question: question.question,
      option,
      options: known,
      codes: codesOf(question, first?.path),
    });
    throw usageFault(call.t, call.name, sentence);
  }
}

/** The codes that an option takes, for a call that gave another. */
function codesOf(question: Question, option: string | undefined): string {
  const field = question.options[option as OptionName];
  return field?.type === 'code' ? Object.keys(field.codes).join(', ') : '–';
}

async function show(
  call: Call,
  question: Question,
  found: Answer,
  day: string,
  { founding, register }: ReadRegister,
): Promise<void> {
  const { language, t, terminal } = call;
  const called: Readonly<Record<string, string | undefined>> = founding.name;
  const names = called[language] ?? Object.values(called)[0] ?? '';
  const out = call.text('out');
  const answer = { ...found, rows: namedFields(found.rows, register.kinds, language) };
  if (out !== undefined) {
    writeFileSync(out, await fileOf(question, answer, { day, language, names }, out), { flag: 'wx' });
    terminal.print(t('cli.askWritten', { file: out, count: answer.rows.length }));
  } else if (call.flag('json'))
    terminal.json({
      question: question.question,
      programme: founding.programme,
      day,
      about: found.about ?? {},
      // What programs read keeps its codes.
      rows: found.rows,
    });
  else printAnswer(call, question, answer, day);
}

/** A page to print, a document, a workbook, or else comma-separated values, by how the file is called. */
async function fileOf(
  question: Question,
  answer: Answer,
  on: Parameters<typeof answerPage>[2],
  out: string,
): Promise<string | Uint8Array> {
  if (out.endsWith('.html')) return answerPage(question, answer, on);
  const format = paperFormatOf(out);
  if (format !== undefined) return documentOf(format, answerPaper(question, answer, on));
  const office = await import('../node/office.ts');
  const sheet = answerSheet(question, answer, on.day, on.language);
  return out.endsWith('.xlsx') ? office.workbookOf(sheet) : office.csvOf(sheet);
}

/** A heading, a line for each row with what a table shows of it and where it stands, and the count. */
function printAnswer({ language, t, terminal }: Call, question: Question, answer: Answer, day: string): void {
  const [heading = ''] = answerSheet(question, answer, day, language).above;
  terminal.print(heading);
  const { section } = question.columns;
  let before: unknown;
  for (const row of answer.rows) {
    if (section !== undefined && row['section'] !== before) {
      before = row['section'];
      terminal.print(`\n${valueText(section, row['section'], language)}`);
    }
    const cells = cellsOf(question, row, language).map(oneLine);
    terminal.print(`  ${cells.join(' | ')}  ${traceOf(row)}`);
  }
  terminal.print(t('cli.askCount', { count: answer.rows.length }));
}
