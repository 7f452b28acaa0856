import { z } from '@hono/zod-openapi';
import type { Json } from '../core/bytes/json.ts';

/* Shapes that several resources share. Lists are readonly, so that what core answers can be sent as it is. */

export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A programme on this node: its id once founded, a random one of the same form while it is prepared. */
export const programmeId = hash;
export const partyCode = z.string().regex(/^[A-Z]{2,8}$/);
export const lang = z.string().regex(/^[a-z]{2,3}$/);
/** `kind.suffix`. */
export const subjectId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,63}\.[a-z0-9][a-z0-9-]{0,39}$/);
export const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);
/** `2026-11-21`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `2026-11-21T08:00:00Z`; asserted by whoever wrote it. */
export const time = z.string();
export const seq = z.int().min(0);
/** One line or a few, as people type them. */
export const line = z.string().trim().min(1).max(400);
export const prose = z.string().max(20_000);
/** Text by language. */
export const byLang = z.record(lang, prose);
/** A name by language, never empty. */
export const nameByLang = z
  .record(lang, line)
  .refine((names) => Object.keys(names).length > 0, 'a name in at least one language');
export const mode = z.enum(['amendment', 'correction']);
export const strength = z.enum(['account', 'personal', 'paper']);

const isJson = (value: unknown): value is Json => value !== undefined;
/** Any value of a field: what its kind declares decides (`core/kinds/declare.ts`). */
export const json = z
  .custom<Json>(isJson)
  .openapi({ type: 'object', description: 'any JSON value, whole numbers only' });

/** One label in the four languages of the interface. */
export const label = z.object({ en: z.string(), vi: z.string(), lo: z.string(), fr: z.string() });
export type Label = z.infer<typeof label>;

/** A file that a statement or a text names. */
export const fileRef = z.object({ hash, name: line, size: z.int().min(0), type: z.string().max(100) });
export type FileRef = z.infer<typeof fileRef>;

/** A signed place in a feed. */
export const head = z.object({ party: partyCode, seq, hash });
export type Head = z.infer<typeof head>;

export const inProgramme = z.object({ programme: programmeId });

/** A JSON answer. */
export const answers = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
});
/** A JSON body. */
export const takes = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});
/** Bytes. */
export const file = z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' });

const bytes = { schema: file };
/** What goes out as a document, a workbook or CSV, by its type. */
export const officeFile = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': bytes,
  'text/csv': bytes,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': bytes,
  'application/pdf': bytes,
} as const;

export const done = z.object({ done: z.literal(true) });
