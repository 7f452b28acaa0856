import { z } from '@hono/zod-openapi';
import { fingerprint, programme } from './programmes.ts';
import { route } from './route.ts';
import { answers, byLang, file, inProgramme, line, partyCode, takes } from './schema.ts';

/** Where the founding of a programme stands. */
export const foundingState = z
  .object({
    programme,
    /** Cards that have come, ours among them. */
    cards: z.array(z.object({ code: partyCode, names: byLang, root: z.string() })).readonly(),
    missingCards: z.array(partyCode).readonly(),
    /** Who has signed; present once the founding is written. */
    signed: z.array(partyCode).readonly(),
    missingSignatures: z.array(partyCode).readonly(),
    fingerprint: fingerprint.optional(),
    /** The root's key lies in this node's folder; otherwise the CLI signs where it is kept. */
    rootHere: z.boolean(),
    /** Names of two parties, or of two programmes of this node, that may be taken for each other. */
    warnings: z
      .array(
        z.object({
          what: z.enum(['party', 'programme']),
          name: z.string(),
          like: z.string(),
          /** Of the two root keys, or foundings, in digits; absent while there is none. */
          fingerprint: z.string().optional(),
          likeFingerprint: z.string().optional(),
          parties: z.tuple([partyCode, partyCode]).readonly().optional(),
        }),
      )
      .readonly(),
  })
  .openapi('FoundingState');
export type FoundingState = z.infer<typeof foundingState>;

const octets = {
  required: true,
  content: {
    'application/json': {
      schema: z.object({ file: z.string().max(400_000).openapi({ description: 'the file’s text' }) }),
    },
  },
};

export const readCard = route({
  method: 'get',
  path: '/api/card',
  'x-access': ['administrator', 'desk'],
  summary: 'Our card: names and public keys, to be given to the partner',
  responses: { 200: { description: 'a file', content: { 'application/octet-stream': { schema: file } } } },
});

export const readFounding = route({
  method: 'get',
  path: '/api/programmes/{programme}/founding',
  'x-access': ['administrator', 'desk'],
  summary: 'Where the founding stands',
  request: { params: inProgramme },
  responses: answers(foundingState, 'state'),
});

export const addCard = route({
  method: 'post',
  path: '/api/programmes/{programme}/cards',
  'x-access': ['administrator'],
  summary: 'Take in a partner’s card',
  request: { params: inProgramme, body: octets },
  responses: answers(foundingState, 'state'),
});

/** Writes the founding from all cards and signs it with our root. */
export const writeFounding = route({
  method: 'post',
  path: '/api/programmes/{programme}/founding',
  'x-access': ['administrator'],
  summary: 'Write the founding and sign it',
  request: { params: inProgramme, body: takes(z.object({ passphrase: z.string().max(200).optional() })) },
  responses: answers(foundingState, 'state; `programme.id` may have changed to the founding’s hash'),
});

export const downloadFounding = route({
  method: 'get',
  path: '/api/programmes/{programme}/founding/file',
  'x-access': ['administrator', 'desk'],
  summary: 'The founding with the signatures held, as a file to carry',
  request: { params: inProgramme },
  responses: { 200: { description: 'a file', content: { 'application/octet-stream': { schema: file } } } },
});

/** First without `confirm`: shows what it is. Then with the fingerprint's digits, compared aloud: signs and joins. */
export const joinFounding = route({
  method: 'post',
  path: '/api/foundings',
  'x-access': ['administrator'],
  summary: 'Take in a founding made elsewhere; sign it',
  request: {
    body: takes(
      z.object({
        file: z.string().max(400_000),
        confirm: line.optional(),
        passphrase: z.string().max(200).optional(),
      }),
    ),
  },
  responses: answers(foundingState, 'state'),
});
