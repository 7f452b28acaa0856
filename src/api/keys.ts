import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import { answers, inProgramme, partyCode, seq, takes } from './schema.ts';

export const keyView = z
  .object({
    id: z.string(),
    party: partyCode,
    uses: z.array(z.enum(['root', 'operate', 'desk', 'signatory'])).readonly(),
    /** Name of the account it belongs to, if it is a person's of ours. */
    account: z.string().optional(),
    state: z.enum(['waits', 'admitted', 'void']),
    from: seq.optional(),
    voidAfter: seq.optional(),
    /** Its private half lies in this folder. */
    here: z.boolean(),
  })
  .openapi('Key');
export type KeyView = z.infer<typeof keyView>;

export const listKeys = route({
  method: 'get',
  path: '/api/programmes/{programme}/keys',
  'x-access': ['administrator', 'auditor'],
  summary: 'All keys of all parties, and ours that wait for the root',
  request: { params: inProgramme },
  responses: answers(z.array(keyView).readonly(), 'keys'),
});

export const admitKeys = route({
  method: 'post',
  path: '/api/programmes/{programme}/keys/admit',
  'x-access': ['administrator'],
  summary: 'Admit the keys that wait, by the root',
  request: {
    params: inProgramme,
    body: takes(
      z.object({ keys: z.array(z.string().max(64)).min(1), passphrase: z.string().max(200).optional() }),
    ),
  },
  responses: answers(z.array(keyView).readonly(), 'keys'),
});

export const voidKey = route({
  method: 'post',
  path: '/api/programmes/{programme}/keys/void',
  'x-access': ['administrator'],
  summary: 'Void a key of ours after an entry, by the root (K3)',
  request: {
    params: inProgramme,
    body: takes(
      z.object({ key: z.string().max(64), after: seq, passphrase: z.string().max(200).optional() }),
    ),
  },
  responses: answers(z.array(keyView).readonly(), 'keys'),
});
