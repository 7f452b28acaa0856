import { hashOf } from '../../bytes/hash.ts';
import type { Hash, SubjectId } from '../../bytes/ids.ts';
import type { JsonObject } from '../../bytes/json.ts';
import { type Kinds, kindName, textKind } from '../../kinds/catalogue.ts';
import { label } from '../../kinds/declare.ts';
import { actsOn, inForce, partiesOf, textOf } from '../texts.ts';
import { type Asking, askedOnce, type Entry, present, rowsOf, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { titleOf } from './divergences.ts';
import { shownLines, shownTexts } from './lines.ts';
import { entriesOf, mattersOf, mattersOn } from './matters.ts';
import { type Question, textOption } from './question.ts';

/** A record and what every party has cleared of it: its present content, language by language. */
export type ClearedRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  /** Hash of the content as it stands: what a clearance must name. Absent where there is nothing to clear. */
  readonly content?: string;
  /** Languages that every party has cleared for this content. */
  readonly languages: readonly string[];
  readonly by: readonly {
    readonly party: string;
    readonly languages: readonly { readonly lang: string }[];
    /** It cleared another content: changed since, so nothing of it is published. */
    readonly stale: boolean;
    readonly seq: number;
  }[];
  readonly published: boolean;
  readonly entries: readonly Entry[];
};

const states = {
  cleared: label(
    'Cleared by every party',
    'Mọi bên cho phép',
    'ທຸກຝ່າຍອະນຸຍາດ',
    'Autorisé par toutes les parties',
  ),
  waiting: label('Waiting', 'Đang chờ', 'ກຳລັງລໍຖ້າ', 'En attente'),
} as const;

export const publication: Question = {
  question: 'publication',
  label: label('Cleared for publication', 'Được phép công bố', 'ອະນຸຍາດໃຫ້ເຜີຍແຜ່', 'Diffusion autorisée'),
  options: {
    state: { type: 'code', codes: states, label: col.standing.label },
    for: { type: 'subject', label: col.subject.label },
  },
  columns: {
    title: col.title,
    languages: {
      type: 'words',
      shown: 'row',
      label: label(
        'Languages cleared by all',
        'Ngôn ngữ mọi bên cho phép',
        'ພາສາທີ່ທຸກຝ່າຍອະນຸຍາດ',
        'Langues autorisées par toutes',
      ),
    },
    by: {
      type: 'rows',
      shown: 'row',
      label: label('By each party', 'Theo từng bên', 'ຕາມແຕ່ລະຝ່າຍ', 'Par chaque partie'),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        languages: {
          type: 'rows',
          label: label('Languages', 'Ngôn ngữ', 'ພາສາ', 'Langues'),
          columns: { lang: { type: 'words', label: label('Language', 'Ngôn ngữ', 'ພາສາ', 'Langue') } },
        },
        stale: { type: 'flag', label: label('Changed since', 'Đã thay đổi', 'ປ່ຽນແປງແລ້ວ', 'Modifié depuis') },
      },
    },
    content: { type: 'hash', label: label('Content', 'Nội dung', 'ເນື້ອໃນ', 'Contenu') },
    subject: col.subject,
  },
  ask: (asking, options) => {
    const [state, subject] = [textOption(options, 'state'), textOption(options, 'for')];
    const all = subject === undefined ? clearedOf(asking) : [clearedRow(asking, subject as SubjectId)];
    const rows = all.filter(({ published }) => state === undefined || published === (state === 'cleared'));
    return { rows, about: { cleared: all.filter(({ published }) => published).length } };
  },
};

/** Every record that somebody has cleared. */
export function clearedOf(asking: Asking): readonly ClearedRow[] {
  return askedOnce(asking, 'cleared', () => {
    const subjects = new Set(mattersOf(asking, 'clearance').map(({ subject }) => subject));
    return [...subjects].map((subject) => clearedRow(asking, subject));
  });
}

/** One record and what every party has cleared of it. */
export function clearedRow(asking: Asking, subject: SubjectId): ClearedRow {
  const record = publishable(asking, subject);
  const content = record && hashOfRecord(asking, record);
  const matters = mattersOn(asking, 'clearance', subject);
  const parties = partiesOf(asking.register);
  const by = matters.flatMap(({ sides }) =>
    sides.map(({ fields, party, seq }) => ({
      party: party as string,
      seq,
      languages: rowsOf(fields['languages']).flatMap((row) => {
        const lang = textIn(row['lang']);
        return lang === undefined ? [] : [{ lang }];
      }),
      stale: content === undefined || fields['content'] !== content,
    })),
  );
  const cleared = parties.map((party) =>
    by
      .filter((one) => one.party === party && !one.stale)
      .flatMap(({ languages }) => languages.map(({ lang }) => lang)),
  );
  const languages = (cleared[0] ?? []).filter((lang) => cleared.every((one) => one.includes(lang)));
  return {
    subject,
    title: record?.title ?? titleOf(asking, subject, mattersOn(asking, kindName(subject), subject)[0]),
    ...present({ content }),
    languages,
    by,
    published: languages.length > 0,
    entries: entriesOf(...matters),
  };
}

/** A record as it may be published: who speaks, and what, by the declaration of its kind. */
export interface Publishable {
  readonly subject: SubjectId;
  readonly kind: string;
  readonly title: Readonly<Record<string, string>>;
  readonly exercise: boolean;
  /** The record itself, one part for each side that speaks of it; of a text its head, then its lines. */
  readonly parts: readonly {
    readonly kind: string;
    /** Of a statement. */
    readonly party?: string;
    readonly number?: string;
    readonly fields: JsonObject;
    /** Translations for information, by field and language: no part of what was signed. */
    readonly info: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
}

/**
 * What a clearance of a subject names: the hash of all that would be published of it, in every language, so that whoever
 * changes a word of it, a translation too, makes the clearances of all stale. Of a text only what is in force, of anything
 * else what every party says of it now; nothing that bears a mark for named posts. Undefined where there is nothing.
 */
export function contentToClear(asking: Asking, subject: SubjectId): Hash | undefined {
  const record = publishable(asking, subject);
  return record && hashOfRecord(asking, record);
}

const hashOfRecord = ({ register }: Asking, record: Publishable): Hash =>
  hashOf({ ...record, parts: record.parts.map((part) => ({ ...part })) }, register.crypto);

/** @returns undefined for what is neither in force nor said by anybody for the parties at large */
export function publishable(asking: Asking, subject: SubjectId): Publishable | undefined {
  const open: Asking = { ...asking, sight: 'parties' };
  const { kinds } = asking.register;
  const kind = kindName(subject);
  if (textKind(kinds, subject) !== undefined) return textInForce(open, subject);
  const line = shownLines(open).find(({ item, standing }) => item === subject && standing === 'inForce');
  const said = mattersOn(open, kind, subject).flatMap(({ attributed, sides }) => [...sides, ...attributed]);
  const parts =
    line === undefined
      ? said.map(({ attributed, fields, party }) => ({
          kind,
          party: attributed?.party ?? party,
          fields: publicFields(fields),
          info: {},
        }))
      : [
          {
            kind,
            number: line.number,
            fields: publicFields(line.fields),
            info: infoOf(open, line.text).get(subject) ?? {},
          },
        ];
  if (parts.length === 0 || said.some(({ fields }) => fields['mark'] === 'restricted')) return undefined;
  return {
    subject,
    kind,
    title: titleOf(open, subject, mattersOn(open, kind, subject)[0]),
    exercise: parts.some(({ fields }) => fields['exercise'] === true),
    parts,
  };
}

function textInForce(asking: Asking, text: SubjectId): Publishable | undefined {
  const shown = shownTexts(asking).find((one) => one.text === text && one.standing === 'inForce');
  if (shown === undefined) return undefined;
  const info = infoOf(asking, text);
  const part = (id: SubjectId, kind: string, fields: JsonObject, number?: string) => ({
    kind,
    fields: publicFields(fields),
    info: info.get(id) ?? {},
    ...present({ number }),
  });
  return {
    subject: text,
    kind: shown.kind,
    title: { ...info.get(text)?.['title'], ...wordingIn(shown.head['title']) },
    exercise: shown.head['exercise'] === true,
    parts: [
      part(text, shown.kind, shown.head),
      ...shown.lines.map(({ fields, item, kind, number }) => part(item, kind, fields, number)),
    ],
  };
}

/** Translations for information of what is in force, by item and field. */
function infoOf(
  asking: Asking,
  text: SubjectId,
): ReadonlyMap<SubjectId, Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const { day, register } = asking;
  const act = inForce(register, text, day)?.act;
  const carried = actsOn(register, text, day)
    .find(({ id }) => id === act)
    ?.act.texts.find((one) => one.text === text);
  if (carried === undefined) return new Map();
  const { base, mode } = carried;
  const view = textOf(register, {
    text,
    ...(base === undefined ? {} : { base, ...(mode === undefined ? {} : { mode }) }),
  });
  return new Map(
    [view.head, ...view.items].map(({ fields, id }) => [
      id,
      Object.fromEntries(
        fields.flatMap(({ field, info }) =>
          info === undefined || internal.has(field) ? [] : [[field, { ...info }]],
        ),
      ),
    ]),
  );
}

/** What stays between the parties whatever is cleared: file numbers, money, who is sent, handling. */
const internal: ReadonlySet<string> = new Set([
  'in',
  'reference',
  'ourReference',
  'theirReference',
  'mark',
  'costs',
  'files',
  'participants',
  'sourceHash',
]);

const publicFields = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !internal.has(name)));

/** Languages in which something of a record is written. */
export function languagesIn(kinds: Kinds, { parts, title }: Publishable): readonly string[] {
  const languages = new Set(Object.keys(title));
  for (const { fields, info, kind } of parts) {
    for (const [name, { type }] of Object.entries(kinds.get(kind)?.fields ?? {}))
      if (type === 'prose' || type === 'told')
        for (const lang of Object.keys(wordingIn(fields[name]))) languages.add(lang);
    for (const texts of Object.values(info)) for (const lang of Object.keys(texts)) languages.add(lang);
  }
  languages.delete('und');
  return [...languages].sort();
}
