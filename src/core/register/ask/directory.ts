import { levels } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { type Asking, askedEver, type Entry, present, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { entriesOf, mattersOf, mattersOn, valueOf } from './matters.ts';
import { postsOf, tenuresOf } from './people.ts';
import type { Question } from './question.ts';

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

export const directory: Question = {
  question: 'directory',
  label: label('Directory of posts', 'Danh bạ chức danh', 'ທຳນຽບຕຳແໜ່ງ', 'Annuaire des fonctions'),
  options: {},
  columns: {
    side: { type: 'words', shown: 'row', label: label('Side', 'Bên', 'ຝ່າຍ', 'Partie') },
    level: { type: 'code', codes: levels, shown: 'row', label: col.level.label },
    title: { ...col.title, label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
    organisation: {
      type: 'subject',
      shown: 'row',
      label: label('Organisation', 'Cơ quan', 'ອົງການ', 'Organisme'),
    },
    tenures: {
      type: 'rows',
      shown: 'row',
      label: label('Holders', 'Người giữ chức', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaires'),
      columns: tenureColumns,
    },
  },
  ask: (asking) => ({ rows: postRows(asking), about: { organisations: organisationRows(asking) } }),
};

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

/** An organisation with the posts in it and the organisations that belong to it. */
export type OrganisationRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly side?: string;
  readonly level?: string;
  readonly within?: string;
  readonly source?: string;
  readonly posts: readonly string[];
  readonly parts: readonly string[];
  readonly entries: readonly Entry[];
};

export function organisationRows(asking: Asking): readonly OrganisationRow[] {
  return askedEver(asking, 'organisations', () => {
    const matters = mattersOf(asking, 'organisation');
    const within = Map.groupBy(matters, (matter) => textIn(valueOf(matter, 'within')) ?? '');
    const posts = Map.groupBy(postsOf(asking), ({ subject }) => organisationOf(asking, subject) ?? '');
    return matters.map((matter) => {
      const words = (field: string): string | undefined => textIn(valueOf(matter, field));
      return {
        subject: matter.subject,
        title: wordingIn(valueOf(matter, 'name')),
        posts: (posts.get(matter.subject) ?? []).map(({ subject }) => subject),
        parts: (within.get(matter.subject) ?? []).map(({ subject }) => subject as string),
        ...present({
          side: words('side'),
          level: words('level'),
          within: words('within'),
          source: words('source'),
        }),
        entries: entriesOf(matter),
      };
    });
  });
}

const organisationOf = (asking: Asking, post: string): string | undefined => {
  const [matter] = mattersOn(asking, 'post', post);
  return matter && textIn(valueOf(matter, 'organisation'));
};
