import { expect, test } from 'vitest';
import type { SubjectId } from '../bytes/ids.ts';
import { prose, Table } from './table.fixture.ts';
import { translationsOf } from './translations.ts';

const draft = { text: 'plan.y2027' as SubjectId };
const line = 'visit.a' as SubjectId;
const [first, second] = [prose('ກ', 'a'), prose('ຂ', 'b')];

const shown = (table: Table, value = first) =>
  translationsOf(table.register('LA'), draft.text, line, 'activity', value);

test('T6 a translation is shown with the words that it was given with, and with no others', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { activity: first }, { info: { activity: { fr: 'un', en: 'one' } } });
  table.share();
  expect(shown(table)).toEqual({ fr: 'un', en: 'one' });
  table.position('VN', draft, line, { activity: second });
  table.share();
  expect(shown(table, second)).toEqual({});
  expect(shown(table)).toEqual({});
  table.position('VN', draft, line, {}, { info: { activity: { en: 'two' } } });
  table.share();
  expect(shown(table, second)).toEqual({ en: 'two' });
});

test('T6 what the other took over stays translated, and the first listed of two translators is shown', () => {
  const table = new Table(2);
  table.position('LA', draft, line, { activity: first }, { info: { activity: { fr: 'un', en: 'one' } } });
  table.share();
  table.accept('VN', 'LA', draft);
  table.position('VN', draft, line, {}, { info: { activity: { fr: 'deux' } } });
  table.share();
  const [listed] = table.register('LA').ground.parties;
  expect(shown(table)).toEqual(listed === 'LA' ? { fr: 'un', en: 'one' } : { fr: 'deux', en: 'one' });
  table.say('LA', 'withdraw', { ...draft, item: line, fields: ['activity'] });
  table.share();
  expect(shown(table)).toEqual({ fr: 'deux' });
});
