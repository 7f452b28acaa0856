import { z } from '@hono/zod-openapi';
import { kind } from './kinds.ts';
import { content } from './positions.ts';
import { fingerprint } from './programmes.ts';
import { redline } from './redline.ts';
import { everyRole, route } from './route.ts';
import {
  answers,
  byLang,
  day,
  hash,
  inProgramme,
  json,
  lang,
  line,
  mode,
  partyCode,
  seq,
  strength,
  subjectId,
  takes,
} from './schema.ts';

/* Mirrors src/core/text/act.ts; src/api/core-shapes.test.ts holds the two together. */

export const effective = z.union([
  z.object({ on: z.literal('signature') }),
  z.object({ date: day }),
  z.object({ daysAfter: z.int().min(0).max(3650) }),
]);
export const capacity = z.object({
  name: line,
  post: z.record(lang, line),
  authority: line.optional(),
  place: line,
  date: day,
  scan: hash.optional(),
});
export type Capacity = z.infer<typeof capacity>;

export const act = z.object({
  programme: hash,
  parties: hash,
  partiesAfter: hash.optional(),
  level: z.enum(['desk', 'signatory']),
  texts: z
    .array(z.object({ text: subjectId, content: hash, base: hash.optional(), mode: mode.optional() }))
    .readonly(),
  supersedes: z.array(hash).readonly(),
  effective,
  openUntil: day.optional(),
});

export const counterpart = z.object({
  act: hash,
  party: partyCode,
  capacity,
  strength,
  key: z.string(),
  seq,
  contested: z.enum(['chain', 'fork', 'void', 'declined', 'withdrawn']).optional(),
});

export const actView = z
  .object({
    id: hash,
    act,
    state: z.enum([
      'proposed',
      'partlySigned',
      'fullySigned',
      'inForce',
      'superseded',
      'declined',
      'withdrawn',
      'conflict',
    ]),
    signers: z.array(partyCode).readonly(),
    counterparts: z.array(counterpart).readonly(),
    awaits: z.array(partyCode).readonly(),
    declinedBy: z.array(partyCode).readonly(),
    withdrawnBy: z.array(partyCode).readonly(),
    effectiveOn: day.optional(),
    supersededBy: hash.optional(),
    mayStillBind: z.boolean(),
  })
  .openapi('ActView');

const inAct = inProgramme.extend({ act: hash });

export const listActs = route({
  method: 'get',
  path: '/api/programmes/{programme}/acts',
  'x-access': everyRole,
  summary: 'All acts, newest last',
  request: { params: inProgramme },
  responses: answers(z.array(actView).readonly(), 'acts'),
});

/** Who takes part, and every act that changes it (A2), ancestors first. */
export const partyList = z
  .object({
    /** The parties of the list in effect, in its order; the founding's while no change is fully signed. */
    listed: z.array(partyCode).readonly(),
    changes: z
      .array(
        z.object({
          view: actView,
          /** The parties after it, in its order; absent when this node does not know them. */
          parties: z.array(partyCode).readonly().optional(),
        }),
      )
      .readonly(),
  })
  .openapi('PartyList');
export type PartyList = z.infer<typeof partyList>;

export const readPartyList = route({
  method: 'get',
  path: '/api/programmes/{programme}/parties',
  'x-access': everyRole,
  summary: 'The list of parties in effect, and the acts that change it',
  request: { params: inProgramme },
  responses: answers(partyList, 'the list of parties'),
});

/** Why this account cannot sign now; the app has words for each. */
export const consentBar = z.enum([
  'already-signed',
  'not-a-signer',
  'not-signatory',
  'no-key',
  'key-not-admitted',
  'locked',
  'chain',
  'ancestor-missing',
  'content-missing',
  'attachment-missing',
  'declined',
  'withdrawn',
  'superseded',
  'parties-changed',
  /** A change of the list: who would join signs first (A2). */
  'joiners-first',
  /** A change of the list that names a party which this node does not know by the founding. */
  'parties-unknown',
  /** Not all partners have confirmed our head since the root continued our feed, and it does not supersede all we know (A13). */
  'unconfirmed',
]);
export type ConsentBar = z.infer<typeof consentBar>;

/** The signing room. Everything in `texts` is decoded from the signed bytes and their declarations alone (A8). */
export const actPage = z
  .object({
    view: actView,
    texts: z
      .array(
        z.object({
          hash,
          content,
          declaration: z.array(kind).readonly(),
          /** Against what is in force; absent for a first version. */
          changes: z.array(redline).readonly().optional(),
          /** Our and their positions that now differ from the content (A11). */
          differs: z
            .array(z.object({ item: subjectId, field: z.string(), party: partyCode, value: json.optional() }))
            .readonly(),
        }),
      )
      .readonly(),
    /** A change of the list (A2): the parties after it, in its order; absent when this node does not know them. */
    partiesAfter: z.array(partyCode).readonly().optional(),
    fingerprint,
    mayConsent: z.union([z.literal(true), z.object({ code: consentBar })]),
    /** The newest entry of ours that each party is known to hold. */
    lastHeld: z.array(z.object({ party: partyCode, seq })).readonly(),
    concordance: z.array(z.object({ party: partyCode, step: z.string(), post: z.string(), seq })).readonly(),
    /** Acts that signing will end (A6), and whether it is the last signature. */
    ends: z.array(hash).readonly(),
    completes: z.boolean(),
    /** Past its date (A9). */
    overdue: z.boolean(),
  })
  .openapi('ActPage');
export type ActPage = z.infer<typeof actPage>;

export const readAct = route({
  method: 'get',
  path: '/api/programmes/{programme}/acts/{act}',
  'x-access': everyRole,
  summary: 'The signing room',
  request: { params: inAct },
  responses: answers(actPage, 'the act'),
});

const terms = z.object({ effective, openUntil: day.optional() });

export const proposeAct = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/acts',
  'x-access': ['desk'],
  summary: 'Propose the agreed content for signature. What it supersedes is computed',
  request: {
    params: inProgramme.extend({ text: subjectId }),
    body: takes(terms.extend({ base: hash.optional(), mode: mode.optional() })),
  },
  responses: answers(actView, 'proposed'),
});

/** Several texts under one signature (A10), a change of the list of parties (A2), or both. */
export const proposeActs = route({
  method: 'post',
  path: '/api/programmes/{programme}/acts',
  'x-access': ['desk'],
  summary: 'Propose one act of several agreed texts, or a change of the list of parties',
  request: {
    params: inProgramme,
    body: takes(
      terms.extend({
        texts: z
          .array(z.object({ text: subjectId, base: hash.optional(), mode: mode.optional() }))
          .max(100)
          .readonly(),
        /** The parties after, in their order, of those that the founding names. */
        parties: z.array(partyCode).max(18).readonly().optional(),
      }),
    ),
  },
  responses: answers(actView, 'proposed'),
});

/** 403 `sign.presence` when the password is wrong; 409 `sign.other-content` when the content is not the one shown. */
export const signAct = route({
  method: 'post',
  path: '/api/programmes/{programme}/acts/{act}/sign',
  'x-access': ['signatory', 'desk'],
  summary: 'Sign. The password unlocks the key that signs; `content` binds it to what was shown',
  request: {
    params: inAct,
    body: takes(
      z.object({
        password: z.string().max(200),
        capacity,
        /** Signed on paper (A12): records it; `capacity.scan` is the scan of the page with the fingerprint. */
        paper: z.boolean().optional(),
        /** Hashes of the contents that were shown, in the act's order; the act's own where it carries no text. */
        content: z.array(hash).min(1),
      }),
    ),
  },
  responses: answers(actView, 'signed and durable'),
});

export const declineAct = route({
  method: 'post',
  path: '/api/programmes/{programme}/acts/{act}/decline',
  'x-access': ['signatory', 'desk'],
  summary: 'Decline: we shall never sign this act',
  request: { params: inAct, body: takes(z.object({ reason: byLang.optional() })) },
  responses: answers(actView, 'declined'),
});

export const rescindAct = route({
  method: 'post',
  path: '/api/programmes/{programme}/acts/{act}/rescind',
  'x-access': ['signatory', 'desk'],
  summary: 'Withdraw a proposal. A signature given cannot be taken back',
  request: { params: inAct, body: takes(z.object({})) },
  responses: answers(actView, 'withdrawn'),
});

/** Agreed ad referendum, initialled, languages concordant: by a named post, on one content (T13). */
export const certifyAct = route({
  method: 'post',
  path: '/api/programmes/{programme}/acts/{act}/concordance',
  'x-access': ['desk', 'signatory'],
  summary: 'Declare a step on the content of an act',
  request: {
    params: inAct,
    body: takes(z.object({ step: z.enum(['adReferendum', 'initialled', 'concordance']), post: line })),
  },
  responses: answers(z.object({ seq }), 'declared'),
});
