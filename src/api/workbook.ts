import { z } from '@hono/zod-openapi';
import { redline } from './redline.ts';
import { route } from './route.ts';
import {
  answers,
  fieldName,
  file,
  hash,
  inProgramme,
  json,
  lang,
  line,
  mode,
  partyCode,
  subjectId,
  takes,
} from './schema.ts';

const inText = inProgramme.extend({ text: subjectId });
const whichDraft = z.object({ base: hash.optional(), mode: mode.optional() });

/** For a partner without a node: what our side holds, every cell to be read back. What was sent is remembered. */
export const sendWorkbook = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/workbook',
  'x-access': ['desk'],
  summary: 'A workbook of the lines, for a partner to change and send back',
  request: { params: inText, body: takes(whichDraft.extend({ lang: lang.optional() })) },
  responses: {
    200: {
      description: 'the workbook',
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file },
      },
    },
  },
});

/** Their change of one line. */
export const theirPosition = z.object({ item: subjectId, values: z.record(fieldName, json) });

/** Nothing is written. 422 `workbook.refused` for formulas, document types, bombs, and what is no workbook of ours. */
export const readWorkbook = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/workbook/returned',
  'x-access': ['desk'],
  summary: 'What a returned workbook changes, as a redline against what we hold',
  request: {
    params: inText,
    query: whichDraft,
    body: { required: true, content: { 'application/octet-stream': { schema: file } } },
  },
  responses: answers(
    z
      .object({
        redline: z.array(redline).readonly(),
        positions: z.array(theirPosition).readonly(),
        /** Changed cells that cannot be taken, by row of the sheet and column. */
        faults: z
          .array(z.object({ row: z.int(), column: z.string(), reason: z.string(), value: z.string() }))
          .readonly(),
        rows: z.int(),
        /** It is one that we sent; else it is compared with what stands now. */
        known: z.boolean(),
      })
      .openapi('ReturnedWorkbook'),
    'what it changes',
  ),
});

/** Each line becomes a recorded position of theirs (S4): ours of them, theirs once they confirm. */
export const recordWorkbook = route({
  method: 'post',
  path: '/api/programmes/{programme}/texts/{text}/workbook/record',
  'x-access': ['desk'],
  summary: 'Record what a partner wrote in a workbook as our record of their position',
  request: {
    params: inText,
    body: takes(
      whichDraft.extend({
        party: partyCode,
        letter: line,
        positions: z.array(theirPosition).min(1).max(5_000),
      }),
    ),
  },
  responses: answers(z.object({ recorded: z.int() }), 'how many lines were recorded'),
});
