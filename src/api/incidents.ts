import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import { answers, inProgramme, seq, takes } from './schema.ts';

/** 422 `import.persons` when a column is of persons: nothing of the list is kept. 422 `request.invalid` names rows by number and column. */
export const takeIncidents = route({
  method: 'post',
  path: '/api/programmes/{programme}/incidents',
  'x-access': ['desk', 'implementer'],
  summary:
    'Take in a list of incidents as counts (CSV: category, count, from, to, segment, source), all or nothing',
  request: { params: inProgramme, body: takes(z.object({ csv: z.string().max(1_000_000) })) },
  responses: answers(
    z.object({ rows: z.int(), statements: z.int(), known: z.int(), seq: seq.optional() }),
    'stated as ours; `seq` is absent when nothing was new',
  ),
});
