import { z } from '@hono/zod-openapi';
import type { Kind } from '../core/kinds/declare.ts';
import { route } from './route.ts';
import { answers } from './schema.ts';

/** A declaration as `core/kinds/declare.ts` describes it. */
export const kind = z.custom<Kind>().openapi('Kind', { type: 'object' });

export const listKinds = route({
  method: 'get',
  path: '/api/kinds',
  'x-access': 'account',
  summary: 'The declarations of all kinds of texts, items and statements',
  responses: answers(z.array(kind).readonly(), 'kinds'),
});
