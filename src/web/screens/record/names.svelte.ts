import { SvelteMap } from 'svelte/reactivity';
import type { SubjectPage } from '../../../api/statements.ts';
import { call } from '../../client.ts';
import { nameIn } from '../../state/words.svelte.ts';
import { namesIn } from './subject-words.ts';

/** What subjects are called, as far as this browser has met them; what it has not is asked for once. */
const known = new SvelteMap<string, Readonly<Record<string, string>>>();
const asked = new Set<string>();

type Named = Readonly<Record<string, string>>;

/** Takes the names that stand in the rows of an answer. */
export function learnNames(rows: readonly unknown[]): void {
  for (const row of rows) {
    const { subject, title, wording, postName, name } = row as Readonly<Record<string, unknown>>;
    if (typeof subject !== 'string' || known.has(subject)) continue;
    const names = [title, wording, postName].find((one) => isTold(one));
    if (names) known.set(subject, names);
    else if (typeof name === 'string') known.set(subject, { und: name });
  }
}

const isTold = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** The name of a subject in the language of the screen; its id until the name has come. */
export function nameOfSubject(programme: string, subject: string): string {
  const names = known.get(subject);
  if (names === undefined) void learn(programme, subject);
  return nameIn(names) || subject;
}

/** The languages of its name, for the `lang` attribute. */
export const namesOfSubject = (subject: string): Named | undefined => known.get(subject);

const waiting: (() => Promise<void>)[] = [];
let running = 0;

async function learn(programme: string, subject: string): Promise<void> {
  if (asked.has(subject)) return;
  asked.add(subject);
  waiting.push(async () => {
    const page: SubjectPage = await call('GET /api/programmes/{programme}/subjects/{subject}', {
      params: { programme, subject },
    });
    known.set(subject, namesIn(page));
  });
  if (running >= 4) return;
  running += 1;
  // Not in the middle of what is being drawn.
  await Promise.resolve();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    try {
      await next();
    } catch {
      // It keeps its id: nothing of it may be seen here.
    }
  }
  running -= 1;
}

/** Something that words were found in. */
export interface FoundSubject {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** What stands in the field that holds the words. */
  readonly found: string;
}
/** Everything whose words are like these, in any language and spelling, the best first. */
export async function searchSubjects(
  programme: string,
  words: string,
  more: { readonly kind?: string; readonly limit?: string } = {},
): Promise<{ readonly hits: readonly FoundSubject[]; readonly total: number; readonly unread: number }> {
  const { hits, total, unread } = await call('GET /api/programmes/{programme}/search', {
    params: { programme },
    query: { q: words, ...more },
  });
  for (const { subject, title } of hits) if (Object.keys(title).length > 0) known.set(subject, title);
  const found = new Map(
    hits.map(({ found: text, kind, subject, title }) => [
      subject,
      { id: subject, kind, name: nameIn(title) || subject, found: text },
    ]),
  );
  return { hits: [...found.values()], total, unread };
}

/** Subjects of those kinds, or of any, that words mean. */
export async function findSubjects(
  programme: string,
  kinds: readonly string[] | undefined,
  words: string,
): Promise<readonly FoundSubject[]> {
  if (kinds === undefined) return (await searchSubjects(programme, words, { limit: '40' })).hits;
  const answers = await Promise.all(
    kinds.map((kind) => searchSubjects(programme, words, { kind, limit: '20' })),
  );
  return answers.flatMap(({ hits }) => hits);
}

/** Takes the names of a page that was read. */
export function learnPage(subject: string, names: Named): void {
  if (Object.keys(names).length > 0) known.set(subject, names);
}
