import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import {
  answers,
  done,
  hash,
  inProgramme,
  lang,
  line,
  partyCode,
  prose,
  seq,
  subjectId,
  takes,
  time,
} from './schema.ts';

/** Most characters of an article that is taken in, and most places marked in it. */
export const articleLengthMax = 200_000;
export const marksMax = 500;

const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** Words of an article that somebody marked, and what they make of them. */
export const intakeMark = z.object({
  id: z.string().regex(/^[a-z0-9]{1,12}$/),
  /** Characters (UTF-16) of the text, the end not counted. */
  from: z.int().min(0),
  to: z.int().min(1),
  /** `undertaking`: something said that may bind; `remark`: a courtesy, which stays on the meeting. */
  as: z.enum(['undertaking', 'remark']),
  /** Force of an undertaking, kind of a remark. */
  code,
  by: line.optional(),
  addressee: line.optional(),
  sides: z.array(partyCode).max(18).readonly().optional(),
  area: code.optional(),
  /** Said in one's own words; the quoted ones when left out. */
  wording: prose.optional(),
});
export type IntakeMark = z.infer<typeof intakeMark>;

const head = z.object({
  title: line,
  /** Address or name of the publication. */
  source: line,
  lang,
  /** Partial date. */
  date: z.string().max(11),
  place: line.optional(),
  /** Kind of event. */
  what: code.optional(),
});

export const intakeBrief = head
  .extend({
    id: z.string(),
    marks: z.int(),
    /** Set once it was sent: the meeting that it became. */
    event: subjectId.optional(),
    at: time,
    version: z.int(),
  })
  .openapi('IntakeBrief');
export type IntakeBrief = z.infer<typeof intakeBrief>;

export const intake = intakeBrief
  .extend({
    text: z.string().max(articleLengthMax),
    marks: z.array(intakeMark).max(marksMax).readonly(),
    /** SHA-256 of the text: whoever has the article can find the quoted words in it. */
    hash,
  })
  .openapi('Intake');
export type Intake = z.infer<typeof intake>;

const inIntake = inProgramme.extend({ intake: z.string().max(64) });
const seers = ['desk', 'signatory', 'leader', 'auditor'] as const;

export const listIntakes = route({
  method: 'get',
  path: '/api/programmes/{programme}/intakes',
  'x-access': seers,
  summary: 'Articles taken in, in private; the newest first',
  request: { params: inProgramme },
  responses: answers(z.array(intakeBrief).readonly(), 'without their texts'),
});

export const beginIntake = route({
  method: 'post',
  path: '/api/programmes/{programme}/intakes',
  'x-access': ['desk'],
  summary: 'Take in the text of an article or communiqué; it stays on this node',
  request: {
    params: inProgramme,
    body: takes(head.extend({ text: z.string().min(1).max(articleLengthMax) })),
  },
  responses: answers(intake, 'kept'),
});

export const readIntake = route({
  method: 'get',
  path: '/api/programmes/{programme}/intakes/{intake}',
  'x-access': seers,
  summary: 'An article with what is marked in it',
  request: { params: inIntake },
  responses: answers(intake, 'the article'),
});

/** 409 `draft.stale` when a colleague changed it meanwhile. What was sent is not changed any more. */
export const changeIntake = route({
  method: 'patch',
  path: '/api/programmes/{programme}/intakes/{intake}',
  'x-access': ['desk'],
  summary: 'Mark words in it, or change what is said of it',
  request: {
    params: inIntake,
    body: takes(
      head.partial().extend({ marks: z.array(intakeMark).max(marksMax).optional(), version: z.int() }),
    ),
  },
  responses: answers(intake, 'kept'),
});

/** One batch: the meeting with its courtesies, and each undertaking with its quoted words and their place. */
export const sendIntake = route({
  method: 'post',
  path: '/api/programmes/{programme}/intakes/{intake}/send',
  'x-access': ['desk'],
  summary: 'State what was marked; the text itself is never sent, only the quoted words',
  request: { params: inIntake, body: takes(z.object({ version: z.int() })) },
  responses: answers(
    z.object({ seq, event: subjectId, undertakings: z.array(subjectId).readonly() }),
    'stated',
  ),
});

export const removeIntake = route({
  method: 'delete',
  path: '/api/programmes/{programme}/intakes/{intake}',
  'x-access': ['desk'],
  summary: 'Remove an article from this node; what was stated of it stays',
  request: { params: inIntake },
  responses: answers(done, 'removed'),
});
