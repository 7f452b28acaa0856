import type { JsonObject } from '../src/core/bytes/json.ts';
import type { RecordStatement } from './record-shapes.ts';
import type { Party } from './shapes.ts';

/* How the EXERCISE speaks: everything it says bears the mark. */

/** Text in the four languages; each bears the mark. */
export type Told = Readonly<Record<'vi' | 'lo' | 'fr' | 'en', string>>;

export const told = (vi: string, lo: string, fr: string, en: string): Told => ({
  vi: `${vi} (EXERCISE)`,
  lo: `${lo} (EXERCISE)`,
  fr: `${fr} (EXERCISE)`,
  en: `${en} (EXERCISE)`,
});

/** What a party states, under the mark. */
export function say(
  party: Party,
  kind: string,
  subject: string,
  fields: JsonObject,
  facet?: string,
): RecordStatement {
  const of = facet === undefined ? {} : { facet };
  return { party, body: { kind, subject, fields: { ...fields, exercise: true }, ...of } };
}

/** A link of what is invented; it bears the mark, as what it links does. */
export const link = (party: Party, subject: string, fields: JsonObject): RecordStatement =>
  say(party, 'link', subject, fields);
