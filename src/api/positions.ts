import { z } from '@hono/zod-openapi';
import { byLang, hash, json, lang, mode, partyCode, seq, subjectId } from './schema.ts';

/* Mirrors src/core/text/view.ts; src/api/core-shapes.test.ts holds the two together. */

export const positionView = z.object({
  party: partyCode,
  source: z.enum(['stated', 'base', 'silent']),
  value: json.optional(),
  seq: seq.optional(),
  taken: z.object({ party: partyCode, seq }).optional(),
});

export const fieldView = z.object({
  field: z.string(),
  state: z.enum(['agreed', 'bracket', 'crossed', 'awaits', 'stale', 'empty', 'missing', 'each']),
  positions: z.array(positionView).readonly(),
  value: json.optional(),
  stale: z.array(lang).readonly().optional(),
  awaits: z.array(partyCode).readonly().optional(),
  info: byLang.optional(),
});

export const itemView = z.object({
  id: subjectId,
  kind: z.string(),
  state: z.enum(['in', 'struck', 'bracket', 'awaits']),
  number: z.int().optional(),
  inclusion: fieldView,
  fields: z.array(fieldView).readonly(),
});

export const draftRef = z.object({ text: subjectId, base: hash.optional(), mode: mode.optional() });

export const textView = z
  .object({
    draft: draftRef,
    kind: z.string(),
    head: itemView,
    items: z.array(itemView).readonly(),
    closed: z.boolean(),
    counts: z.object({
      agreed: z.int(),
      bracket: z.int(),
      awaits: z.int(),
      stale: z.int(),
      missing: z.int(),
      struck: z.int(),
    }),
    ready: z.boolean(),
  })
  .openapi('TextView');

export const contentItem = z.object({
  id: subjectId,
  number: z.string(),
  fields: z.record(z.string(), json),
});
export const content = z
  .object({
    programme: hash,
    kind: z.string(),
    declaration: hash,
    languages: z.array(lang).readonly(),
    text: subjectId,
    base: hash.optional(),
    mode: mode.optional(),
    head: z.record(z.string(), json),
    items: z.array(contentItem).readonly(),
  })
  .openapi('Content');
