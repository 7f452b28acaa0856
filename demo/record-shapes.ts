import type { JsonObject } from '../src/core/bytes/json.ts';

/** One statement of the demo's record: who says it in this demo, and its body (protocol, S). */
export interface RecordStatement {
  readonly party: 'VN' | 'LA';
  readonly body: JsonObject;
}

/** One event of the record as its file has it. */
export interface Event {
  readonly id: string;
  readonly date: string;
  readonly date_basis: string;
  readonly kind: string;
  readonly title_en: string;
  readonly place: string | null;
  readonly participants: readonly { readonly name: string; readonly post: string; readonly side: string }[];
  readonly instruments: readonly {
    readonly title_en: string;
    readonly type: string;
    readonly year_covered?: string | null;
    readonly signed_date?: string | null;
    readonly note?: string;
  }[];
  readonly commitments: readonly (Said & {
    readonly action_en: string;
    readonly area: string;
    readonly due?: string | null;
    readonly force: string;
  })[];
  readonly non_commitments: readonly (Said & { readonly gist_en: string; readonly kind: string })[];
  readonly quantities: readonly {
    readonly what: string;
    readonly amount: number;
    readonly unit: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly mechanism: string | null;
  readonly source_url: string;
  readonly source_lang: string;
  readonly also_sources: readonly string[];
  readonly conflicts: readonly string[];
}

interface Said {
  readonly by: string;
  readonly to: string;
  readonly cue: string | null;
  readonly lang: string | null;
}

/** A statement of a kind on a subject of that kind. */
export function said(party: 'VN' | 'LA', kind: string, suffix: string, fields: JsonObject): RecordStatement {
  return { party, body: { kind, subject: `${kind}.${suffix}`, fields } };
}

/** Where it was read; the two articles that came with the record by name. */
export const sourceText = (url: string): string =>
  url.startsWith('seed:') ? 'Le Courrier du Vietnam (VNA/CVN), 4 December 2020' : url;

/** A suffix of an id from words: at most 40 characters; where that cuts, a number from the words keeps them apart. */
export function slug(words: string): string {
  const full = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (full.length <= 40) return full;
  let sum = 7;
  for (const letter of full) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_679_616;
  return `${full.slice(0, 35).replace(/-$/, '')}-${sum.toString(36)}`;
}
