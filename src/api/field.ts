import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import {
  answers,
  byLang,
  day,
  fieldName,
  file,
  fileRef,
  hash,
  inProgramme,
  json,
  partyCode,
  seq,
  subjectId,
  takes,
  time,
} from './schema.ts';
import { statement } from './statements.ts';

/* What an implementer does away from the network: reports bear ids of their own, so that sending twice states once. */

const writers = ['desk', 'implementer'] as const;

/** Of one report, made where it was written: 16 random bytes. */
export const reportId = z.string().regex(/^[0-9a-f]{32}$/);
const asserted = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);

/** What is said, as its kind declares it. */
export const fieldStatement = z.object({
  kind: z.string().max(64),
  subject: subjectId,
  facet: z.string().max(64).optional(),
  fields: z.record(fieldName, json),
  /** Seq of our statement that this replaces; 0 when there is none. */
  version: seq,
});

/** A report as the node took it in. */
export const fieldReport = z
  .object({
    id: reportId,
    kind: z.string(),
    subject: subjectId,
    facet: z.string().optional(),
    /** When it was written, by the clock of whoever wrote it. */
    made: time,
    /** When it became our statement, durable, and where. */
    at: time,
    seq,
    hash,
    /** Who of ours sent it in for its author, from a file. */
    through: z.string().optional(),
    /** Partners whose receipt covers it, and when that reached our node. */
    received: z.array(z.object({ party: partyCode, at: time })).readonly(),
  })
  .openapi('FieldReport');
export type FieldReport = z.infer<typeof fieldReport>;

/** Something to report on. */
export const matter = z.object({
  subject: subjectId,
  /** Kind of statement that is made on it. */
  kind: z.string(),
  title: byLang,
  /** The text in force and the line of it. */
  text: subjectId.optional(),
  number: z.string().optional(),
  period: json.optional(),
  place: z.string().optional(),
  /** Lead agency of our side. */
  agency: z.string().optional(),
  standing: z.string().optional(),
  /** Last day of its period. */
  due: day.optional(),
  /** What each side says of it now. */
  ours: z.array(statement).readonly(),
  theirs: z.array(statement).readonly(),
});
export type Matter = z.infer<typeof matter>;

export const fieldPage = z
  .object({
    /** When this was so, by the node's clock, and which day it was. */
    asOf: time,
    today: day,
    matters: z.array(matter).readonly(),
    /** The texts in force that they stand in, by name. */
    texts: z.array(z.object({ text: subjectId, title: byLang })).readonly(),
    /** Reports of this account, newest first. */
    reports: z.array(fieldReport).readonly(),
    partners: z.array(z.object({ party: partyCode, at: time.optional() })).readonly(),
    /** Seals this account's outbox when it travels as a file: 32 bytes, base64. */
    key: z.string(),
  })
  .openapi('FieldPage');
export type FieldPage = z.infer<typeof fieldPage>;

export const readField = route({
  method: 'get',
  path: '/api/programmes/{programme}/field',
  'x-access': writers,
  summary: 'My activities: what one may report on, what was said of it, what became of one’s own reports',
  request: { params: inProgramme },
  responses: answers(fieldPage, 'what a phone keeps'),
});

/** 409 `statement.stale` with our present statement in `current`; `field.other` for an id that stands for something else. */
export const sendReport = route({
  method: 'post',
  path: '/api/programmes/{programme}/field/reports',
  'x-access': writers,
  summary: 'State a report under its own id; the same id again answers the same and states nothing',
  request: {
    params: inProgramme,
    body: takes(fieldStatement.extend({ id: reportId, made: asserted })),
  },
  responses: answers(fieldReport, 'stated, durable'),
});

/** What an outbox file holds inside its seal, before the bytes of its files. */
export const outboxManifest = z.object({
  reports: z
    .array(fieldStatement.extend({ id: reportId, made: asserted }))
    .min(1)
    .max(500),
  files: z.array(z.object({ hash, size: z.int().min(0) })).max(2_000),
});
export type OutboxManifest = z.infer<typeof outboxManifest>;

/** What one report of an outbox file would do, or did. */
export const outboxReport = fieldStatement.extend({
  id: reportId,
  made: time,
  title: byLang,
  number: z.string().optional(),
  files: z.array(fileRef).readonly(),
  /** `stated`: our node has it already; `changed`: our statement is another now, in `current`; `refused`: with `code`. */
  state: z.enum(['new', 'stated', 'changed', 'refused']),
  current: statement.optional(),
  code: z.string().optional(),
});
export const outboxPage = z
  .object({
    /** Who wrote it, and when the file was made, by their clock. */
    author: z.object({ name: z.string(), post: byLang }),
    made: time,
    reports: z.array(outboxReport).readonly(),
  })
  .openapi('Outbox');
export type OutboxPage = z.infer<typeof outboxPage>;
export type OutboxReport = z.infer<typeof outboxReport>;

const outboxFile = { required: true, content: { 'application/octet-stream': { schema: file } } };

export const inspectOutbox = route({
  method: 'post',
  path: '/api/programmes/{programme}/field/outbox/inspect',
  'x-access': ['desk'],
  summary:
    'What an outbox file of one of our accounts would state; checked to the last byte, nothing written',
  request: { params: inProgramme, body: outboxFile },
  responses: answers(outboxPage, 'what it would state'),
});

export const takeOutbox = route({
  method: 'post',
  path: '/api/programmes/{programme}/field/outbox/take',
  'x-access': ['desk'],
  summary: 'State reports of an outbox file for its author; the same file again states nothing',
  request: {
    params: inProgramme,
    query: z.object({
      /** Which reports, as `id` or `id@version` with the seq of our statement that it may replace, separated by commas. */
      send: z
        .string()
        .max(30_000)
        .regex(/^[0-9a-f]{32}(?:@\d{1,16})?(?:,[0-9a-f]{32}(?:@\d{1,16})?)*$/),
    }),
    body: outboxFile,
  },
  responses: answers(outboxPage, 'what became of each'),
});
