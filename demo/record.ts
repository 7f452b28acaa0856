import { readFileSync } from 'node:fs';
import type { JsonObject } from '../src/core/bytes/json.ts';
import {
  type Event,
  eventBodies,
  type Holder,
  holderBodies,
  mechanismBody,
} from '../src/node/import/record-row.ts';
import { recordFacts } from './record-facts.ts';
import { type RecordStatement, sourceText } from './record-shapes.ts';

/** The published record 2008 to 2026 as statements: facts with their sources, conflicts kept, nobody's word preferred. */
export function recordStatements(): readonly RecordStatement[] {
  const events = lines<Event>('chronology.jsonl').map((event) => ({
    ...event,
    source_url: sourceText(event.source_url),
    also_sources: event.also_sources.map(sourceText),
  }));
  const mechanisms = [...new Set(events.flatMap(({ mechanism }) => (mechanism === null ? [] : [mechanism])))];
  const told = [
    ...mechanisms.map((title) => by('VN', mechanismBody(title))),
    ...posts(),
    ...events.flatMap((event) =>
      eventBodies(event, ['LA', 'VN']).map((body) => by(event.source_lang === 'lo' ? 'LA' : 'VN', body)),
    ),
  ];
  return recordFacts(events, told);
}

/** Each post once, then its holders. */
function posts(): RecordStatement[] {
  const bodies = lines<Holder>('posts.jsonl').flatMap(holderBodies);
  const statements = new Map(bodies.map((body) => [body['subject'], by('VN', body)]));
  return [...statements.values()];
}

const by = (party: RecordStatement['party'], body: JsonObject): RecordStatement => ({ party, body });

function lines<Line>(name: string): Line[] {
  const text = readFileSync(new URL(`record/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
