import type { JsonObject } from '../src/core/bytes/json.ts';

/** One statement of the demo's record: who says it in this demo, and its body (protocol, S). */
export interface RecordStatement {
  readonly party: 'VN' | 'LA';
  readonly body: JsonObject;
}

/** A statement of a kind on a subject of that kind. */
export function said(party: 'VN' | 'LA', kind: string, suffix: string, fields: JsonObject): RecordStatement {
  return { party, body: { kind, subject: `${kind}.${suffix}`, fields } };
}

/** Where it was read; the two articles that came with the record by name. */
export const sourceText = (url: string): string =>
  url.startsWith('seed:001')
    ? 'Le Courrier du Vietnam (VNA/CVN), December 2024'
    : url.startsWith('seed:')
      ? 'Le Courrier du Vietnam (VNA/CVN), 4 December 2020'
      : url;
