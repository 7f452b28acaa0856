import type { Publication, PublishedPage } from '../api/publication.ts';
import type { SubjectId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import type { Field } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import { clearedRow, languagesIn, type Publishable, publishable } from '../core/register/ask/publication.ts';
import type { Register } from '../core/register/register.ts';
import { isLanguage, type Language } from '../words/languages.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { makeStatement, retractStatement } from './statements.ts';
import { valueText } from './value-text.ts';

/** A record as it would be published, who cleared what of it, and which languages all have cleared. */
export async function publicationOf(programme: KnownProgramme, subject: SubjectId): Promise<Publication> {
  const asking = await askingOf(programme);
  const record = publishable(asking, subject);
  const { by, content, languages } = clearedRow(asking, subject);
  const written = record === undefined ? [] : languagesIn(asking.register.kinds, record);
  return {
    subject,
    languages: written,
    cleared: languages,
    by: by.map((one) => ({ ...one, languages: one.languages.map(({ lang }) => lang) })),
    pages: record === undefined ? [] : written.map((lang) => pageOf(asking.register, record, lang)),
    ...(content === undefined ? {} : { content }),
  };
}

/**
 * States which languages of a record our side clears, over the hash of what was shown; none withdraws.
 *
 * @throws Refusal `statement.stale` when the record changed since, `request.invalid` for a language it is not written in
 */
export async function clear(
  programme: KnownProgramme,
  subject: SubjectId,
  given: { readonly content: string; readonly languages: readonly string[]; readonly version: number },
): Promise<Publication> {
  const { running } = programme;
  if (running === undefined) throw new Refusal('programme.not-founded');
  const before = await publicationOf(programme, subject);
  const { languages, version } = given;
  if (languages.length === 0) {
    await retractStatement(running, { kind: 'clearance', subject, version });
    return publicationOf(programme, subject);
  }
  if (before.content === undefined) throw new Refusal('request.not-found');
  if (before.content !== given.content)
    throw new Refusal('statement.stale', { current: { content: before.content } });
  const unknown = languages.find((lang) => !before.languages.includes(lang));
  if (unknown !== undefined)
    throw new Refusal('request.invalid', {
      errors: [{ path: 'languages', message: `not written in ${unknown}` }],
    });
  const fields = {
    content: given.content,
    languages: [...new Set(languages)].sort().map((lang) => ({ lang })),
  };
  await makeStatement(running, { kind: 'clearance', subject, fields, version });
  return publicationOf(programme, subject);
}

async function askingOf(programme: KnownProgramme): Promise<Asking> {
  return { register: await programme.register(), day: programme.today(), sight: 'parties' };
}

/** What a reader of one language gets: words only where they were written in it, codes and dates in its way. */
export function pageOf(register: Register, record: Publishable, lang: string): PublishedPage {
  const language: Language = isLanguage(lang) ? lang : 'en';
  const labelOf = (kind: string): string => register.kinds.get(kind)?.label[language] ?? kind;
  return {
    lang,
    title: record.title[lang] ?? '',
    kind: labelOf(record.kind),
    exercise: record.exercise,
    parts: record.parts.flatMap(({ fields, info, kind, number, party }) => {
      const declared = Object.entries(register.kinds.get(kind)?.fields ?? {});
      const rows = declared.flatMap(([name, field]) => {
        const text = textIn(field, fields[name], info[name], lang, language);
        const words = field.type === 'prose' || field.type === 'told';
        return text === '' || name === 'exercise' || name === 'title'
          ? []
          : [{ label: field.label[language], text, words }];
      });
      const heading = number === undefined ? (party ?? '') : `${number}. ${labelOf(kind)}`;
      return rows.length === 0
        ? []
        : [{ heading, rows, ...(party === undefined ? {} : { party: party as never }) }];
    }),
  };
}

function textIn(
  field: Field,
  value: Json | undefined,
  info: Readonly<Record<string, string>> | undefined,
  lang: string,
  language: Language,
): string {
  if (field.type === 'prose' || field.type === 'told') {
    const own = isObject(value) ? value[lang] : undefined;
    return typeof own === 'string' ? own : (info?.[lang] ?? '');
  }
  // Ids and hashes are for machines.
  if (field.type === 'subject' || field.type === 'subjects' || field.type === 'hash') return '';
  return valueText(field, value, language);
}
