import { label } from '../../kinds/declare.ts';
import { type Asking, type Entry, present } from './asking.ts';
import { col } from './columns.ts';
import { dateKey, sortedBy } from './dates.ts';
import { foldName } from './fold.ts';
import { personsNamed, postsOf, sightingsOf } from './people.ts';
import { type Question, textOption } from './question.ts';

/** A post that a person held, or a meeting that names them. */
export type PersonRow = {
  readonly what: 'tenure' | 'sighting';
  readonly name: string;
  /** The name as this source spells it. */
  readonly asNamed: string;
  readonly side?: string;
  readonly post?: string;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly title?: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly source?: string;
  readonly entries: readonly Entry[];
};

export const person: Question = {
  question: 'person',
  label: label(
    'A person under any spelling',
    'Một người, dưới mọi cách viết',
    'ບຸກຄົນ, ທຸກການສະກົດ',
    'Une personne, sous toute graphie',
  ),
  options: { for: { type: 'words', required: true, label: label('Name', 'Họ tên', 'ຊື່', 'Nom') } },
  columns: {
    name: { type: 'words', shown: 'row', label: label('Name', 'Họ tên', 'ຊື່', 'Nom') },
    asNamed: {
      type: 'words',
      shown: 'row',
      label: label('As named', 'Viết theo nguồn', 'ຕາມແຫຼ່ງ', 'Tel que nommé'),
    },
    side: { type: 'words', shown: 'row', label: label('Side', 'Bên', 'ຝ່າຍ', 'Partie') },
    post: { type: 'words', shown: 'row', label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
    from: { type: 'date', shown: 'row', label: label('From', 'Từ', 'ຕັ້ງແຕ່', 'Depuis') },
    to: { type: 'date', shown: 'row', label: label('To', 'Đến', 'ເຖິງ', 'Jusqu’au') },
    date: { ...col.date, label: label('Named on', 'Được nêu ngày', 'ຖືກລະບຸວັນທີ', 'Mentionné le') },
    title: { ...col.title, label: col.event.label },
    source: col.source,
  },
  ask: (asking, options) => {
    const persons = personsNamed(asking, textOption(options, 'for') ?? '');
    const rows = persons.flatMap((one) => rowsOfPerson(asking, one.name, one.tenures, one.spellings));
    return { rows, about: { persons: persons.map(({ name, spellings }) => ({ name, spellings })) } };
  },
};

function rowsOfPerson(
  asking: Asking,
  name: string,
  tenures: ReturnType<typeof personsNamed>[number]['tenures'],
  spellings: readonly string[],
): PersonRow[] {
  const posts = new Map(postsOf(asking).map((post) => [post.subject, post]));
  const held = tenures.map((tenure): PersonRow => {
    const post = posts.get(tenure.post);
    const [from, to] = [tenure.from ?? tenure.firstSeen, tenure.to ?? tenure.lastSeen];
    return {
      what: 'tenure',
      name,
      asNamed: tenure.name,
      subject: tenure.subject,
      ...present({
        side: post?.side,
        post: post?.name['en'] ?? post?.names[0],
        from,
        to,
        source: tenure.source,
      }),
      entries: tenure.entries,
    };
  });
  const folded = new Set(spellings.map(foldName));
  const sightings = [...folded].flatMap((one) => sightingsOf(asking).get(one) ?? []);
  const seen = sortedBy(sightings, ({ date }) => dateKey(date)).map(
    ({ date, event, name: asNamed, post, side, title }): PersonRow => ({
      what: 'sighting',
      name,
      asNamed,
      subject: event,
      date,
      title,
      ...present({ side, post }),
      entries: [],
    }),
  );
  return [...held, ...seen];
}
