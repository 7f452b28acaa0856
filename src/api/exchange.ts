import { z } from '@hono/zod-openapi';
import { lock, programme } from './programmes.ts';
import { everyRole, route } from './route.ts';
import { answers, file, hash, inProgramme, partyCode, seq, takes, time } from './schema.ts';

const place = z.object({ seq, hash: hash.optional(), at: time.optional() });

export const partner = z.object({
  party: partyCode,
  url: z.string().optional(),
  /** Our feed, as far as they have acknowledged it; `at`: when that came to us, by our clock. */
  theyHold: place,
  /** Their feed, as far as we hold it. */
  weHold: place,
  ours: seq,
  lastExchange: time.optional(),
  lastPouch: time.optional(),
  /** Nothing new has come since; by our clock. */
  quietSince: time.optional(),
  error: z.object({ code: z.string(), at: time, next: time.optional() }).optional(),
  running: z.boolean(),
});
export type Partner = z.infer<typeof partner>;

export const exchangePage = z
  .object({
    partners: z.array(partner).readonly(),
    /** Entries that are kept without effect, and why (F4). */
    inert: z.array(z.object({ party: partyCode, seq, type: z.string(), reason: z.string() })).readonly(),
    /** Entries that have not come, before others that are kept aside (X2); in order. */
    gaps: z.array(z.object({ party: partyCode, from: seq, to: seq })).readonly(),
    /** Entries whose effect waits for what is missing (F5). */
    waiting: z
      .array(z.object({ party: partyCode, seq, needs: z.object({ party: partyCode, seq }) }))
      .readonly(),
    forks: z
      .array(z.object({ party: partyCode, at: seq, branches: z.array(z.object({ seq, hash })).readonly() }))
      .readonly(),
    missingFiles: z.array(hash).readonly(),
    /** Our exchange address, if the node listens for partners. */
    listens: z.string().optional(),
    lock: lock.optional(),
  })
  .openapi('ExchangePage');
export type ExchangePage = z.infer<typeof exchangePage>;

export const readExchange = route({
  method: 'get',
  path: '/api/programmes/{programme}/exchange',
  'x-access': everyRole,
  summary: 'What each partner holds, since when',
  request: { params: inProgramme },
  responses: answers(exchangePage, 'the exchange'),
});

export const exchangeNow = route({
  method: 'post',
  path: '/api/programmes/{programme}/exchange/now',
  'x-access': ['administrator', 'desk'],
  summary: 'Exchange with a partner over the network now',
  request: { params: inProgramme, body: takes(z.object({ party: partyCode })) },
  responses: answers(
    z.object({ sent: z.int(), received: z.int(), files: z.int() }),
    'runs sent and received, files moved',
  ),
});

export const setPeer = route({
  method: 'put',
  path: '/api/programmes/{programme}/peers/{party}',
  'x-access': ['administrator'],
  summary: 'Where a partner’s node listens; `null` ends the exchange over the network',
  request: {
    params: inProgramme.extend({ party: partyCode }),
    body: takes(z.object({ url: z.string().max(400).nullable() })),
  },
  responses: answers(partner, 'set'),
});

export const packPouch = route({
  method: 'post',
  path: '/api/programmes/{programme}/pouch/pack',
  'x-access': ['administrator', 'desk'],
  summary: 'What a partner lacks, encrypted to it, as one file',
  request: {
    params: inProgramme,
    body: takes(
      z.object({
        party: partyCode,
        /** `lacks`: what it has not acknowledged; `all`: everything. */
        scope: z.enum(['lacks', 'all']),
      }),
    ),
  },
  responses: { 200: { description: 'the pouch', content: { 'application/octet-stream': { schema: file } } } },
});

export const pouchReport = z
  .object({
    programme: hash.optional(),
    names: programme.shape.names.optional(),
    from: partyCode,
    to: partyCode,
    made: time,
    bytes: z.int(),
    runs: z.int(),
    entries: z.int(),
    files: z.int(),
    /** Of these, what was not held before. */
    new: z.object({
      runs: z.int(),
      entries: z.int(),
      files: z.int(),
      receipts: z.int(),
      /** Runs kept aside until what stands before them comes. */
      waiting: z.int(),
    }),
    /** Head of each feed it carries. */
    heads: z.array(z.object({ party: partyCode, seq })).readonly(),
    lock: lock.optional(),
  })
  .openapi('PouchReport');
export type PouchReport = z.infer<typeof pouchReport>;

const pouch = { required: true, content: { 'application/octet-stream': { schema: file } } };

export const inspectPouch = route({
  method: 'post',
  path: '/api/pouch/inspect',
  'x-access': ['administrator', 'desk', 'auditor'],
  summary: 'What a pouch holds; checked to the last byte, nothing written',
  request: { body: pouch },
  responses: answers(pouchReport, 'what opening it would bring'),
});

export const openPouch = route({
  method: 'post',
  path: '/api/pouch/open',
  'x-access': ['administrator', 'desk'],
  summary: 'Take in a pouch, whole or not at all',
  request: { body: pouch },
  responses: answers(pouchReport, 'what it brought'),
});

/** A founding or a card may come in the same way: the app asks the user to drop any file. */
export const exchangeEvents = z
  .object({
    type: z.enum(['register', 'workspace', 'exchange', 'lock']),
    version: z.int(),
    /** Texts that the change touches; absent: read everything again. */
    texts: z.array(z.string()).readonly().optional(),
  })
  .openapi('Event');
export type NodeEvent = z.infer<typeof exchangeEvents>;

/**
 * First `event: ready`, `data:` the register's version from which on changes are told; then for each change `event: change`,
 * `data:` an Event. Ends with the session. After a reconnection read again: nothing is replayed.
 */
export const followEvents = route({
  method: 'get',
  path: '/api/programmes/{programme}/events',
  'x-access': everyRole,
  summary: 'Server-sent events: something changed',
  request: { params: inProgramme },
  responses: { 200: { description: 'events', content: { 'text/event-stream': { schema: exchangeEvents } } } },
});

/** Ends a lock whose cause is gone: partners confirmed, or the root continues the feed (F7, F9). */
export const endLock = route({
  method: 'post',
  path: '/api/programmes/{programme}/lock/end',
  'x-access': ['administrator'],
  summary: 'Ask again whether signing may go on; with `continue`, by the root',
  request: {
    params: inProgramme,
    body: takes(z.object({ continue: z.boolean(), passphrase: z.string().max(200).optional() })),
  },
  responses: answers(programme, 'the programme with its lock, if it stays'),
});
