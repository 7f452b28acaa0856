import { z } from '@hono/zod-openapi';
import { actView } from './acts.ts';
import { content, textView } from './positions.ts';
import { everyRole, route } from './route.ts';
import {
  answers,
  byLang,
  fieldName,
  hash,
  inProgramme,
  json,
  label,
  line,
  mode,
  partyCode,
  prose,
  seq,
  subjectId,
  takes,
  time,
} from './schema.ts';

export const textBrief = z
  .object({
    id: subjectId,
    kind: z.string(),
    /** The title as far as it is known: agreed, else ours, else theirs; by authentic and other languages. */
    title: byLang,
    covers: json.optional(),
    exercise: z.boolean(),
    /** `draft`: under negotiation; otherwise the state of its latest act. `onRecord`: a recorded instrument. */
    state: z.enum([
      'draft',
      'proposed',
      'partlySigned',
      'fullySigned',
      'inForce',
      'superseded',
      'declined',
      'withdrawn',
      'conflict',
      'onRecord',
    ]),
    counts: z
      .object({
        agreed: z.int(),
        bracket: z.int(),
        awaits: z.int(),
        stale: z.int(),
        missing: z.int(),
        struck: z.int(),
      })
      .optional(),
    /** Private changes not yet sent. */
    unsent: z.int(),
    acts: z
      .array(z.object({ id: hash, state: z.string(), awaits: z.array(partyCode).readonly() }))
      .readonly(),
  })
  .openapi('TextBrief');
export type TextBrief = z.infer<typeof textBrief>;

export const listTexts = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts',
  'x-access': everyRole,
  summary: 'All texts of a programme',
  request: { params: inProgramme },
  responses: answers(z.array(textBrief).readonly(), 'texts, newest first'),
});

export const beginText = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts',
  'x-access': ['desk'],
  summary: 'Begin a text in private; with `from`, it starts from the lines of a text in force',
  request: {
    params: inProgramme,
    body: takes(
      z.object({
        kind: z.string().max(64),
        suffix: z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
          .optional(),
        title: byLang,
        /** Other fields of its head. */
        fields: z.record(fieldName, json).optional(),
        from: subjectId.optional(),
      }),
    ),
  },
  responses: answers(z.object({ id: subjectId }), 'begun'),
});

/** What we stated or prepared ourselves stays as it is. */
export const draftFrom = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/drafts/from',
  'x-access': ['desk'],
  summary: 'Prepare what another text in force gives this one: a review from a plan and our accounts of it',
  request: {
    params: z.object({ programme: hash, text: subjectId }),
    body: takes(z.object({ base: hash.optional(), mode: mode.optional(), from: subjectId })),
  },
  responses: answers(z.object({ prepared: z.int() }), 'how many values were prepared'),
});

/** Somebody of our side; absent when the account is gone. */
export const colleague = z.object({ name: z.string(), post: label.partial() });
export type Colleague = z.infer<typeof colleague>;

/** One private change, not sent. */
export const draft = z.object({
  item: subjectId,
  field: fieldName,
  /** Absent when `withdraw` or `accept`, or when only `info` is set. */
  value: json.optional(),
  withdraw: z.literal(true).optional(),
  /** Takes that party's stated value as it stood at this signed entry (T7). */
  accept: z.object({ party: partyCode, seq }).optional(),
  /** Translations for information. */
  info: byLang.optional(),
  version: z.int(),
  by: z.string(),
  /** Given where two of our side changed one field. */
  writer: colleague.optional(),
  at: time,
});
export type Draft = z.infer<typeof draft>;

export const comment = z.object({
  id: z.string(),
  subject: subjectId,
  field: fieldName.optional(),
  party: partyCode,
  /** Account that wrote it, when private and ours. */
  by: z.string().optional(),
  writer: colleague.optional(),
  at: time,
  text: byLang,
  shared: z.boolean(),
  /** Colleagues whom a private comment calls by `@name`. */
  mentions: z.array(colleague).readonly().optional(),
  /** Of a shared one: by it its party takes it back. */
  facet: z.string().optional(),
  version: z.int(),
});
export type Comment = z.infer<typeof comment>;

export const textPage = z
  .object({
    /** What is shared: the comparison of positions. Private changes are not in it. */
    view: textView,
    /** Our private changes, by item and field. */
    drafts: z.array(draft).readonly(),
    comments: z.array(comment).readonly(),
    acts: z.array(actView).readonly(),
    inForce: z.object({ act: hash, hash, since: z.string(), content }).optional(),
    /** Positions of a partner that we recorded (S4), until they confirm: by item and field. */
    recorded: z
      .array(
        z.object({
          /** Whose position it is said to be, and who wrote it down. */
          party: partyCode,
          by: partyCode,
          seq,
          item: subjectId,
          letter: z.string(),
          values: z.record(z.string(), json),
        }),
      )
      .readonly(),
    /** Drafts that can be opened: the first version, amendments and corrections of what is in force. */
    others: z
      .array(z.object({ base: hash.optional(), mode: mode.optional(), closed: z.boolean() }))
      .readonly(),
    submission: z.lazy(() => submission).optional(),
    /** Version of the register. */
    version: z.int(),
    /** The head of each feed that the view was made of. */
    heads: z.array(z.object({ party: partyCode, seq })).readonly(),
  })
  .openapi('TextPage');
export type TextPage = z.infer<typeof textPage>;

const inText = z.object({ programme: hash, text: subjectId });
const whichDraft = z.object({ base: hash.optional(), mode: mode.optional() });

export const readText = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}',
  'x-access': everyRole,
  summary: 'A text: its positions, our private drafts, its acts. Without `base` the draft that is open',
  request: {
    params: inText,
    query: whichDraft.extend({
      /** `spoken` leaves out fields on which nobody has a value and nothing is missing: a tenth of the bytes of a long plan. */
      fields: z.enum(['all', 'spoken']).optional(),
    }),
  },
  responses: answers(textPage, 'the text'),
});

export const change = z.object({
  item: subjectId,
  field: fieldName,
  value: json.optional(),
  withdraw: z.literal(true).optional(),
  /** Takes back what was prepared: nothing is kept. */
  drop: z.literal(true).optional(),
  /** Takes that party's stated value as it stood at this signed entry, as an acceptance undone before did (T7). */
  accept: z.object({ party: partyCode, seq }).optional(),
  info: byLang.optional(),
  /** Version of the draft this was edited on; 0 when there was none. */
  version: z.int().min(0),
});
export type Change = z.infer<typeof change>;

/**
 * 409 `draft.stale`: `current` is `[{item,field,yours,theirs}]`: `yours` what was asked to be saved as `{value}`, `{withdraw}` or
 * `{accept}`, `theirs` a Draft or null; nothing was saved.
 */
export const saveDrafts = route({
  method: 'put',
  path: '/api/programmes/{programme}/texts/{text}/drafts',
  'x-access': ['desk'],
  summary:
    'Save private changes, all or none. Strike: field `in` false. New item: field `in` true and a `place`',
  request: { params: inText, body: takes(whichDraft.extend({ changes: z.array(change).min(1).max(1000) })) },
  responses: answers(z.object({ saved: z.array(draft).readonly() }), 'saved; what was dropped is not in it'),
});

export const undoDrafts = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/drafts/undo',
  'x-access': ['desk'],
  summary: 'Drop private changes: all, of an item, or of a field',
  request: {
    params: inText,
    body: takes(whichDraft.extend({ item: subjectId.optional(), field: fieldName.optional() })),
  },
  responses: answers(z.object({ dropped: z.int() }), 'dropped'),
});

export const prepareAcceptance = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/drafts/accept',
  'x-access': ['desk'],
  summary: 'Take a party’s stated positions, of a field, of an item, or all that remain; private until sent',
  request: {
    params: inText,
    body: takes(
      whichDraft.extend({
        party: partyCode,
        item: subjectId.optional(),
        field: fieldName.optional(),
        /** The head the screen showed; positions stated after it are not taken. */
        upTo: seq.optional(),
      }),
    ),
  },
  responses: answers(z.object({ saved: z.array(draft).readonly() }), 'prepared'),
});

export const submission = z
  .object({
    id: z.string(),
    text: subjectId,
    base: hash.optional(),
    mode: mode.optional(),
    note: z.string(),
    state: z.enum(['prepared', 'cleared', 'returned', 'sent']),
    /** Account that prepared it. */
    by: z.string(),
    writer: colleague.optional(),
    at: time,
    decidedBy: z.string().optional(),
    decider: colleague.optional(),
    decidedAt: time.optional(),
    decision: z.string().optional(),
    /** Entries it will make. */
    entries: z.int(),
    /** Drafts changed since it was prepared: it cannot be sent, prepare it again. */
    stale: z.boolean(),
    comparison: z
      .array(
        z.object({
          item: subjectId,
          number: z.int().optional(),
          field: z.string(),
          before: json.optional(),
          after: json.optional(),
          theirs: z.array(z.object({ party: partyCode, value: json.optional() })).readonly(),
        }),
      )
      .readonly(),
    version: z.int(),
  })
  .openapi('Submission');
export type Submission = z.infer<typeof submission>;

export const prepareSubmission = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/submissions',
  'x-access': ['desk'],
  summary: 'Put the private changes before whoever clears them, with a comparison',
  request: { params: inText, body: takes(whichDraft.extend({ note: prose })) },
  responses: answers(submission, 'prepared'),
});

const inSubmission = inText.extend({ submission: z.string().max(64) });

export const clearSubmission = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/submissions/{submission}/decision',
  'x-access': ['desk', 'signatory', 'leader'],
  summary: 'Clear it or return it',
  request: {
    params: inSubmission,
    body: takes(z.object({ decision: z.enum(['cleared', 'returned']), note: prose, version: z.int() })),
  },
  responses: answers(submission, 'decided'),
});

/** One signed batch. Acknowledged when durable; sent to the partners from then on. */
export const sendSubmission = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/submissions/{submission}/send',
  'x-access': ['desk'],
  summary: 'Send it: from here on it is our position',
  request: { params: inSubmission, body: takes(z.object({ version: z.int() })) },
  responses: answers(z.object({ seq, hash, submission }), 'sent'),
});

/** What the other side wrote in a letter or workbook, recorded by us; it becomes theirs only when they confirm (S4). */
export const recordPosition = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/recorded',
  'x-access': ['desk'],
  summary: 'Record a partner’s written position',
  request: {
    params: inText,
    body: takes(
      whichDraft.extend({
        party: partyCode,
        letter: line,
        item: subjectId,
        values: z.record(fieldName, json),
      }),
    ),
  },
  responses: answers(
    z.object({ seq: seq.optional() }),
    'recorded; `seq` is absent while the programme is only prepared',
  ),
});

/** Makes our own what a partner recorded as our position; from then on it is (T12). */
export const confirmRecorded = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/recorded/confirm',
  'x-access': ['desk'],
  summary: 'Confirm a position that a partner recorded as ours',
  request: { params: inText, body: takes(whichDraft.extend({ by: partyCode, seq })) },
  responses: answers(z.object({ seq, hash }), 'confirmed; it is our position now'),
});
