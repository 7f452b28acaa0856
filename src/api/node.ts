import { z } from '@hono/zod-openapi';
import { roles, route } from './route.ts';
import { answers, byLang, day, label, line, nameByLang, partyCode, takes } from './schema.ts';
import { me } from './session.ts';

/** What anybody may know of this node before signing in. */
export const nodeInfo = z
  .object({
    /** The party whose node this is; absent until it is set up. */
    party: partyCode.optional(),
    names: byLang,
    version: z.string(),
    /** Today in the node's time zone: questions take a date, the fold has none. */
    today: day,
    /** No account exists yet: POST /api/setup with the code printed at the start. */
    needsSetup: z.boolean(),
    /** Present in the demo: accounts that are open to everybody. */
    demo: z
      .object({
        accounts: z
          .array(
            z.object({
              name: z.string(),
              password: z.string(),
              roles: z.array(z.enum(roles)).readonly(),
              post: label.optional(),
            }),
          )
          .readonly(),
        /** The other party's node, for the link "see their side". */
        partner: z.object({ party: partyCode, url: z.string() }).optional(),
      })
      .optional(),
  })
  .openapi('Node');
export type NodeInfo = z.infer<typeof nodeInfo>;

export const readNode = route({
  method: 'get',
  path: '/api/node',
  'x-access': 'anyone',
  summary: 'What this node is',
  responses: answers(nodeInfo, 'the node'),
});

export const setUp = z.object({
  /** Printed by the node at its start, good once. */
  code: line,
  party: partyCode,
  names: nameByLang,
  administrator: z.object({ name: line, password: z.string().min(12).max(200) }),
});

/** First start: names the party and makes the first administrator, who is signed in. */
export const setUpNode = route({
  method: 'post',
  path: '/api/setup',
  'x-access': 'anyone',
  summary: 'Set up a new node',
  request: { body: takes(setUp) },
  responses: answers(me, 'the administrator, signed in'),
});
