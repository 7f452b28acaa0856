import { recordStatements } from '../../../../demo/record.ts';
import type { SubjectId } from '../../bytes/ids.ts';
import type { JsonObject } from '../../bytes/json.ts';
import type { Register } from '../register.ts';
import { prose, Table } from '../table.fixture.ts';
import type { Asking, Sight } from './asking.ts';
import { askQuestion, questionNamed } from './catalogue.ts';
import type { Answer, Options } from './question.ts';

/** VN and LA at a table on which the published record 2008 to 2026 lies, as real signed entries of both. */
export function recordTable(): Table {
  const table = new Table(2);
  for (const party of ['VN', 'LA']) {
    const own = recordStatements().filter((one) => one.party === party);
    for (let from = 0; from < own.length; from += 500) {
      const items = own.slice(from, from + 500).map(({ body }) => ({ type: 'statement', body }));
      table.sayAll(party, items);
    }
  }
  table.share();
  return table;
}

let shared: Table | undefined;

/** The record for tests that only read it. */
export function recordRegister(): Register {
  shared ??= recordTable();
  return shared.register('LA');
}

/** Asks a question by its name. */
export function ask(
  register: Register,
  question: string,
  options: Options = {},
  day = '2026-11-21',
  sight: Sight = 'restricted',
): Answer {
  const found = questionNamed(question);
  if (found === undefined) throw new Error(`no question ${question}`);
  const asking = { register, day, sight };
  const answer = askQuestion(asking, found, options);
  return found.later === undefined ? answer : { ...answer, rows: found.later.complete(asking, answer.rows) };
}

export const askingOf = (register: Register, day = '2026-11-21', sight: Sight = 'restricted'): Asking => ({
  register,
  day,
  sight,
});

/** States something as a party, and gives it to everybody at the table. */
export function state(
  table: Table,
  party: string,
  kind: string,
  subject: string,
  fields: JsonObject,
  more: JsonObject = {},
): void {
  table.say(party, 'statement', { kind, subject, fields, ...more });
  table.share();
}

/** Lets both agree on a text and sign it, as in force on signature. `items` by id; the places follow their order. */
export function agree(
  table: Table,
  text: string,
  head: JsonObject,
  items: Readonly<Record<string, JsonObject>>,
): void {
  const draft = { text: text as SubjectId };
  table.position('VN', draft, text, head);
  for (const [at, [item, fields]] of Object.entries(items).entries())
    table.position('VN', draft, item, { in: true, place: String(at).padStart(3, '0'), ...fields });
  table.share();
  table.accept('LA', 'VN', draft);
  table.share();
  const content = table.content('VN', draft);
  table.content('LA', draft);
  const act = table.propose('VN', { texts: [{ text, content }], effective: { date: '2021-01-01' } });
  table.share();
  for (const party of ['VN', 'LA']) table.sign(party, act);
  table.share();
}

/** Values of a plan line with which nothing is missing. */
export const line = (text: string, area: string, more: JsonObject = {}): JsonObject => ({
  activity: prose(text),
  area,
  period: { from: '2021-03', to: '2021-06' },
  ...more,
});
export const planHead: JsonObject = {
  title: prose('ແຜນ 2021', 'Kế hoạch 2021'),
  covers: { from: '2021', to: '2021' },
  exercise: true,
};
