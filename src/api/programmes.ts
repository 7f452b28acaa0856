import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import {
  answers,
  byLang,
  hash,
  inProgramme,
  lang,
  line,
  nameByLang,
  partyCode,
  programmeId,
  seq,
  takes,
  time,
} from './schema.ts';

/** Short enough to read aloud: six groups of digits and six words (K5). */
export const fingerprint = z.object({ hash, digits: z.string(), words: z.string() }).openapi('Fingerprint');
export type Fingerprint = z.infer<typeof fingerprint>;

/** Why signing is locked. Reading works. */
export const lock = z
  .object({
    code: z.enum([
      'failed',
      'corrupt',
      'behind',
      'beside',
      'watermark-unreadable',
      'restored',
      'forked',
      'key-missing',
    ]),
    /** English, holds no personal data. */
    message: z.string(),
    since: time,
    /** Parties that have still to confirm the head. */
    awaits: z.array(partyCode).readonly(),
  })
  .openapi('Lock');
export type Lock = z.infer<typeof lock>;

export const programme = z
  .object({
    id: programmeId,
    names: byLang,
    parties: z.array(z.object({ code: partyCode, names: byLang, ours: z.boolean() })).readonly(),
    /** Authentic languages in the founding's order. */
    languages: z.array(lang).readonly(),
    timeZone: z.string(),
    /** `prepared`: alone, nothing founded; `founding`: cards gathered or signatures missing. */
    state: z.enum(['prepared', 'founding', 'founded']),
    fingerprint: fingerprint.optional(),
    lock: lock.optional(),
    /** Counts up with everything that changes the register. */
    version: z.int(),
    lastExchange: z
      .array(z.object({ party: partyCode, at: time.optional(), holds: seq.optional() }))
      .readonly(),
    settings: z.object({
      /** A submission is cleared by somebody else than who prepared it. */
      fourEyes: z.boolean(),
    }),
  })
  .openapi('Programme');
export type Programme = z.infer<typeof programme>;

export const listProgrammes = route({
  method: 'get',
  path: '/api/programmes',
  'x-access': everyRole,
  summary: 'The programmes this account may see',
  responses: answers(z.array(programme).readonly(), 'programmes'),
});

export const readProgramme = route({
  method: 'get',
  path: '/api/programmes/{programme}',
  'x-access': everyRole,
  summary: 'One programme',
  request: { params: inProgramme },
  responses: answers(programme, 'the programme'),
});

export const prepareProgramme = route({
  method: 'post',
  path: '/api/programmes',
  'x-access': ['administrator', 'desk'],
  summary: 'Begin a programme alone, before the partner has a node',
  request: {
    body: takes(
      z.object({
        names: nameByLang,
        languages: z.array(lang).min(1).max(8),
        timeZone: line,
        partners: z
          .array(z.object({ code: partyCode, names: nameByLang }))
          .min(1)
          .max(17),
      }),
    ),
  },
  responses: answers(programme, 'prepared'),
});

export const changeSettings = route({
  method: 'patch',
  path: '/api/programmes/{programme}',
  'x-access': ['administrator'],
  summary: 'Change what this node decides alone for a programme',
  request: { params: inProgramme, body: takes(z.object({ fourEyes: z.boolean().optional() })) },
  responses: answers(programme, 'changed'),
});
