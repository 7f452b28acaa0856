import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import { answers, inProgramme, line, takes } from './schema.ts';

/** A way to look at the tables of a programme, kept by one account for itself. */
export const savedView = z.object({
  name: line,
  /** What stands behind the `?` of the address. */
  query: z.string().max(2_000),
});
export type SavedView = z.infer<typeof savedView>;
const views = answers(z.array(savedView).readonly(), 'own views, in the order in which they were kept');

export const listViews = route({
  method: 'get',
  path: '/api/programmes/{programme}/views',
  'x-access': everyRole,
  summary: 'Views of tables that the account has kept for itself',
  request: { params: inProgramme },
  responses: views,
});

export const keepView = route({
  method: 'put',
  path: '/api/programmes/{programme}/views',
  'x-access': everyRole,
  summary: 'Keep a view under a name, in place of the one that had it; without a query the name is forgotten',
  request: { params: inProgramme, body: takes(savedView.partial({ query: true })) },
  responses: views,
});
