import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import {
  answers,
  fieldName,
  hash,
  inProgramme,
  json,
  mode,
  partyCode,
  subjectId,
  takes,
  time,
} from './schema.ts';

/*
 * A sitting: both delegations settle a text at one table, on the node of one of them. What is settled becomes that side's
 * private drafts, and a sheet that the other side opens on its own node. Nothing is said in the other side's name.
 */

/** What was settled in one field, and how: the other side's wording, ours, or a new one. */
export const settled = z.object({
  item: subjectId,
  field: fieldName,
  as: z.enum(['theirs', 'ours', 'new']),
  value: json,
  at: time,
  /** Whose stated position is that value already. */
  holders: z.array(partyCode).readonly(),
});
export type Settled = z.infer<typeof settled>;

const fingerprint = z.object({ hash, digits: z.string(), words: z.string() });

export const sitting = z
  .object({
    settled: z.array(settled).readonly(),
    /** What the other side takes along or is sent: the settled wordings as one line of canonical JSON. Absent while nothing is settled. */
    sheet: z.object({ text: z.string(), fingerprint }).optional(),
  })
  .openapi('Sitting');
export type Sitting = z.infer<typeof sitting>;

const inText = inProgramme.extend({ text: subjectId });
const whichDraft = z.object({ base: hash.optional(), mode: mode.optional() });
/** Who sees what is being drafted. */
const readers = ['desk', 'signatory', 'leader', 'auditor'] as const;

export const readSitting = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}/sitting',
  'x-access': readers,
  summary: 'What was settled at the table, and the sheet for the other side',
  request: { params: inText, query: whichDraft },
  responses: answers(sitting, 'the sitting'),
});

export const settleField = route({
  method: 'put',
  path: '/api/programmes/{programme}/texts/{text}/sitting',
  'x-access': ['desk'],
  summary: 'Settle one field at the table, or open it again; our part of it is a private draft',
  request: {
    params: inText,
    body: takes(
      whichDraft.extend({
        item: subjectId,
        field: fieldName,
        as: z.enum(['theirs', 'ours', 'new', 'open']),
        /** Whose wording, when `theirs`. */
        party: partyCode.optional(),
        /** When `new`. */
        value: json.optional(),
      }),
    ),
  },
  responses: answers(sitting, 'settled'),
});

export const endSitting = route({
  method: 'delete',
  path: '/api/programmes/{programme}/texts/{text}/sitting',
  'x-access': ['desk'],
  summary: 'Put the sitting away; drafts made at it stay',
  request: { params: inText, query: whichDraft },
  responses: answers(sitting, 'an empty sitting'),
});

/** Most characters of a sheet. */
const sheetMax = 4_000_000;
const given = takes(whichDraft.extend({ sheet: z.string().max(sheetMax) }));

/** 422 `sheet.refused` for what is no sheet of this text. Nothing is written. */
export const inspectSheet = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/sitting/sheet',
  'x-access': ['desk'],
  summary: 'Look at a sheet from the table: what it would change in our position',
  request: { params: inText, body: given },
  responses: answers(
    z.object({
      /** On whose node it was written, and on which day. */
      party: partyCode,
      day: z.string(),
      fingerprint,
      lines: z
        .array(
          z.object({
            item: subjectId,
            field: fieldName,
            value: json,
            /** Our position now, our unsent draft before what we stated; absent when we have none. */
            ours: json.optional(),
            /** `held`: our stated position already; `prepared`: a draft of ours; `differs`: to be prepared. */
            standing: z.enum(['held', 'prepared', 'differs']),
          }),
        )
        .readonly(),
    }),
    'what it says',
  ),
});

export const takeSheet = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/sitting/sheet/take',
  'x-access': ['desk'],
  summary: 'Prepare what a sheet says as our own private drafts; sent like any other',
  request: { params: inText, body: given },
  responses: answers(z.object({ prepared: z.int() }), 'how many fields were prepared'),
});
