import type { SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { isSame } from '../kinds/value.ts';
import { type DraftBook, latestOf, type Stated, type StatedInfo } from '../text/positions.ts';
import { answered, effectOf, type Register } from './register.ts';

/**
 * Translations for information of a field of a text or of its line, by language: those that were given with the very words of
 * `value`, or since (T6). One of earlier words would mislead, so it is left out. Where several parties translated into one
 * language, the first listed is shown.
 */
export function translationsOf(
  register: Register,
  text: SubjectId,
  item: SubjectId,
  field: string,
  value: Json | undefined,
): Readonly<Record<string, string>> {
  let found: Readonly<Record<string, string>> = {};
  for (const { books, hasEffect } of booksOf(register).get(text) ?? []) {
    for (const { items } of books) {
      const said = items.get(item);
      const since = standsSince(latestOf(said?.fields.get(field), hasEffect), value);
      const info = latestOf(said?.info?.get(field), hasEffect);
      if (since !== undefined) found = { ...givenSince(info, since), ...found };
    }
  }
  return found;
}

/** The entry since which a party has stood by a value without a break; undefined where it states another. */
function standsSince(latest: Stated | undefined, value: Json | undefined): number | undefined {
  let since: number | undefined;
  for (let one = latest; one !== undefined && isSame(one.value, value); one = one.before) since = one.seq;
  return since;
}

/** Languages that were given at an entry or after it; those that were there before may be of other words. */
function givenSince(latest: StatedInfo | undefined, since: number): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (let one = latest; one !== undefined && one.seq >= since; one = one.before) {
    for (const lang in one.texts) {
      const text = one.texts[lang];
      if (text !== undefined && text === latest?.texts[lang] && text !== one.before?.texts[lang])
        given[lang] = text;
    }
  }
  return given;
}

interface Books {
  readonly books: readonly DraftBook[];
  readonly hasEffect: (seq: number) => boolean;
}

/** By text what each party stated in its drafts, in the order of the list of parties, the latest draft first. */
function booksOf(register: Register): ReadonlyMap<SubjectId, readonly Books[]> {
  return answered(register, 'books by text', () => {
    const found = new Map<SubjectId, Books[]>();
    for (const party of register.ground.parties) {
      const effect = effectOf(register, party);
      if (effect === undefined) continue;
      const drafted = Map.groupBy(effect.voice.positions.values(), ({ draft }) => draft.text);
      for (const [text, books] of drafted) {
        const row = { books: books.reverse(), hasEffect: effect.hasEffect };
        const rows = found.get(text);
        if (rows === undefined) found.set(text, [row]);
        else rows.push(row);
      }
    }
    return found;
  });
}
