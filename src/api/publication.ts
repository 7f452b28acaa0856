import { z } from '@hono/zod-openapi';
import { readers, route } from './route.ts';
import { answers, hash, inProgramme, lang, partyCode, seq, subjectId, takes } from './schema.ts';

/** A record as it would be read in one language: what was not written in it is absent. */
export const publishedPage = z.object({
  lang,
  title: z.string(),
  kind: z.string(),
  exercise: z.boolean(),
  parts: z
    .array(
      z.object({
        /** Who says it, for statements; the number and kind of a line of a text. */
        heading: z.string(),
        party: partyCode.optional(),
        rows: z.array(z.object({ label: z.string(), text: z.string(), words: z.boolean() })).readonly(),
      }),
    )
    .readonly(),
});
export type PublishedPage = z.infer<typeof publishedPage>;

export const publication = z
  .object({
    subject: subjectId,
    /** What a clearance names; absent where nothing can be cleared. */
    content: hash.optional(),
    /** Every language in which something of it is written. */
    languages: z.array(lang).readonly(),
    /** Those that every party has cleared for this content: what is published. */
    cleared: z.array(lang).readonly(),
    by: z
      .array(z.object({ party: partyCode, seq, languages: z.array(lang).readonly(), stale: z.boolean() }))
      .readonly(),
    /** A page for each language, published or not. */
    pages: z.array(publishedPage).readonly(),
  })
  .openapi('Publication');
export type Publication = z.infer<typeof publication>;

const inSubject = inProgramme.extend({ subject: subjectId });

export const readPublication = route({
  method: 'get',
  path: '/api/programmes/{programme}/publication/{subject}',
  'x-access': readers,
  summary: 'A record as it would be published, what every party has cleared of it, and what is published',
  request: { params: inSubject },
  responses: answers(publication, 'the record'),
});

/** 409 `statement.stale` when it changed since it was read: what is cleared is what was seen. */
export const clearForPublication = route({
  method: 'post',
  path: '/api/programmes/{programme}/publication/{subject}',
  'x-access': ['desk'],
  summary: 'Clear a record for publication in some languages, or in none: withdraw',
  request: {
    params: inSubject,
    body: takes(z.object({ content: hash, languages: z.array(lang).max(16), version: seq })),
  },
  responses: answers(publication, 'stated, in our name'),
});
