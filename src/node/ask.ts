import type { JsonObject } from '../core/bytes/json.ts';
import type { Kinds } from '../core/kinds/catalogue.ts';
import { valueFault } from '../core/kinds/value.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import { askQuestion, questionNamed } from '../core/register/ask/catalogue.ts';
import type { Answer, OptionName, Options, Question, Row } from '../core/register/ask/question.ts';
import { formatDate } from '../words/dates.ts';
import type { Language } from '../words/languages.ts';
import { createTranslator } from '../words/translate.ts';
import { stringOf } from './json-text.ts';
import type { Sheet } from './office.ts';
import { Refusal } from './problem.ts';
import { columnText } from './value-text.ts';

/** A question by its name. @throws Refusal `request.not-found` */
export function questionOf(name: string, kinds?: Kinds): Question {
  const question = questionNamed(name, kinds);
  if (question === undefined) throw new Refusal('request.not-found', { detail: 'there is no such question' });
  return question;
}

/**
 * Options as they came in, each checked against the type that the question declares.
 *
 * @throws Refusal `request.invalid` naming each option that does not fit, is not known or is missing
 */
export function optionsOf(question: Question, given: Readonly<Record<string, string | undefined>>): Options {
  const options: Partial<Record<OptionName, string | number>> = {};
  const errors: { path: string; message: string }[] = [];
  for (const [name, text] of Object.entries(given)) {
    if (text === undefined || text === '') continue;
    const field = Object.hasOwn(question.options, name) ? question.options[name as OptionName] : undefined;
    const value = field?.type === 'count' && /^\d{1,9}$/.test(text) ? Number(text) : text;
    const message = field === undefined ? 'no such option of this question' : valueFault(field, value, []);
    if (message !== undefined) errors.push({ path: name, message });
    else options[name as OptionName] = value;
  }
  for (const [name, field] of Object.entries(question.options))
    if (field.required === true && options[name as OptionName] === undefined)
      errors.push({ path: name, message: 'missing' });
  if (errors.length > 0) throw new Refusal('request.invalid', { errors });
  return options;
}

/** Asks, with our own side where the question wants one and was told none. */
export function askFor(
  asking: Asking,
  question: Question,
  options: Options,
  own: string | undefined,
): Answer {
  const side = options.side ?? (question.question === 'brief' ? own : undefined);
  return askQuestion(asking, question, side === undefined ? options : { ...options, side });
}

/** An answer as a table with every column, in a language; above it what it is, of which day, and how many rows. */
export function answerSheet(question: Question, { rows }: Answer, day: string, language: Language): Sheet {
  const t = createTranslator(language);
  // A list without a line still says what it would hold.
  const used = Object.entries(question.columns).filter(
    ([name]) => rows.length === 0 || rows.some((row) => (row[name] ?? null) !== null),
  );
  return {
    name: question.label[language],
    above: [
      `${question.label[language]} · ${t('field.asOf', { time: formatDate(day, language) })}`,
      t('record.rows', { count: rows.length }),
    ],
    columns: used.map(([, field]) => ({ title: field.label[language], width: widthOf(field.type) })),
    rows: rows.map((row) => used.map(([name, field]) => columnText(name, field, row[name], language))),
  };
}

/** What a table shows of a row, cell by cell, without its section and without what is empty. */
export const cellsOf = (question: Question, row: Row, language: Language): readonly string[] =>
  Object.entries(question.columns).flatMap(([name, field]) => {
    if (field.shown !== 'row' || name === 'section') return [];
    if (field.type === 'flag') return row[name] === true ? [field.label[language]] : [];
    const text = columnText(name, field, row[name], language);
    return text === '' ? [] : [text];
  });

/** Which subject a row is about and which entries say it, the first three of them. */
export function traceOf({ entries, subject }: Row): string {
  const places = Array.isArray(entries)
    ? (entries as readonly JsonObject[]).map(({ party, seq }) => `${stringOf(party)} ${JSON.stringify(seq)}`)
    : [];
  const more = places.length > 3 ? ' …' : '';
  const parts = [typeof subject === 'string' ? subject : '', `${places.slice(0, 3).join(', ')}${more}`];
  return `(${parts.filter((text) => text !== '').join('; ')})`;
}

const widthOf = (type: string): number =>
  type === 'told' || type === 'rows' || type === 'prose' ? 48 : type === 'words' ? 24 : 14;
