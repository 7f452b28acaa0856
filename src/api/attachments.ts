import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import { answers, file, hash, inProgramme } from './schema.ts';

export const addAttachment = route({
  method: 'post',
  path: '/api/programmes/{programme}/attachments',
  'x-access': ['desk', 'implementer', 'signatory'],
  summary: 'Keep a file under its hash. Header `x-size` declares its size in bytes; at most 1 GiB',
  request: {
    params: inProgramme,
    body: { required: true, content: { 'application/octet-stream': { schema: file } } },
  },
  responses: answers(z.object({ hash, size: z.int() }), 'kept'),
});

export const readAttachment = route({
  method: 'get',
  path: '/api/programmes/{programme}/attachments/{hash}',
  'x-access': everyRole,
  summary: 'A file, always as a download, never shown by the browser',
  request: {
    params: inProgramme.extend({ hash }),
    query: z.object({ name: z.string().max(400).optional() }),
  },
  responses: { 200: { description: 'the file', content: { 'application/octet-stream': { schema: file } } } },
});
