import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asking, Sight } from '../core/register/ask/asking.ts';
import { askQuestion, questions } from '../core/register/ask/catalogue.ts';
import { askingOf, recordTable } from '../core/register/ask/record.fixture.ts';
import { withoutRestricted } from './handling.ts';
import { written } from './http/written.ts';
import { completed } from './narrowed.ts';
import { events, mark, undertakings } from './random-statements.fixture.ts';
import { RowTexts } from './row-texts.ts';

const statements = fc.oneof(
  events,
  undertakings,
  fc.record({
    kind: fc.constant('onRecord'),
    subject: fc.constantFrom('onRecord.a', 'onRecord.b'),
    fields: fc.record({
      title: fc.constant({ en: 'Minutes' }),
      layer: fc.constantFrom('minutes', 'mou'),
      event: fc.constantFrom('event.a', 'event.vl-0081'),
      exercise: fc.constant(true),
      mark,
    }),
  }),
);

const asked = questions.filter(({ options }) =>
  Object.values(options).every(({ required }) => required !== true),
);

/** Every list as it is read with what was kept, and as it would be written from nothing. */
function both(texts: RowTexts, asking: Asking) {
  const fresh = { ...asking, register: { ...asking.register, answers: new Map() } };
  return asked.map((question) => {
    const shown = askQuestion(asking, question).rows;
    const anew = completed(fresh, question, askQuestion(fresh, question).rows);
    return {
      question: question.question,
      kept: texts.of(asking, question, shown).map((text) => JSON.parse(utf8(text)) as unknown),
      anew: JSON.parse(JSON.stringify(anew)) as unknown,
    };
  });
}

const utf8 = (text: Parameters<typeof written>[0][number]): string => Buffer.from(written([text])).toString();

test('after any statements the rows that were kept are those written anew, for whoever reads on whichever day', () => {
  const table = recordTable();
  // As a node has it, one store for all readers; and one so small that it lets rows go all the time.
  const stores = [32_000_000, 400_000].map((bytesMax) => ({ bytesMax, texts: new RowTexts(bytesMax) }));
  const reader = fc.record({
    sight: fc.constantFrom<Sight>('parties', 'restricted'),
    day: fc.constantFrom('2026-11-21', '2019-01-01'),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('VN', 'LA'), statements), { maxLength: 2 }),
      fc.array(reader, { minLength: 1, maxLength: 3 }),
      (said, readers) => {
        for (const [party, body] of said) table.say(party, 'statement', body);
        table.share();
        const whole = table.register('LA');
        for (const { day, sight } of readers) {
          const register = sight === 'parties' ? withoutRestricted(whole) : whole;
          for (const { bytesMax, texts } of stores) {
            const lists = both(texts, askingOf(register, day, sight));
            for (const { anew, kept, question } of lists)
              expect({ question, rows: kept }).toEqual({ question, rows: anew });
            expect(texts.bytes).toBeLessThan(bytesMax * 1.1);
          }
        }
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});

test('a row that stands is written once, and what is not read again goes', () => {
  const asking = askingOf(recordTable().register('VN'));
  const question = asked.find((one) => one.question === 'instruments');
  if (question === undefined) throw new Error('there are instruments');
  const { rows } = askQuestion(asking, question);
  const one = (row: (typeof rows)[number]): string => JSON.stringify(row);
  let made = 0;
  const counting = rows.slice(0, 40).map((row) => ({
    ...row,
    // It is asked for each time that the row is written.
    get seen() {
      made += 1;
      return true;
    },
  }));
  const roomy = new RowTexts(1_000_000);
  roomy.of(asking, question, counting);
  roomy.of(asking, question, counting);
  expect(made).toBe(counting.length);
  const tight = new RowTexts(one(counting[0] as (typeof rows)[number]).length * 8);
  tight.of(asking, question, counting);
  made = 0;
  tight.of(asking, question, counting.slice(0, 4));
  expect(made).toBe(4);
});
