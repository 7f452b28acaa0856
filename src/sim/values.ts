import type { Lang, PartyCode } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import type { Field, FieldType } from '../core/kinds/declare.ts';
import type { Random } from './random.ts';

/** What values may speak of. */
export interface Ground {
  readonly languages: readonly Lang[];
  readonly parties: readonly PartyCode[];
  /** Subjects of the world, by which items and texts cite each other. */
  readonly subjects: readonly string[];
}

/** A value that fits a field. Few different ones exist for each, so that parties often agree by themselves. */
export function valueFor(field: FieldType, ground: Ground, random: Random): Json {
  switch (field.type) {
    case 'prose':
      return proseValue(ground, random);
    case 'told':
      return { en: random.pick(['as told', 'as heard']) };
    case 'words':
      return random.pick(['Na Meo', 'Nong Het']);
    case 'flag':
      return random.oneIn(2);
    case 'count':
      return random.between(1, 2);
    case 'amount':
      return random.pick(['12', '12.5']);
    case 'quantity':
      return { amount: '3', unit: random.pick(['t', 'kg']) };
    case 'money':
      return { amount: '100', currency: random.pick(['VND', 'LAK']) };
    case 'date':
      return random.pick(['2027-03-14', '2027']);
    case 'period':
      return { from: random.pick(['2027-01', '2027-02']), to: '2027-12' };
    case 'party':
      return random.pick(ground.parties);
    case 'parties':
      return [random.pick(ground.parties)];
    case 'subject':
      return random.pick(subjectsFor(field.kinds, ground));
    case 'subjects':
      return [random.pick(subjectsFor(field.kinds, ground))];
    case 'code':
      return random.pick(Object.keys(field.codes).slice(0, 2));
    case 'codes':
      return [random.pick(Object.keys(field.codes).slice(0, 2))];
    case 'rows':
      return [rowFor(field.columns, ground, random)];
    case 'hash':
    case 'files':
      return null;
  }
}

function proseValue({ languages }: Ground, random: Random): Json {
  const version = random.pick(['first', 'second']);
  const texts = Object.fromEntries(languages.map((lang) => [lang, `${version} wording`]));
  if (!random.oneIn(8)) return texts;
  return { ...texts, stale: [random.pick(languages)] };
}

function rowFor(columns: Readonly<Record<string, FieldType>>, ground: Ground, random: Random): Json {
  const [[name, type] = ['', undefined]] = Object.entries(columns);
  return type === undefined ? {} : { [name]: valueFor(type, ground, random) };
}

function subjectsFor(kinds: readonly string[] | undefined, { subjects }: Ground): readonly string[] {
  const fitting = subjects.filter(
    (id) => kinds === undefined || kinds.some((kind) => id.startsWith(`${kind}.`)),
  );
  return fitting.length > 0 ? fitting : subjects.slice(0, 1);
}

/** The fields that a party fills in: those required, and some of the others. */
export function fieldsToFill(fields: Readonly<Record<string, Field>>, random: Random): readonly string[] {
  return Object.entries(fields)
    .filter(([, field]) => field.required === true || random.oneIn(8))
    .map(([name]) => name);
}
