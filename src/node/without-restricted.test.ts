import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../core/bytes/json.ts';
import { questions } from '../core/register/ask/catalogue.ts';
import { chronologyOf } from '../core/register/ask/events.ts';
import { ask, recordTable } from '../core/register/ask/record.fixture.ts';
import type { Register } from '../core/register/register.ts';
import { withoutRestricted } from './handling.ts';
import { events, undertakings } from './random-statements.fixture.ts';

const statements = fc.oneof(
  events,
  undertakings,
  fc.record({
    kind: fc.constant('acceptance'),
    subject: fc.constantFrom('undertaking.a', 'undertaking.b'),
    fields: fc.record({ accepted: fc.boolean(), exercise: fc.constant(true) }),
  }),
  fc.record({
    kind: fc.constant('retract'),
    subject: fc.constantFrom('event.a', 'undertaking.a', 'undertaking.b'),
    fields: fc.constant({}),
  }),
);

const answers = (register: Register) =>
  questions
    .filter(({ options }) => Object.values(options).every(({ required }) => required !== true))
    .map(({ question }) => ({ question, ...ask(register, question, {}, '2026-11-21', 'parties') }));

const anew = (register: Register) => withoutRestricted({ ...register, answers: new Map() });

test('S5 after any statements what is left is what would be left from nothing', () => {
  const table = recordTable();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('VN', 'LA'), statements), { minLength: 1, maxLength: 3 }),
      (said) => {
        for (const [party, { fields, kind, subject }] of said) {
          const of = subject.split('.')[0] ?? '';
          if (kind === 'retract') table.say(party, 'retract', { kind: of, subject });
          else table.say(party, 'statement', { kind, subject, fields });
        }
        table.share();
        const register = table.register('LA');
        expect(answers(withoutRestricted(register))).toEqual(answers(anew(register)));
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

test('S5 what is left is followed: one register, whose answers stand where nothing changed', () => {
  const table = recordTable();
  const say = (kind: string, subject: string, fields: JsonObject): Register => {
    table.say('VN', 'statement', { kind, subject, fields });
    table.share();
    return withoutRestricted(table.register('LA'));
  };
  const event = { title: { en: 'Talks' }, date: '2021', exercise: true };
  expect(say('event', 'event.a', event)).toBe(table.register('LA'));
  const left = say('event', 'event.b', { ...event, mark: 'restricted' });
  expect(left).not.toBe(table.register('LA'));
  const rows = () => chronologyOf({ register: left, day: '2026-11-21', sight: 'parties' });
  const before = rows();
  expect(before.map(({ subject }) => subject)).not.toContain('event.b');
  expect(say('event', 'event.c', event)).toBe(left);
  const after = rows();
  expect(after.filter((row) => !before.includes(row)).map(({ subject }) => subject)).toEqual(['event.c']);
  expect(after).toHaveLength(before.length + 1);
});
