import type { AnswerShape } from '../../api/ask.ts';
import * as declared from '../../api/ask.ts';
import type { Asking } from '../../core/register/ask/asking.ts';
import { questionsOf } from '../../core/register/ask/catalogue.ts';
import type { Answer, Question, Row } from '../../core/register/ask/question.ts';
import { isLanguage, type Language } from '../../words/languages.ts';
import { namedFields } from '../../words/named.ts';
import { answerPaper } from '../answer-paper.ts';
import { answerSheet, askFor, optionsOf, questionOf } from '../ask.ts';
import { isCleared } from '../handling.ts';
import { type KeptJson, sendJson } from '../http/compress.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { type Bytes, bytesOf, written } from '../http/written.ts';
import { chosenIn, completed, everything, facetsIn, type Narrowing, narrowed } from '../narrowed.ts';
import type { Node } from '../node.ts';
import type { Sheet } from '../office.ts';
import { documentOf, fileTypes } from '../paper.ts';
import { RowTexts, rowTextsMax } from '../row-texts.ts';
import { searchFor } from '../search.ts';
import { sheetOfPaper, subjectPaper } from '../subject-paper.ts';
import { shownName } from './attachments.ts';

/** Lines of one answer when nobody says how many. */
const usualLines = 2_000;

type Given = Readonly<Record<string, string | number | undefined>>;
type Context = Parameters<typeof programmeOf>[0];

export function serveAsk(app: App, node: Node): void {
  serve(app, node, declared.listQuestions, (c) => c.json(questionsOf(node.kinds).map(shapeOf), 200));
  serve(app, node, declared.readAnswer, async (c) => {
    const { from = 0, lang, limit = usualLines, order, where, words, ...given } = c.req.valid('query');
    const { answer, asking, question } = await asked(node, c, c.req.valid('param').question, given);
    const narrowing = narrowingOf(words, where, order);
    const language = languageOf(c, lang);
    const rows = narrowed(asking, question, answer, narrowing, language);
    const left = rows instanceof Promise ? await rows : rows;
    return (await sendJson(c, pageOf(question, answer, left, asking, from, limit))) as never;
  });
  serve(app, node, declared.readFacets, async (c) => {
    const { lang, split, where, words, ...given } = c.req.valid('query');
    const { answer, asking, question } = await asked(node, c, c.req.valid('param').question, given);
    const narrowing = narrowingOf(words, where, undefined);
    const language = languageOf(c, lang);
    const { facets, years } = await facetsIn(asking, question, answer, narrowing, { split, language });
    return c.json({ facets, years, version: asking.register.version } as never, 200);
  });
  serve(app, node, declared.exportAnswer, async (c) => {
    const { format, question: name } = c.req.valid('param');
    const { lang, order, where, words, ...given } = c.req.valid('query');
    const { answer, asking, question } = await asked(node, c, name, given);
    const language = languageOf(c, lang);
    const left = await narrowed(asking, question, answer, narrowingOf(words, where, order), language);
    const rows = namedFields(completed(asking, question, left), asking.register.kinds, language);
    const whole = { ...answer, rows };
    const bytes =
      format === 'docx' || format === 'pdf'
        ? await documentOf(
            format,
            answerPaper(question, whole, { day: asking.day, language, names: nameOf(c, language) }),
          )
        : await sheetBytes(format, answerSheet(question, whole, asking.day, language));
    return fileOf(name, format, bytes);
  });
  serve(app, node, declared.exportSubject, async (c) => {
    const { format, subject } = c.req.valid('param');
    const asking = await askingOf(c, undefined);
    const language = languageOf(c, c.req.valid('query').lang);
    const paper = subjectPaper(asking, subject, { day: asking.day, language, names: nameOf(c, language) });
    const bytes =
      format === 'docx' || format === 'pdf'
        ? await documentOf(format, paper)
        : await sheetBytes(format, sheetOfPaper(paper));
    return fileOf(subject, format, bytes);
  });
  serve(app, node, declared.search, async (c) => {
    const { kind, limit = 50, q } = c.req.valid('query');
    const asking = await askingOf(c, undefined);
    return c.json({ ...(await searchFor(asking, q, kind, limit)), version: asking.register.version }, 200);
  });
}

function fileOf(name: string, format: keyof typeof fileTypes, bytes: Uint8Array): Response {
  const headers = {
    'content-type': fileTypes[format],
    'content-disposition': `attachment; filename*=UTF-8''${shownName(`${name}.${format}`)}`,
  };
  return new Response(Buffer.from(bytes), { headers });
}

async function sheetBytes(format: 'csv' | 'xlsx', sheet: Sheet): Promise<Uint8Array> {
  // Loaded late: the library for workbooks is large.
  const office = await import('../office.ts');
  return format === 'csv' ? office.csvOf(sheet) : await office.workbookOf(sheet);
}

/** How the programme is called, in the reader's language where it has a name in it. */
function nameOf(c: Context, language: Language): string {
  const names: Readonly<Record<string, string>> = programmeOf(c).names;
  return names[language] ?? Object.values(names)[0] ?? '';
}

const languageOf = (c: Context, lang: string | undefined): Language => {
  const wanted = lang ?? caller(c).account.language ?? 'en';
  return isLanguage(wanted) ? wanted : 'en';
};

const narrowingOf = (words = '', where = '', order: string | undefined): Narrowing =>
  words === '' && where === '' && order === undefined
    ? everything
    : { words, chosen: chosenIn(where), newest: order === 'newest' };

/** The register as this account may see it, on a day. */
async function askingOf(c: Context, day: string | undefined): Promise<Asking> {
  const programme = programmeOf(c);
  const sight = isCleared(caller(c).account) ? 'restricted' : 'parties';
  return { register: await programme.register(), day: day ?? programme.today(), sight };
}

async function asked(
  node: Node,
  c: Context,
  name: string,
  { day, ...given }: Given,
): Promise<{ readonly question: Question; readonly answer: Answer; readonly asking: Asking }> {
  const question = questionOf(name, node.kinds);
  const options = optionsOf(question, given as Readonly<Record<string, string | undefined>>);
  const asking = await askingOf(c, typeof day === 'string' ? day : undefined);
  return { question, asking, answer: askFor(asking, question, options, programmeOf(c).party) };
}

/** Answers stand while the register does, and so do their bytes: a list that is read again is not written again. */
const pagesOf = new WeakMap<readonly Row[], Map<string, KeptJson>>();
/** Pages of one list that are kept as they are sent. */
const pagesMax = 8;
const texts = new RowTexts(rowTextsMax);

/** An answer as {@link AnswerShape}, in JSON. */
function pageOf(
  question: Question,
  answer: Answer,
  left: readonly Row[],
  asking: Asking,
  from: number,
  limit: number,
): KeptJson {
  const { day, register, sight } = asking;
  const pages = pagesOf.get(left) ?? new Map<string, KeptJson>();
  pagesOf.set(left, pages);
  const key = `${question.question} ${from} ${limit} ${day} ${sight} ${register.version}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const after = {
    total: left.length,
    all: answer.rows.length,
    about: answer.about ?? {},
    day,
    version: register.version,
  } satisfies Omit<AnswerShape, keyof ReturnType<typeof shapeOf> | 'rows'>;
  const rest = JSON.stringify(after).slice(1);
  const page: KeptJson = {
    write: () => {
      const shown = texts.of(asking, question, left.slice(from, from + limit));
      const rows = shown.flatMap((text, at) => (at === 0 ? [text] : [comma, text]));
      return written([headOf(question), ...rows, bytesOf(`],${rest}`)]);
    },
  };
  if (pages.size >= pagesMax) pages.clear();
  pages.set(key, page);
  return page;
}

const comma = bytesOf(',');

/** What an answer says of its question. */
const shapeOf = ({ columns, label, options, question }: Question) =>
  ({ question, label, options: options as AnswerShape['options'], columns }) satisfies Partial<AnswerShape>;

/** An answer up to its rows: longer than some answers, and always the same. */
const heads = new WeakMap<Question, Bytes>();
function headOf(question: Question): Bytes {
  let head = heads.get(question);
  if (head === undefined) {
    head = bytesOf(`${JSON.stringify(shapeOf(question)).slice(0, -1)},"rows":[`);
    heads.set(question, head);
  }
  return head;
}
