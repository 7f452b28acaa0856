import type { Translate } from './format.ts';

/**
 * The sentence for a problem code or an inert reason: what happened, what was kept, what to do. A code without a
 * sentence of its own (`bytes.hex`) gets that of its area (`bytes`), an unknown one the sentence for the unexpected.
 * What follows a colon (`inert.field: host`) is detail for the log.
 */
export function problemSentence(t: Translate, code: string): string {
  const [stable = ''] = code.split(':');
  const own = `problems.${stable}`;
  if (t.has(own)) return t(own);
  const area = `problems.${stable.split('.')[0] ?? ''}`;
  return t(t.has(area) ? area : 'problems.unexpected');
}
