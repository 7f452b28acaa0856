import { z } from '@hono/zod-openapi';
import { everyRole, readers, route } from './route.ts';
import {
  answers,
  byLang,
  fieldName,
  hash,
  inProgramme,
  json,
  lang,
  line,
  partyCode,
  seq,
  subjectId,
  takes,
  time,
} from './schema.ts';
import { colleague, comment } from './texts.ts';

export const statement = z.object({
  party: partyCode,
  seq,
  at: time,
  kind: z.string(),
  subject: subjectId,
  facet: z.string().optional(),
  fields: z.record(z.string(), json),
  accounts: z
    .array(z.object({ fields: z.record(z.string(), json), source: z.string() }))
    .readonly()
    .optional(),
  attributed: z.object({ party: partyCode, source: z.string() }).optional(),
});
export type Statement = z.infer<typeof statement>;

/** Two voices on one fact (S2). */
export const comparison = z.object({
  kind: z.string(),
  facet: z.string().optional(),
  fields: z.array(z.object({ field: z.string(), state: z.enum(['same', 'differs', 'oneSide']) })).readonly(),
});

export const subjectPage = z
  .object({
    subject: subjectId,
    kind: z.string(),
    /** The item as the act in force fixes it. */
    line: z
      .object({
        text: subjectId,
        act: hash,
        number: z.string(),
        /** What it is called, translations for information included. */
        title: byLang,
        fields: z.record(z.string(), json),
      })
      .optional(),
    /** For each party its present statement of each kind and facet, and what it said before, oldest first. */
    accounts: z
      .array(
        z.object({
          party: partyCode,
          kind: z.string(),
          facet: z.string().optional(),
          statement: statement.nullable(),
          history: z.array(statement).readonly(),
          /** What this party wrote down as said by another (S4). */
          attributed: z.array(statement).readonly(),
        }),
      )
      .readonly(),
    comparison: z.array(comparison).readonly(),
    /** Figures that an act settled; the accounts stay visible. */
    settled: z
      .array(z.object({ act: hash, text: subjectId, since: z.string(), fields: z.record(z.string(), json) }))
      .readonly(),
    comments: z.array(comment).readonly(),
    version: z.int(),
  })
  .openapi('SubjectPage');
export type SubjectPage = z.infer<typeof subjectPage>;

export const readSubject = route({
  method: 'get',
  path: '/api/programmes/{programme}/subjects/{subject}',
  'x-access': everyRole,
  summary: 'A line’s drawer: both sides’ accounts, history, comments, files',
  request: { params: inProgramme.extend({ subject: subjectId }) },
  responses: answers(subjectPage, 'the subject'),
});

/** All reports with their comparison, for a plan's table. */
export const listReports = route({
  method: 'get',
  path: '/api/programmes/{programme}/reports',
  'x-access': everyRole,
  summary: 'For each subject that somebody reported on: outcome by party and whether the accounts agree',
  request: { params: inProgramme },
  responses: answers(
    z
      .array(
        z.object({
          subject: subjectId,
          status: z.record(partyCode, z.string()),
          state: z.enum(['same', 'differs', 'oneSide']),
          settled: z.boolean(),
        }),
      )
      .readonly(),
    'by subject',
  ),
});

const writers = ['desk', 'implementer'] as const;

/** Signed and durable at once, for our side only. 409 `statement.stale` with our present statement in `current`. */
export const makeStatement = route({
  method: 'post',
  path: '/api/programmes/{programme}/statements',
  'x-access': writers,
  summary: 'State something: a report, a notification, a recorded instrument',
  request: {
    params: inProgramme,
    body: takes(
      z.object({
        kind: z.string().max(64),
        subject: subjectId,
        facet: z.string().max(64).optional(),
        on: z.string().max(32).optional(),
        fields: z.record(fieldName, json),
        accounts: z
          .array(z.object({ fields: z.record(fieldName, json), source: line }))
          .max(100)
          .optional(),
        attributed: z.object({ party: partyCode, source: line }).optional(),
        /** Seq of our statement that this replaces; 0 when there is none. */
        version: seq,
      }),
    ),
  },
  responses: answers(z.object({ seq, hash }), 'stated'),
});

export const retractStatement = route({
  method: 'post',
  path: '/api/programmes/{programme}/statements/retract',
  'x-access': writers,
  summary: 'Take back our statement; its history stays',
  request: {
    params: inProgramme,
    body: takes(
      z.object({
        kind: z.string().max(64),
        subject: subjectId,
        facet: z.string().max(64).optional(),
        version: seq,
      }),
    ),
  },
  responses: answers(z.object({ seq, hash }), 'retracted'),
});

/** Whom a private comment can call: accounts of this node that may see the programme. */
export const listColleagues = route({
  method: 'get',
  path: '/api/programmes/{programme}/colleagues',
  'x-access': readers,
  summary: 'Who of our side takes part in a programme',
  request: { params: inProgramme },
  responses: answers(z.array(colleague).readonly(), 'by name'),
});

/**
 * In a private comment `@name` calls a colleague, who finds it on the desk. A shared one that holds such a name is refused
 * with 422 and `mention`: names of accounts stay here.
 */
export const addComment = route({
  method: 'post',
  path: '/api/programmes/{programme}/comments',
  'x-access': readers,
  summary: 'Comment in private, or shared with the partners',
  request: {
    params: inProgramme,
    body: takes(
      z.object({
        subject: subjectId,
        field: fieldName.optional(),
        /** The text at which it was written; the desk leads whoever is called back there. */
        at: subjectId.optional(),
        text: byLang,
        lang: lang.optional(),
        shared: z.boolean(),
      }),
    ),
  },
  responses: answers(comment, 'kept'),
});

export const removeComment = route({
  method: 'delete',
  path: '/api/programmes/{programme}/comments/{comment}',
  'x-access': readers,
  summary: 'Remove one’s own private comment',
  request: { params: inProgramme.extend({ comment: z.string().max(64) }) },
  responses: answers(z.object({ done: z.literal(true) }), 'removed'),
});
