import type { AnswerShape } from '../../api/ask.ts';
import * as declared from '../../api/ask.ts';
import type { Asking } from '../../core/register/ask/asking.ts';
import { questions } from '../../core/register/ask/catalogue.ts';
import type { Answer, Question } from '../../core/register/ask/question.ts';
import { isLanguage } from '../../words/languages.ts';
import { answerSheet, askFor, optionsOf, questionOf } from '../ask.ts';
import { isCleared } from '../handling.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { searchFor } from '../search.ts';
import { shownName } from './attachments.ts';

/** Lines of one answer when nobody says how many. */
const usualLines = 2_000;

type Given = Readonly<Record<string, string | number | undefined>>;
type Context = Parameters<typeof programmeOf>[0];

export function serveAsk(app: App, node: Node): void {
  serve(app, node, declared.listQuestions, (c) =>
    c.json(
      questions.map(({ columns, label, options, question }) => ({
        question,
        label,
        options: options as AnswerShape['options'],
        columns,
      })),
      200,
    ),
  );
  serve(app, node, declared.readAnswer, async (c) => {
    const { from = 0, limit = usualLines, ...given } = c.req.valid('query');
    const { answer, asking, question } = await asked(c, c.req.valid('param').question, given);
    const text = bodyOf(question, answer, asking, from, limit);
    return new Response(text, { headers: { 'content-type': 'application/json' } }) as never;
  });
  serve(app, node, declared.exportAnswer, async (c) => {
    const { format, question: name } = c.req.valid('param');
    const { lang, ...given } = c.req.valid('query');
    const { answer, asking, question } = await asked(c, name, given);
    const wanted = lang ?? caller(c).account.language ?? 'en';
    const sheet = answerSheet(question, answer, asking.day, isLanguage(wanted) ? wanted : 'en');
    // Loaded late: the library for workbooks is large.
    const office = await import('../office.ts');
    const bytes = format === 'csv' ? office.csvOf(sheet) : await office.workbookOf(sheet);
    const headers = {
      'content-type': types[format],
      'content-disposition': `attachment; filename*=UTF-8''${shownName(`${name}.${format}`)}`,
    };
    return new Response(Buffer.from(bytes), { headers });
  });
  serve(app, node, declared.search, async (c) => {
    const { kind, limit = 50, q } = c.req.valid('query');
    const asking = await askingOf(c, undefined);
    return c.json({ ...searchFor(asking, q, kind, limit), version: asking.register.version }, 200);
  });
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The register as this account may see it, on a day. */
async function askingOf(c: Context, day: string | undefined): Promise<Asking> {
  const programme = programmeOf(c);
  const sight = isCleared(caller(c).account) ? 'restricted' : 'parties';
  return { register: await programme.register(), day: day ?? programme.today(), sight };
}

async function asked(
  c: Context,
  name: string,
  { day, ...given }: Given,
): Promise<{ readonly question: Question; readonly answer: Answer; readonly asking: Asking }> {
  const question = questionOf(name);
  const options = optionsOf(question, given as Readonly<Record<string, string | undefined>>);
  const asking = await askingOf(c, typeof day === 'string' ? day : undefined);
  return { question, asking, answer: askFor(asking, question, options, programmeOf(c).party) };
}

/** Answers stand while the register does, and so do their bytes: a list that is read again is not written again. */
const written = new WeakMap<Answer, Map<string, string>>();
/** Pages of one answer that are kept as text. */
const pagesMax = 8;

function bodyOf(
  question: Question,
  answer: Answer,
  { day, register }: Asking,
  from: number,
  limit: number,
): string {
  const pages = written.get(answer) ?? new Map<string, string>();
  written.set(answer, pages);
  const key = `${from} ${limit} ${day} ${register.version}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const { about = {}, rows } = answer;
  const body = {
    question: question.question,
    label: question.label,
    day,
    options: question.options as AnswerShape['options'],
    columns: question.columns,
    rows: rows.slice(from, from + limit),
    total: rows.length,
    about,
    version: register.version,
  } satisfies AnswerShape;
  const text = JSON.stringify(body);
  if (pages.size >= pagesMax) pages.clear();
  pages.set(key, text);
  return text;
}
