import type { Json } from '../core/bytes/json.ts';

/** A value's text if it is text; else nothing. */
export const stringOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
