import { hashOf } from '../../bytes/hash.ts';
import type { Hash, SubjectId } from '../../bytes/ids.ts';
import type { Json } from '../../bytes/json.ts';
import { kindName, textKind } from '../../kinds/catalogue.ts';
import { label } from '../../kinds/declare.ts';
import { inForce, partiesOf } from '../texts.ts';
import { type Asking, askedOnce, type Entry, present, rowsOf, textIn } from './asking.ts';
import { col } from './columns.ts';
import { titleOf } from './divergences.ts';
import { entriesOf, type Matter, mattersOf, mattersOn } from './matters.ts';
import { type Question, textOption } from './question.ts';

/** A record and what every party has cleared of it: its present content, language by language. */
export type ClearedRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  /** Hash of the content as it stands: what a clearance must name. */
  readonly content: string;
  /** Languages that every party has cleared for this content. */
  readonly languages: readonly string[];
  readonly by: readonly {
    readonly party: string;
    readonly languages: readonly { readonly lang: string }[];
    /** It cleared another content: changed since, so nothing of it is published. */
    readonly stale: boolean;
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

function clearedRow(asking: Asking, subject: SubjectId): ClearedRow {
  const content = contentToClear(asking, subject);
  const matters = mattersOn(asking, 'clearance', subject);
  const parties = partiesOf(asking.register);
  const by = matters.flatMap(({ sides }) =>
    sides.map(({ fields, party }) => ({
      party: party as string,
      languages: rowsOf(fields['languages']).flatMap((row) => {
        const lang = textIn(row['lang']);
        return lang === undefined ? [] : [{ lang }];
      }),
      stale: fields['content'] !== content,
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
    title: titleOf(asking, subject, mattersOn(asking, kindName(subject), subject)[0]),
    content,
    languages,
    by,
    published: languages.length > 0,
    entries: entriesOf(...matters),
  };
}

/**
 * What a clearance of a subject names: of a text, the content in force on the day; of anything else, the hash of what
 * every party says of it now, so that whoever changes a word makes the clearances of all stale.
 */
export function contentToClear(asking: Asking, subject: SubjectId): Hash {
  const { day, register } = asking;
  const current =
    textKind(register.kinds, subject) === undefined ? undefined : inForce(register, subject, day);
  if (current !== undefined) return current.contentHash;
  return hashOf(mattersOn(asking, kindName(subject), subject).map(contentOf), register.crypto);
}

function contentOf({ attributed, facet, kind, sides, subject }: Matter): Json {
  const said = [...sides, ...attributed].map(({ accounts, attributed: of, fields, party }) => ({
    party,
    fields,
    accounts: accounts.map((account) => ({ source: account.source, fields: account.fields })),
    ...(of === undefined ? {} : { attributed: { party: of.party, source: of.source } }),
  }));
  return { kind, subject, said, ...present({ facet }) };
}
