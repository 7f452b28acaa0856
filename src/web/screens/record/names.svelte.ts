import { SvelteMap } from 'svelte/reactivity';
import type { CallName } from '../../../api/calls.ts';
import type { SubjectPage } from '../../../api/statements.ts';
import { matches } from '../../../words/sort.ts';
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

/** Which question lists the subjects of a kind. */
const listedBy: Readonly<Record<string, string>> = {
  event: 'chronology',
  undertaking: 'ledger',
  mechanism: 'mechanisms',
  instrument: 'instruments',
  onRecord: 'instruments',
  plan: 'instruments',
  provision: 'matrix',
  article: 'matrix',
  segment: 'border',
  gateState: 'border',
  goal: 'goals',
  letter: 'correspondence',
  note: 'information',
  training: 'training',
};

/** Subjects of those kinds whose name holds the words, in any language, with or without marks. */
export async function findSubjects(
  programme: string,
  kinds: readonly string[] | undefined,
  words: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const questions = new Set((kinds ?? Object.keys(listedBy)).flatMap((kind) => listedBy[kind] ?? []));
  for (const question of questions) {
    const name = 'GET /api/programmes/{programme}/ask/{question}' as CallName;
    const answer = (await call(name, { params: { programme, question } } as never)) as unknown as {
      readonly rows: readonly unknown[];
    };
    learnNames(answer.rows);
  }
  return [...known]
    .filter(([id, names]) => {
      const kind = id.slice(0, id.indexOf('.'));
      return (
        (kinds === undefined || kinds.includes(kind)) &&
        matches(`${id} ${Object.values(names).join(' ')}`, words)
      );
    })
    .map(([id, names]) => ({ id, name: nameIn(names) || id }));
}

/** Takes the names of a page that was read. */
export function learnPage(subject: string, names: Named): void {
  if (Object.keys(names).length > 0) known.set(subject, names);
}
