import { z } from '@hono/zod-openapi';
import { everyRole, route } from './route.ts';
import { file, hash, inProgramme, lang, mode, officeFile, subjectId } from './schema.ts';

/**
 * Cells that begin like a formula are neutralised. `lang` is the language of headings. 422 `export.glyph` when a PDF would
 * want a letter that no font of ours has, `export.large` when a document would be too long.
 */
export const exportText = route({
  method: 'get',
  path: '/api/programmes/{programme}/texts/{text}/export/{format}',
  'x-access': everyRole,
  summary:
    'A text as a document with its languages side by side (DOCX, PDF/A), as a workbook, as CSV, or as a page to print',
  request: {
    params: inProgramme.extend({ text: subjectId, format: z.enum(['xlsx', 'csv', 'html', 'docx', 'pdf']) }),
    query: z.object({
      base: hash.optional(),
      mode: mode.optional(),
      lang: lang.optional(),
      /** `act:<hash>`: the content of an act; otherwise the positions as they stand. */
      act: hash.optional(),
    }),
  },
  responses: {
    200: { description: 'the file', content: { ...officeFile, 'text/html': { schema: file } } },
  },
});
