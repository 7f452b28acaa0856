import { levels } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { type Asking, askedEver, type Entry, present, textIn } from './asking.ts';
import { col } from './columns.ts';
import { foldName, foldWords } from './fold.ts';
import { entriesOf, mattersOf, mattersOn, valueOf } from './matters.ts';
import { postsOf, tenuresOf } from './people.ts';
import { type Question, textOption } from './question.ts';

/** A post with all who are stated to have held it, the earliest first, under every spelling. */
export type PostRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly side?: string;
  readonly level?: string;
  readonly organisation?: string;
  /** Other names of the post. */
  readonly spellings: readonly string[];
  readonly tenures: readonly TenureLine[];
  readonly entries: readonly Entry[];
};
export type TenureLine = {
  readonly subject: string;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  readonly ranks: readonly { readonly rank: string; readonly on?: string }[];
  readonly note?: string;
  readonly source?: string;
};

const tenureColumns = {
  name: { type: 'words', label: label('Name', 'Họ tên', 'ຊື່', 'Nom') },
  from: { type: 'date', label: label('From', 'Từ', 'ຕັ້ງແຕ່', 'Depuis') },
  to: { type: 'date', label: label('To', 'Đến', 'ເຖິງ', 'Jusqu’au') },
  firstSeen: {
    type: 'date',
    label: label('First seen', 'Xuất hiện lần đầu', 'ເຫັນຄັ້ງທຳອິດ', 'Vu la première fois'),
  },
  lastSeen: {
    type: 'date',
    label: label('Last seen', 'Xuất hiện lần cuối', 'ເຫັນຄັ້ງສຸດທ້າຍ', 'Vu la dernière fois'),
  },
  note: { type: 'words', label: label('Note', 'Ghi chú', 'ໝາຍເຫດ', 'Note') },
  source: col.source,
} as const;

const organisationLabel = label('Organisation', 'Cơ quan', 'ອົງການ', 'Organisme');

export const directory: Question = {
  question: 'directory',
  label: label('Directory of posts', 'Danh bạ chức danh', 'ທຳນຽບຕຳແໜ່ງ', 'Annuaire des fonctions'),
  options: { for: { type: 'subject', kinds: ['organisation'], label: organisationLabel } },
  columns: {
    side: { type: 'words', shown: 'row', label: label('Side', 'Bên', 'ຝ່າຍ', 'Partie') },
    level: { type: 'code', codes: levels, shown: 'row', label: col.level.label },
    title: { ...col.title, label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
    organisation: { type: 'subject', shown: 'row', label: organisationLabel },
    tenures: {
      type: 'rows',
      shown: 'row',
      label: label('Holders', 'Người giữ chức', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaires'),
      columns: tenureColumns,
    },
  },
  ask: (asking, options) => {
    const organisation = textOption(options, 'for');
    const all = postRows(asking);
    if (organisation === undefined) return { rows: all };
    const parts = mattersOf(asking, 'organisation').filter(
      (matter) => textIn(valueOf(matter, 'within')) === organisation,
    );
    return {
      rows: all.filter((row) => row.organisation === organisation),
      about: { parts: parts.map(({ subject }) => subject) },
    };
  },
  found: (row, words) => namedAs(row as PostRow, words),
};

/**
 * A post whose name, or one of whose holders in any spelling, holds all the words; of it only the holders found, unless
 * it is itself so called.
 */
export function namedAs(post: PostRow, words: string): PostRow | undefined {
  const wanted = foldWords(words);
  const holds = (names: readonly string[]): boolean => {
    const all = names.map(foldName);
    return wanted.every((word) => all.some((name) => name.includes(word)));
  };
  const own = [...Object.values(post.title), ...post.spellings, post.side ?? ''];
  if (holds(own)) return post;
  const tenures = post.tenures.filter(({ spellings }) => holds([...spellings, ...own]));
  return tenures.length === 0 ? undefined : { ...post, tenures };
}

export function postRows(asking: Asking): readonly PostRow[] {
  return askedEver(asking, 'directory', () =>
    postsOf(asking).map(({ level, name, names, side, subject }) => ({
      subject,
      title: name,
      spellings: names.filter((one) => !Object.values(name).includes(one)),
      tenures: (tenuresOf(asking).get(subject) ?? []).map((tenure) => ({
        subject: tenure.subject,
        name: tenure.name,
        spellings: tenure.spellings,
        ranks: tenure.ranks,
        ...present({
          from: tenure.from,
          to: tenure.to,
          firstSeen: tenure.firstSeen,
          lastSeen: tenure.lastSeen,
          note: tenure.note,
          source: tenure.source,
        }),
      })),
      ...present({ side, level, organisation: organisationOf(asking, subject) }),
      entries: entriesOf(...mattersOn(asking, 'post', subject)),
    })),
  );
}

const organisationOf = (asking: Asking, post: string): string | undefined => {
  const [matter] = mattersOn(asking, 'post', post);
  return matter && textIn(valueOf(matter, 'organisation'));
};
