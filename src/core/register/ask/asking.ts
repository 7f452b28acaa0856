import type { PartyCode, SubjectId } from '../../bytes/ids.ts';
import type { Json, JsonObject } from '../../bytes/json.ts';
import { isObject } from '../../kinds/value.ts';
import { answered, type Register } from '../register.ts';

/** Handling marks from the most open to the narrowest; what bears none is for the parties. */
export const sights = ['open', 'parties', 'restricted'] as const;
/** How far whoever asks may see: what bears a narrower mark is absent for them (S5). */
export type Sight = (typeof sights)[number];

/** What every question is asked of. The fold has no today, so the day comes as argument. */
export interface Asking {
  readonly register: Register;
  /** Full date in the programme's time zone. */
  readonly day: string;
  readonly sight: Sight;
}

/** Where a line of an answer stands in the feeds: each is traceable. */
export type Entry = { readonly party: string; readonly seq: number };

/** Computes an answer once for each version of the register, for one day and one sight at a time. */
export function askedOnce<Answer>(asking: Asking, question: string, compute: () => Answer): Answer {
  const { day, register, sight } = asking;
  const slot = answered(register, `ask ${question} ${sight}`, () => ({
    day: '',
    answer: undefined as unknown,
  }));
  if (slot.day !== day) {
    slot.answer = compute();
    slot.day = day;
  }
  return slot.answer as Answer;
}

/** Like {@link askedOnce}, for what depends on no day. */
export function askedEver<Answer>(
  { register, sight }: Asking,
  question: string,
  compute: () => Answer,
): Answer {
  return answered(register, `ask ${question} ${sight}`, compute);
}

/** A map to lists, filled one by one. */
export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The rows of a value that should be a list of records; of any other value none. */
export function rowsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value)
    ? (value as readonly Json[]).filter((one): one is JsonObject => isObject(one))
    : [];
}

/** The texts of a value that should be a list of them. */
export function wordsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value)
    ? (value as readonly Json[]).filter((one): one is string => typeof one === 'string')
    : [];
}

export const subjectsIn = (value: Json | undefined): readonly SubjectId[] =>
  (typeof value === 'string' ? [value] : wordsIn(value)) as readonly SubjectId[];

export const textIn = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const numberIn = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Text by language, of a prose or told value, without what is not text. */
export function wordingIn(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return typeof value === 'string' ? { und: value } : {};
  const texts: Record<string, string> = {};
  for (const lang in value) {
    const text = value[lang];
    if (lang !== 'stale' && typeof text === 'string') texts[lang] = text;
  }
  return texts;
}

/** Only what is there, so that a row holds no empty value. */
export function present<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | null> } {
  const kept: Record<string, unknown> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | null> };
}

/** A party of the programme, from text. */
export const isParty = (parties: readonly PartyCode[], code: string | undefined): code is PartyCode =>
  code !== undefined && (parties as readonly string[]).includes(code);
