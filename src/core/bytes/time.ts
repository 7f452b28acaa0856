import { isFullDate } from './partial-date.ts';

/** Whether text is a time as entries assert it: `2026-11-21T08:00:00Z`, whole seconds of UTC, no leap second. */
export function isTime(text: unknown): text is string {
  if (typeof text !== 'string' || text.length !== 20 || text[10] !== 'T') return false;
  if (!/^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/.test(text.slice(11))) return false;
  return isFullDate(text.slice(0, 10));
}
