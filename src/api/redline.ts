import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import { answers, hash, inProgramme, json, lang, mode, subjectId } from './schema.ts';

export const redline = z
  .object({
    item: subjectId,
    number: z.string().optional(),
    /** The item as a whole came or went. */
    change: z.enum(['same', 'changed', 'added', 'removed']),
    field: z.string(),
    /** For prose. */
    lang: lang.optional(),
    /** Of all but prose, what stood and what stands, for whoever shows it in words; absent where nothing does. */
    old: json.optional(),
    now: json.optional(),
    segments: z.array(z.object({ op: z.enum(['same', 'del', 'ins']), text: z.string() })).readonly(),
  })
  .openapi('Redline');
export type Redline = z.infer<typeof redline>;

/** A state of a text: `ours` (with private drafts), `party:LA`, `sent:VN:12` (a party's as of entry 12), `agreed`, `act:<hash>`. */
const side = z.string().regex(/^(?:ours|agreed|party:[A-Z]{2,8}|sent:[A-Z]{2,8}:\d{1,15}|act:[0-9a-f]{64})$/);

export const readRedline = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}/redline',
  'x-access': everyRole,
  summary: 'Word by word, in each language, aligned by item',
  request: {
    params: inProgramme.extend({ text: subjectId }),
    query: z.object({ base: hash.optional(), mode: mode.optional(), from: side, to: side }),
  },
  responses: answers(z.array(redline).readonly(), 'only what differs'),
});
