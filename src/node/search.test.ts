import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../core/bytes/json.ts';
import type { Sight } from '../core/register/ask/asking.ts';
import { askingOf, recordTable } from '../core/register/ask/record.fixture.ts';
import type { Register } from '../core/register/register.ts';
import { readAll, searchFor } from './search.ts';
import { addWords, noWords, renumbered, scoresOf } from './search-words.ts';

const day = '2026-11-21';
const words = ['patrol', 'patrolling', 'river', 'thông báo', 'ແລກປ່ຽນ', 'vl-0081'];

const said = fc.record({
  party: fc.constantFrom('VN', 'LA'),
  kind: fc.constantFrom('event', 'note', 'retract'),
  number: fc.integer({ min: 1, max: 4 }),
  title: fc.constantFrom(...words),
  isHidden: fc.boolean(),
});

test('after any statements what is found is what a search over all from nothing finds', async () => {
  const table = recordTable();
  const found = async (register: Register, sight: Sight) => {
    const asking = askingOf(register, day, sight);
    const all = ['patrol', 'thong', 'ແລກ', 'vl-008', 'talks river'].map((q) =>
      searchFor(asking, q, undefined, 20),
    );
    return Promise.all([...all, searchFor(asking, 'patrol', 'note', 3)]);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 1, maxLength: 4 }),
      fc.constantFrom<Sight>('parties', 'restricted'),
      async (statements, sight) => {
        for (const { isHidden, kind, number, party, title } of statements) {
          const subject = `${kind === 'note' ? 'note' : 'event'}.found-${number}`;
          const mark = isHidden ? 'restricted' : 'parties';
          const common = { title: { vi: title }, mark };
          const fields: JsonObject =
            kind === 'note'
              ? { ...common, wording: { vi: title }, date: '2021' }
              : { ...common, date: '2021', exercise: true };
          if (kind === 'retract') table.say(party, 'retract', { kind: 'event', subject });
          else table.say(party, 'statement', { kind, subject, fields });
        }
        table.share();
        const register = table.register('LA');
        expect(await found(register, sight)).toEqual(await found({ ...register, answers: new Map() }, sight));
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

test('a search answers of what was read, counts the rest, and finds it once it is read', async () => {
  const { answers: _, ...rest } = recordTable().register('LA');
  const asking = askingOf({ ...rest, answers: new Map() }, day);
  const first = await searchFor(asking, 'vl-0081', undefined, 50, 100);
  expect(first.unread).toBeGreaterThan(0);
  await readAll(asking, () => false);
  expect((await searchFor(asking, 'vl-0081', undefined, 50, 0)).unread).toBeGreaterThan(0);
  await readAll(asking, () => true);
  const last = await searchFor(asking, 'vl-0081', undefined, 50, 0);
  expect(last.unread).toBe(0);
  expect(last.total).toBeGreaterThan(first.total);
  expect(last.hits.map(({ subject }) => subject)).toContain('event.vl-0081');
});

test('a doc scores by each word, whole or begun, and keeps its score when numbers are given anew', () => {
  const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'bc', 'c');
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.func(fc.boolean()),
      (docs, query, stays) => {
        const index = noWords();
        for (const [number, tokens] of docs.entries()) addWords(index, number, tokens);
        const expected = docs.map((tokens) => {
          const scores = query.map((one, at) => {
            if (tokens.includes(one)) return 2;
            return at === query.length - 1 && tokens.some((token) => token.startsWith(one)) ? 1 : 0;
          });
          return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0);
        });
        expect([...scoresOf(index, docs.length, query)]).toEqual(expected);
        const standing = docs.flatMap((_, number) => (stays(number) ? [number] : []));
        const anew = renumbered(index, (number) => (stays(number) ? standing.indexOf(number) : undefined));
        expect([...scoresOf(anew, standing.length, query)]).toEqual(
          standing.map((number) => expected[number]),
        );
      },
    ),
  );
});
