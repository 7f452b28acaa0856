import { z } from '@hono/zod-openapi';
import { json } from './schema.ts';

/**
 * RFC 9457, sent as `application/problem+json` for every answer that is not a success. `title` and `detail` are English;
 * the app shows its own words by `code`.
 */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** Stable, `area.what`: see docs/problems.md. */
    code: z.string(),
    /** What was kept. */
    kept: z.string(),
    /** What to do. */
    todo: z.string(),
    /** For 409: what stands now, in the shape that the route names. */
    current: json.optional(),
    /** For 422: where in the body. */
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .readonly()
      .optional(),
    /** For 429: seconds to wait. */
    wait: z.int().optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;
