import { z } from '@hono/zod-openapi';
import { textView } from './positions.ts';
import { everyRole, route } from './route.ts';
import {
  answers,
  byLang,
  fieldName,
  hash,
  inProgramme,
  json,
  lang,
  mode,
  partyCode,
  subjectId,
  takes,
} from './schema.ts';
import { draft, textPage } from './texts.ts';

/* A text as a table of thousands of lines asks for it: the page without its lines, and these in slices. */

/** Mirrors src/core/text/packed-line.ts, which says how to read it. */
export const packedLine = z.object({
  id: subjectId,
  state: z.enum(['in', 'struck', 'bracket', 'awaits']).optional(),
  number: z.int().optional(),
  fields: z.record(z.string(), z.record(z.string(), json)),
  info: z.record(z.string(), byLang).optional(),
});

/** A slice keeps its tag as long as its lines do not change. */
const tag = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/);

export const tablePage = textPage
  .omit({ view: true, inForce: true })
  .extend({
    view: textView.omit({ items: true, head: true }),
    /** What the lines are: positions under negotiation, or the content in force. */
    shows: z.enum(['draft', 'force']),
    inForce: z.object({ act: hash, hash, since: z.string() }).optional(),
    /** Whose voices a packed line has, in this order. */
    parties: z.array(partyCode).readonly(),
    head: packedLine,
    /** Lines of all slices. */
    total: z.int(),
    /** All lines in order, cut into slices. */
    slices: z.array(z.object({ tag, count: z.int() })).readonly(),
    /** Those of the first slice: a screenful. */
    lines: z.array(packedLine).readonly(),
    /** Our private changes that come with the page: all where they are few, else those of its head and its first lines. */
    drafts: z.array(draft).readonly(),
    /** The others; absent where all come with the page. */
    draftSlices: z
      .array(z.object({ tag, count: z.int() }))
      .readonly()
      .optional(),
  })
  .openapi('TablePage');
export type TablePage = z.infer<typeof tablePage>;

const whichTable = z.object({
  base: hash.optional(),
  mode: mode.optional(),
  /** Without it what is in force, unless a draft on it is open. */
  shows: z.enum(['draft', 'force']).optional(),
  /** In which order the lines come: by place, or the areas one after the other. */
  order: z.enum(['place', 'area']).optional(),
});
const inText = inProgramme.extend({ text: subjectId });

export const readTable = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}/table',
  'x-access': everyRole,
  summary: 'A text as a table: all but its lines, the first of them, and the tags to ask the others by',
  request: { params: inText, query: whichTable },
  responses: answers(tablePage, 'the page and its first lines'),
});

/** 404 `request.not-found` when its lines have changed since: read the table again. */
export const readSlice = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}/table/{tag}',
  'x-access': everyRole,
  summary: 'A slice of the lines of a table',
  request: { params: inText.extend({ tag }), query: whichTable },
  responses: answers(z.object({ lines: z.array(packedLine).readonly() }), 'its lines'),
});

/** 404 `request.not-found` when they have changed since, or are not for whoever asks: read the table again. */
export const readDraftSlice = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}/table/{tag}/drafts',
  'x-access': everyRole,
  summary: 'A slice of our private changes of a table, by a tag of its `draftSlices`',
  request: { params: inText.extend({ tag }), query: whichTable },
  responses: answers(z.object({ drafts: z.array(draft).readonly() }), 'the changes'),
});

const pasteFaults = [
  'field',
  'code',
  'date',
  'ambiguous',
  'day',
  'period',
  'number',
  'party',
  'long',
  'plain',
  'type',
] as const;

/** Writes nothing: what the screen then saves goes the way of every private change. */
export const readBlock = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/block',
  'x-access': ['desk'],
  summary: 'What the cells of a block from a spreadsheet say, cell by cell',
  request: {
    params: inText,
    body: takes(
      z.object({
        columns: z
          .array(z.object({ field: fieldName, lang: lang.optional() }))
          .min(1)
          .max(60),
        rows: z
          .array(z.object({ kind: z.string().max(64), cells: z.array(z.string().max(30_000)).max(60) }))
          .min(1)
          .max(1_000),
      }),
    ),
  },
  responses: answers(
    z.object({
      rows: z
        .array(
          z.array(z.union([z.object({ value: json }), z.object({ fault: z.enum(pasteFaults) })])).readonly(),
        )
        .readonly(),
    }),
    'for each cell its value, text of prose in its language, or why it cannot be taken',
  ),
});
