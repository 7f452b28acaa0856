import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import { answers, json, time } from './schema.ts';

export const auditLine = z.object({
  number: z.int(),
  time,
  /** Name of the account, if one did it. */
  actor: z.string().optional(),
  action: z.string(),
  programme: z.string().optional(),
  details: json,
});
export type AuditLine = z.infer<typeof auditLine>;

export const readAudit = route({
  method: 'get',
  path: '/api/audit',
  'x-access': ['administrator', 'auditor'],
  summary: 'What was done on this node, newest first',
  request: {
    query: z.object({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
  },
  responses: answers(z.array(auditLine).readonly(), 'lines'),
});
