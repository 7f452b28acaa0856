import { isFullDate } from '../../bytes/partial-date.ts';
import { label } from '../../kinds/declare.ts';
import { type Asking, type Entry, present } from './asking.ts';
import { col } from './columns.ts';
import { firstDayOf, lastDayOf, mayFallIn } from './dates.ts';
import { foldName } from './fold.ts';
import { type Post, postsNamed, type Sighting, sightingsOf, type Tenure, tenuresOf } from './people.ts';
import { type Question, textOption } from './question.ts';

/**
 * How it is known who held a post on a day. `stated`: its time is stated from beginning to end, or it goes on; `named`: an
 * event of that very day names the holder; `seen`: seen in it before and after. Else nobody is chosen: `between` two
 * sightings of different holders, `after` the last sighting, `before` the first one.
 */
export type Basis = 'stated' | 'named' | 'seen' | 'between' | 'after' | 'before';

export type HolderRow = {
  readonly post: string;
  readonly postName: Readonly<Record<string, string>>;
  readonly side?: string;
  readonly on: string;
  readonly basis: Basis;
  /** Absent where nobody is chosen. */
  readonly subject?: string;
  readonly name?: string;
  readonly spellings?: readonly string[];
  readonly rank?: string;
  /** An event of that day that names the holder. */
  readonly event?: string;
  /** Who was in the post last before, and who first after, where the day lies between. */
  readonly before?: Neighbour;
  readonly after?: Neighbour;
  readonly note?: string;
  readonly source?: string;
  readonly entries: readonly Entry[];
};
export type Neighbour = { readonly subject: string; readonly name: string; readonly date?: string };

export const bases = {
  stated: label('Stated', 'Được nêu rõ', 'ລະບຸໄວ້', 'Indiqué'),
  named: label(
    'Named at an event of that day',
    'Được nêu tại sự kiện cùng ngày',
    'ຖືກລະບຸໃນເຫດການມື້ນັ້ນ',
    'Nommé ce jour-là',
  ),
  seen: label(
    'Seen before and after',
    'Thấy giữ chức trước và sau ngày đó',
    'ເຫັນກ່ອນ ແລະ ຫຼັງ',
    'Vu avant et après',
  ),
  between: label(
    'Unknown between sightings',
    'Chưa rõ giữa hai lần được ghi nhận',
    'ບໍ່ຮູ້ລະຫວ່າງສອງຄັ້ງທີ່ເຫັນ',
    'Inconnu entre deux mentions',
  ),
  after: label('Not seen since', 'Chưa thấy nêu lại từ đó', 'ບໍ່ເຫັນອີກຫຼັງຈາກນັ້ນ', 'Plus vu depuis'),
  before: label('Not seen before', 'Chưa thấy nêu trước đó', 'ບໍ່ເຫັນກ່ອນໜ້ານັ້ນ', 'Pas encore vu'),
} as const satisfies Record<Basis, unknown>;

const neighbour = (name: Parameters<typeof label>) =>
  ({
    type: 'rows',
    label: label(...name),
    columns: { name: { type: 'words', label: label('Name', 'Họ tên', 'ຊື່', 'Nom') }, date: col.date },
  }) as const;

export const holder: Question = {
  question: 'holder',
  label: label('Who held a post', 'Người giữ chức vụ', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaire d’une fonction'),
  options: {
    post: {
      type: 'words',
      required: true,
      label: label(
        'Post, in any spelling',
        'Chức danh, viết cách nào cũng được',
        'ຕຳແໜ່ງ, ສະກົດແບບໃດກໍໄດ້',
        'Fonction, sous toute graphie',
      ),
    },
    side: { type: 'words', label: label('Side', 'Bên', 'ຝ່າຍ', 'Partie') },
    on: { type: 'date', label: label('On the day', 'Vào ngày', 'ໃນວັນທີ', 'À la date du') },
  },
  columns: {
    side: { type: 'words', shown: 'row', label: label('Side', 'Bên', 'ຝ່າຍ', 'Partie') },
    postName: { type: 'told', shown: 'row', label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
    on: { type: 'date', shown: 'row', label: label('On', 'Ngày', 'ວັນທີ', 'Le') },
    name: {
      type: 'words',
      shown: 'row',
      label: label('Holder', 'Người giữ chức', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaire'),
    },
    basis: {
      type: 'code',
      codes: bases,
      shown: 'row',
      label: label('How it is known', 'Căn cứ', 'ພື້ນຖານ', 'Fondement'),
    },
    rank: { type: 'words', label: label('Rank', 'Cấp bậc', 'ຊັ້ນ', 'Grade') },
    before: neighbour(['Before', 'Trước đó', 'ກ່ອນໜ້າ', 'Avant']),
    after: neighbour(['After', 'Sau đó', 'ຫຼັງຈາກ', 'Après']),
    event: col.event,
    source: col.source,
  },
  ask: (asking, options) => {
    const [post = '', side, on = asking.day] = [
      textOption(options, 'post'),
      textOption(options, 'side'),
      textOption(options, 'on'),
    ];
    const posts = postsNamed(asking, post, side);
    const rows = posts.flatMap((one) => holdersOn(asking, one, on));
    return { rows: rows.map(tabled), about: { posts: posts.map((one) => one.subject) } };
  },
};

/** Neighbours are lists in a row, as columns are. */
const tabled = ({ after, before, ...row }: HolderRow) => ({
  ...row,
  before: before === undefined ? [] : [before],
  after: after === undefined ? [] : [after],
});

/** Everybody who held a post on a day; where nobody is certain, one row that chooses nobody. */
export function holdersOn(asking: Asking, post: Post, on: string): readonly HolderRow[] {
  const tenures = tenuresOf(asking).get(post.subject) ?? [];
  const day = isFullDate(on) ? on : (firstDayOf(on) ?? on);
  const found = tenures.flatMap((tenure) => {
    const basis = basisOn(asking, post, tenure, on, day);
    return basis === undefined ? [] : [row(post, on, tenure, basis)];
  });
  return found.length > 0 ? found : [unknown(post, on, day, tenures)];
}

function basisOn(
  asking: Asking,
  post: Post,
  tenure: Tenure,
  on: string,
  day: string,
): { readonly basis: Basis; readonly event?: string } | undefined {
  const named = tenure.spellings
    .flatMap((name) => sightingsOf(asking).get(foldName(name)) ?? [])
    .find(
      (sighting) => isFullDate(sighting.date) && mayFallIn(sighting.date, on) && isInPost(post, sighting),
    );
  if (named !== undefined) return { basis: 'named', event: named.event };
  const { certain, from, goesOn, to } = tenure;
  if (goesOn && day >= (lastDayOf(from) ?? day)) return { basis: 'stated' };
  if (certain === undefined || day < certain[0] || day > certain[1]) return undefined;
  const isStated =
    from !== undefined && to !== undefined && day >= (lastDayOf(from) ?? '') && day <= (firstDayOf(to) ?? '');
  return { basis: isStated ? 'stated' : 'seen' };
}

/** The sighting names the post, or a part of its name: posts that are held together are named one by one. */
function isInPost({ names, side }: Post, sighting: Sighting): boolean {
  if (side !== undefined && sighting.side !== side) return false;
  const { post: said = '' } = sighting;
  const seen = [said, ...said.split(',')].map(foldName);
  return names.some((name) => seen.includes(foldName(name)));
}

function row(
  post: Post,
  on: string,
  tenure: Tenure,
  { basis, event }: { readonly basis: Basis; readonly event?: string },
): HolderRow {
  const { entries, name, note, ranks, source, spellings, subject } = tenure;
  const day = lastDayOf(on) ?? on;
  // A rank known to the year is certain at its end.
  const rank = ranks.filter((one) => one.on === undefined || (lastDayOf(one.on) ?? '') <= day).at(-1)?.rank;
  return {
    post: post.subject,
    postName: post.name,
    on,
    basis,
    subject,
    name,
    spellings,
    ...present({ side: post.side, rank, event, note, source }),
    entries,
  };
}

/** Nobody is chosen: who was in the post last before the day, and who first after it. */
function unknown(post: Post, on: string, day: string, tenures: readonly Tenure[]): HolderRow {
  const dated = tenures.flatMap(({ certain, name, subject }) =>
    certain === undefined ? [] : [{ name, subject, certain }],
  );
  const before = dated
    .filter(({ certain }) => certain[1] < day)
    .sort((one, other) => (one.certain[1] < other.certain[1] ? 1 : -1))[0];
  const after = dated
    .filter(({ certain }) => certain[0] > day)
    .sort((one, other) => (one.certain[0] < other.certain[0] ? -1 : 1))[0];
  const basis = before === undefined ? 'before' : after === undefined ? 'after' : 'between';
  return {
    post: post.subject,
    postName: post.name,
    on,
    basis,
    ...present({ side: post.side }),
    ...(before === undefined
      ? {}
      : { before: { name: before.name, subject: before.subject, date: before.certain[1] } }),
    ...(after === undefined
      ? {}
      : { after: { name: after.name, subject: after.subject, date: after.certain[0] } }),
    entries: tenures.flatMap(({ entries, subject }) =>
      subject === before?.subject || subject === after?.subject ? entries : [],
    ),
  };
}
