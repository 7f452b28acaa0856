import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import { answers, byLang, hash, inProgramme, partyCode, seq, subjectId, time } from './schema.ts';
import { colleague } from './texts.ts';

/** One thing that waits, changed or is due. The app has words for each `what`. */
export const deskCard = z.object({
  what: z.enum([
    'brackets',
    'crossed',
    'awaitsUs',
    'awaitsThem',
    'stale',
    'ready',
    'unsent',
    'toClear',
    'cleared',
    'returned',
    'toSign',
    'theySign',
    'declined',
    'inForce',
    'divergence',
    'noReport',
    'due',
    'overdue',
    'changedByThem',
    'comment',
    'mention',
    'report',
    'recorded',
    'task',
    'mine',
    'openUntil',
    'keyWaits',
    'locked',
    'fork',
  ]),
  text: subjectId.optional(),
  act: hash.optional(),
  subject: subjectId.optional(),
  party: partyCode.optional(),
  title: byLang,
  /** Colleague that a card comes from. */
  writer: colleague.optional(),
  number: z.string().optional(),
  count: z.int().optional(),
  /** Partial date or time. */
  when: z.string().optional(),
});
export type DeskCard = z.infer<typeof deskCard>;

export const desk = z
  .object({
    waitingForUs: z.array(deskCard).readonly(),
    waitingForThem: z.array(deskCard).readonly(),
    changed: z.array(deskCard).readonly(),
    due: z.array(deskCard).readonly(),
    overdue: z.array(deskCard).readonly(),
    /** Private comments of colleagues that call this account, since it last looked; the newest first. */
    mentions: z.array(deskCard).readonly(),
    unsent: z.int(),
    /** Entry of each partner's feed up to which this account has looked. */
    seen: z.array(z.object({ party: partyCode, seq, at: time.optional() })).readonly(),
    version: z.int(),
  })
  .openapi('Desk');
export type Desk = z.infer<typeof desk>;

export const readDesk = route({
  method: 'get',
  path: '/api/programmes/{programme}/desk',
  'x-access': everyRole,
  summary: 'What waits for us, what waits for them, what changed, what is due',
  request: { params: inProgramme },
  responses: answers(desk, 'the desk'),
});

export const markSeen = route({
  method: 'post',
  path: '/api/programmes/{programme}/desk/seen',
  'x-access': everyRole,
  summary: '“Changed since I was here” begins anew',
  request: { params: inProgramme },
  responses: answers(z.object({ done: z.literal(true) }), 'noted'),
});
