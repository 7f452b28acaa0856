import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import { answers, inProgramme, takes } from './schema.ts';

/** East then north, in hundred-thousandths of a degree. */
const point = z.tuple([z.int().min(-18_000_000).max(18_000_000), z.int().min(-9_000_000).max(9_000_000)]);

/** Lines that this party draws on its map of the border zone, instead of the indicative one. Nobody else gets them. */
export const borderLines = z
  .object({ lines: z.array(z.array(point).min(2).max(5_000).readonly()).max(200).readonly() })
  .openapi('BorderLines');
export type BorderLines = z.infer<typeof borderLines>;

export const readBorderLines = route({
  method: 'get',
  path: '/api/programmes/{programme}/border-lines',
  'x-access': everyRole,
  summary: 'Our own lines on the map of the border zone; none: the indicative line is shown',
  request: { params: inProgramme },
  responses: answers(borderLines, 'our lines'),
});

export const setBorderLines = route({
  method: 'put',
  path: '/api/programmes/{programme}/border-lines',
  'x-access': ['administrator', 'desk'],
  summary: 'Draw our own lines on the map of the border zone; none: back to the indicative line',
  request: { params: inProgramme, body: takes(borderLines) },
  responses: answers(borderLines, 'set'),
});
