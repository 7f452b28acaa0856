import { z } from '@hono/zod-openapi';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Fields } from '../core/kinds/declare.ts';
import { readers, route } from './route.ts';
import {
  answers,
  byLang,
  day,
  inProgramme,
  json,
  label,
  lang,
  officeFile,
  partyCode,
  seq,
  subjectId,
} from './schema.ts';

const questionName = z.string().regex(/^[a-z][a-zA-Z]{0,39}$/);
const word = z.string().max(200).optional();

/** Columns and options as `core/kinds/declare.ts` describes fields. */
const fields = z
  .custom<Fields>()
  .openapi({ type: 'object', description: 'fields by name, as kinds declare them' });
/** One line: `subject` is what a click opens, `entries` where it stands; the rest as the columns declare. */
const row = z.custom<JsonObject>().openapi({ type: 'object' });

/** What a question may be told; each takes some of these, checked against what it declares. */
const asked = z.object({
  state: word,
  by: word,
  days: word,
  side: word,
  post: word,
  on: word,
  for: word,
  force: word,
  area: word,
  /** Day on which it is asked; today in the programme's time zone when left out. */
  day: day.optional(),
});
const page = z.object({
  /** First line that is wanted, counted from 0, and how many; all of a list of the usual length when left out. */
  from: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
});
/** What is left of an answer: lines with all of these words and every chosen value. */
const narrowing = z.object({
  words: word,
  /** `column:value`, apart by `;`: codes, parties, `yes` of a flag, the year of the first date. */
  where: z.string().max(1_000).optional(),
  /** Language in which codes and dates are looked for; the account's when left out. */
  lang: lang.optional(),
});
const inQuestion = inProgramme.extend({ question: questionName });

export const answerShape = z
  .object({
    question: z.string(),
    label,
    day,
    options: fields,
    columns: fields,
    rows: z.array(row).readonly(),
    /** How many are left of all, and how many there are without any narrowing. */
    total: z.int(),
    all: z.int(),
    about: z.custom<Json>().openapi({ type: 'object' }),
    version: z.int(),
  })
  .openapi('Answer');
export type AnswerShape = z.infer<typeof answerShape>;

export const listQuestions = route({
  method: 'get',
  path: '/api/programmes/{programme}/ask',
  'x-access': readers,
  summary: 'The questions that the register answers, with their options and columns',
  request: { params: inProgramme },
  responses: answers(
    z.array(z.object({ question: z.string(), label, options: fields, columns: fields })).readonly(),
    'questions',
  ),
});

/** What this account may not see is absent, from rows and counts alike (S5). */
export const readAnswer = route({
  method: 'get',
  path: '/api/programmes/{programme}/ask/{question}',
  'x-access': readers,
  summary: 'Ask the register: promises, due, divergences, mechanisms, holders, the border, a brief …',
  request: {
    params: inQuestion,
    query: asked
      .extend(page.shape)
      .extend(narrowing.shape)
      .extend({ order: z.enum(['newest']).optional() }),
  },
  responses: answers(answerShape, 'the answer'),
});

const facet = z.object({
  column: z.string(),
  values: z.array(z.tuple([z.string(), z.int()])).readonly(),
});

/** What one may narrow an answer by, counted over all of it; and what is left, by year. */
export const readFacets = route({
  method: 'get',
  path: '/api/programmes/{programme}/ask/{question}/facets',
  'x-access': readers,
  summary: 'By what an answer can be narrowed, with how many lines each choice has; what is left by year',
  request: {
    params: inQuestion,
    query: asked.extend(narrowing.shape).extend({
      /** A column of codes by which each year is split. */
      split: z.string().max(40).optional(),
    }),
  },
  responses: answers(
    z.object({
      facets: z.array(facet).readonly(),
      years: z
        .array(z.object({ year: z.string(), count: z.int(), parts: z.record(z.string(), z.int()) }))
        .readonly(),
      version: z.int(),
    }),
    'facets',
  ),
});

export const exportAnswer = route({
  method: 'get',
  path: '/api/programmes/{programme}/ask/{question}/export/{format}',
  'x-access': readers,
  summary:
    'The whole answer as a workbook, as CSV, or as a document (DOCX, PDF/A); cells that begin like a formula are neutralised',
  request: {
    params: inQuestion.extend({ format: z.enum(['csv', 'xlsx', 'docx', 'pdf']) }),
    query: asked.extend(narrowing.shape).extend({ order: z.enum(['newest']).optional() }),
  },
  responses: { 200: { description: 'the file', content: officeFile } },
});

export const exportSubject = route({
  method: 'get',
  path: '/api/programmes/{programme}/subjects/{subject}/export/{format}',
  'x-access': readers,
  summary:
    'One thing of the record, such as a recorded instrument: what each side states of it, with its sources, as a document, a workbook or CSV',
  request: {
    params: inProgramme.extend({ subject: subjectId, format: z.enum(['csv', 'xlsx', 'docx', 'pdf']) }),
    query: z.object({ lang: lang.optional() }),
  },
  responses: { 200: { description: 'the file', content: officeFile } },
});

export const hit = z.object({
  subject: subjectId,
  kind: z.string(),
  title: byLang,
  /** Text in which an item stands, or the item of which something is said. */
  text: subjectId.optional(),
  textTitle: byLang.optional(),
  /** The first date or period that is told, with its field. */
  dated: z.object({ field: z.string(), value: json }).optional(),
  /** Who says it, for statements; empty for what is in a text. */
  entries: z.array(z.object({ party: partyCode, seq })).readonly(),
  /** The field in which the words were found, and what stands there; empty where only a number or a code has them. */
  field: z.string(),
  found: z.string(),
});
export type Hit = z.infer<typeof hit>;

export const search = route({
  method: 'get',
  path: '/api/programmes/{programme}/search',
  'x-access': readers,
  summary: 'Every kind by its words: with or without accents, Lao without spaces, names by any spelling',
  request: {
    params: inProgramme,
    query: z.object({
      q: z.string().max(200),
      kind: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  responses: answers(
    z.object({
      hits: z.array(hit).readonly(),
      total: z.int(),
      kinds: z.record(z.string(), z.int()),
      words: z
        .array(z.string())
        .readonly()
        .describe(
          'What was looked for, folded, with every spelling of a person named: to mark it where it stands',
        ),
      unread: z
        .int()
        .describe('Statements and lines of texts that are not looked through yet: the node has just started'),
      version: z.int(),
    }),
    'what was found, the best first',
  ),
});
