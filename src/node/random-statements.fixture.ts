import fc from 'fast-check';

/* Statements as a property makes them, on few subjects, some for those alone who may see what is restricted. */

export const mark = fc.constantFrom('parties', 'parties', 'restricted');

export const events = fc.record({
  kind: fc.constant('event'),
  subject: fc.constantFrom('event.a', 'event.b', 'event.vl-0081'),
  fields: fc.record({
    title: fc.constantFrom({ lo: 'ການເຈລະຈາ', vi: 'Hội đàm' }, { en: 'Talks “again” 🕊' }),
    date: fc.constantFrom('2015', '2021-03-04'),
    exercise: fc.constant(true),
    mark,
  }),
});

export const undertakings = fc.record({
  kind: fc.constant('undertaking'),
  subject: fc.constantFrom('undertaking.a', 'undertaking.b'),
  fields: fc.record({
    wording: fc.constant({ en: 'Border' }),
    force: fc.constantFrom('requested', 'pledged'),
    sides: fc.constantFrom(['VN'], ['LA', 'VN']),
    area: fc.constantFrom('border', 'training'),
    event: fc.constantFrom('event.a', 'event.vl-0081'),
    exercise: fc.constant(true),
    mark,
  }),
});
