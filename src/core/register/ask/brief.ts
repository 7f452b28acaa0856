import type { PartyCode } from '../../bytes/ids.ts';
import { label } from '../../kinds/declare.ts';
import { partiesOf } from '../texts.ts';
import { type Asking, type Entry, isParty, present } from './asking.ts';
import { col, planCounts } from './columns.ts';
import { unansweredOf } from './correspondence.ts';
import { divergencesOf } from './divergences.ts';
import { type DueRow, unfinishedOf } from './due.ts';
import { type Groups, groupedRows } from './grouped.ts';
import { bases, holdersOn } from './holder.ts';
import { type ShownText, shownTexts, titleOfText } from './lines.ts';
import { mechanismsOf } from './mechanism.ts';
import { postsOf } from './people.ts';
import { sayingColumns } from './plain.ts';
import { plansOf } from './plans.ts';
import { type PromiseRow, promisesOf } from './promises.ts';
import { type Question, textOption } from './question.ts';
import { statusOf } from './reports.ts';
import { provisionsOf } from './uncovered.ts';

/** One line of the page that a leader reads before a meeting; every line says where it stands in the register. */
export type BriefRow = {
  readonly section: keyof typeof sections;
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  /** Why it is on the page. */
  readonly why?: keyof typeof reasons;
  readonly date?: string;
  readonly sides?: readonly string[];
  readonly says?: readonly { readonly party: string; readonly status: string }[];
  readonly values?: readonly { readonly party: string; readonly value: string; readonly source?: string }[];
  /** Counts of lines of a plan. */
  readonly counts?: readonly { readonly what: string; readonly count: number }[];
  readonly name?: string;
  readonly basis?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const sections = {
  standing: label('Where the plan stands', 'Tình hình kế hoạch', 'ສະພາບຂອງແຜນການ', 'Où en est le plan'),
  ours: label('What we promised', 'Cam kết của ta', 'ຄຳໝັ້ນຂອງພວກເຮົາ', 'Ce que nous avons promis'),
  joint: label('What both promised', 'Cam kết chung', 'ຄຳໝັ້ນຮ່ວມກັນ', 'Ce que les deux ont promis'),
  theirs: label('What they promised', 'Cam kết của bạn', 'ຄຳໝັ້ນຂອງຝ່າຍຄູ່ຮ່ວມ', 'Ce qu’ils ont promis'),
  divergences: label(
    'Where the accounts differ',
    'Chỗ thông tin khác nhau',
    'ບ່ອນທີ່ຂໍ້ມູນຕ່າງກັນ',
    'Où les comptes divergent',
  ),
  late: label('Late', 'Chậm', 'ຊັກຊ້າ', 'En retard'),
  raise: label('Points to raise', 'Nội dung nên nêu', 'ຂໍ້ທີ່ຄວນຍົກຂຶ້ນ', 'Points à soulever'),
  posts: label('Who holds the posts', 'Người giữ chức vụ', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Qui occupe les fonctions'),
} as const;

const reasons = {
  signedLate: label(
    'Signed after work began',
    'Ký sau khi đã bắt đầu thực hiện',
    'ລົງນາມຫຼັງຈາກເລີ່ມປະຕິບັດ',
    'Signé après le début des activités',
  ),
  unkept: label(
    'A side says that it is not carried out',
    'Một bên báo không thực hiện',
    'ຝ່າຍໜຶ່ງແຈ້ງວ່າບໍ່ໄດ້ປະຕິບັດ',
    'Une partie dit que ce n’est pas tenu',
  ),
  overdue: label(
    'Past its day, no report',
    'Quá hạn, chưa có thông báo kết quả',
    'ເກີນກຳນົດ, ບໍ່ມີການແຈ້ງຜົນ',
    'Échu, sans compte rendu',
  ),
  open: label('Open', 'Chưa kết thúc', 'ຍັງເປີດ', 'En suspens'),
  kept: label('Carried out', 'Đã thực hiện', 'ປະຕິບັດແລ້ວ', 'Tenu'),
  differs: label('The accounts differ', 'Thông tin khác nhau', 'ຂໍ້ມູນຕ່າງກັນ', 'Les comptes divergent'),
  unanswered: label('No answer yet', 'Chưa trả lời', 'ຍັງບໍ່ໄດ້ຕອບ', 'Sans réponse'),
  sleeping: label(
    'The mechanism is past its time',
    'Cơ chế quá chu kỳ',
    'ກົນໄກເກີນກຳນົດເວລາ',
    'Mécanisme en retard',
  ),
  uncovered: label(
    'No activity carries it out',
    'Chưa có hoạt động thực hiện',
    'ບໍ່ມີກິດຈະກຳປະຕິບັດ',
    'Aucune activité ne le met en œuvre',
  ),
} as const;

/** Whoever reads one page gets the first lines of each section; a desk gets more. */
const linesFor: Readonly<Record<string, number>> = { leader: 4, minister: 4, signatory: 4, desk: 12 };

export const brief: Question = {
  question: 'brief',
  label: label(
    'Brief for a leader',
    'Tài liệu tóm tắt phục vụ lãnh đạo',
    'ບົດສະຫຼຸບຫຍໍ້ສຳລັບການນຳ',
    'Fiche de synthèse',
  ),
  options: {
    for: {
      type: 'words',
      label: label(
        'For whom: minister, leader, desk',
        'Cho ai: minister, leader, desk',
        'ສຳລັບໃຜ: minister, leader, desk',
        'Pour qui : minister, leader, desk',
      ),
    },
    side: { type: 'party', label: label('Our side', 'Bên ta', 'ຝ່າຍພວກເຮົາ', 'Notre partie') },
  },
  columns: {
    section: {
      type: 'code',
      codes: sections,
      shown: 'row',
      label: label('Section', 'Phần', 'ພາກ', 'Rubrique'),
    },
    title: col.title,
    why: { type: 'code', codes: reasons, shown: 'row', label: label('Why', 'Lý do', 'ເຫດຜົນ', 'Pourquoi') },
    date: col.date,
    sides: col.sides,
    says: col.says,
    values: {
      type: 'rows',
      shown: 'row',
      label: label('Accounts', 'Thông tin', 'ຂໍ້ມູນ', 'Comptes'),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        value: sayingColumns.value,
        source: col.source,
      },
    },
    counts: {
      type: 'rows',
      shown: 'row',
      label: label('Counts', 'Số lượng', 'ຈຳນວນ', 'Nombres'),
      columns: {
        what: { type: 'code', codes: planCounts, label: label('What', 'Nội dung', 'ລາຍການ', 'Quoi') },
        count: { type: 'count', label: label('Number', 'Số', 'ຈຳນວນ', 'Nombre') },
      },
    },
    name: {
      type: 'words',
      shown: 'row',
      label: label('Holder', 'Người giữ chức', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaire'),
    },
    basis: { type: 'code', codes: bases, label: label('How it is known', 'Căn cứ', 'ພື້ນຖານ', 'Fondement') },
    subject: col.subject,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const parties = partiesOf(asking.register);
    const given = textOption(options, 'side');
    const own = isParty(parties, given) ? given : parties[0];
    if (own === undefined) return { rows: [] };
    const role = textOption(options, 'for') ?? 'leader';
    return briefOf(asking, own, role);
  },
};

function briefOf(asking: Asking, own: PartyCode, role: string) {
  const most = linesFor[role] ?? 8;
  const promises = promisesByWhom(asking, own);
  const late = unfinishedOf(asking).filter(({ last }) => last !== undefined && last < asking.day);
  const open = divergencesOf(asking).filter(({ among, settled }) => !settled && among !== 'sources');
  const rows: BriefRow[] = [
    ...shownTexts(asking)
      .filter(({ kind }) => kind === 'plan')
      .map((text) => standing(asking, text))
      .slice(-most),
    ...promiseLines(asking, 'ours', promises, most),
    ...promiseLines(asking, 'theirs', promises, most),
    ...promiseLines(asking, 'joint', promises, Math.ceil(most / 2)),
    ...onceEach(open)
      .slice(0, most)
      .map(
        ({ entries, exercise, says, subject, title }): BriefRow => ({
          section: 'divergences',
          subject,
          title,
          why: 'differs',
          values: says,
          ...present({ exercise }),
          entries,
        }),
      ),
    ...latest(late)
      .slice(0, most)
      .map((row) => dueLine('late', 'overdue', row)),
    ...toRaise(
      asking,
      own,
      [...(promises.get('theirs unkept') ?? []), ...(promises.get('joint unkept') ?? [])],
      late,
    ).slice(0, most),
    ...holders(asking, parties(asking), most),
  ];
  const about = {
    for: role,
    own,
    day: asking.day,
    ours: countsOf(promises, 'ours'),
    theirs: countsOf(promises, 'theirs'),
    joint: countsOf(promises, 'joint'),
    divergences: open.length,
    late: late.length,
    unanswered: unansweredOf(asking).length,
  };
  return { rows, about };
}

/** The first of each subject: where two accounts differ in several fields, one line says so. */
const onceEach = <Row extends { readonly subject: string }>(rows: readonly Row[]): readonly Row[] =>
  [...new Map(rows.toReversed().map((row) => [row.subject, row])).values()].toReversed();

const parties = (asking: Asking): readonly PartyCode[] => partiesOf(asking.register);

/** Promises by whom they bind, seen from us, and what became of them: `ours open`, `theirs silent`, `joint open due`. */
const promisesByWhom = (asking: Asking, own: PartyCode): Groups<PromiseRow> =>
  groupedRows(asking, `promises for ${own}`, promisesOf(asking), ({ due, sides, silent, state }) => {
    const isTheirs = sides.some((side) => side !== own);
    const whose = sides.includes(own) ? (isTheirs ? 'joint' : 'ours') : isTheirs ? 'theirs' : undefined;
    if (whose === undefined) return [];
    return [
      `${whose} ${state}`,
      ...(silent ? [`${whose} silent`] : []),
      ...(state === 'open' && due !== undefined ? [`${whose} open due`] : []),
    ];
  });

type Whose = 'ours' | 'theirs' | 'joint';

function countsOf(promises: Groups<PromiseRow>, whose: Whose) {
  const count = (what: string): number => promises.get(`${whose} ${what}`)?.length ?? 0;
  const [kept, unkept, open] = [count('kept'), count('unkept'), count('open')];
  return { made: kept + unkept + open, kept, unkept, open, silent: count('silent') };
}

function standing(
  asking: Asking,
  { counts, entries, head, lines, since, standing: state, text }: ShownText,
): BriefRow {
  const plan = plansOf(asking).find((row) => row.subject === text && row.standing === 'inForce');
  const outcomes = new Map<string, number>();
  for (const { item } of lines) {
    const says = statusOf(asking, item);
    const differs = says.some(({ status }) => status !== says[0]?.status);
    const status = says.length === 0 ? 'noReport' : differs ? 'differs' : (says[0]?.status ?? '');
    outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
  }
  const inForce = [
    { what: 'lines', count: lines.length },
    ...[...outcomes].map(([what, count]) => ({ what, count })),
    ...counted('carriedOver', plan?.carriedOver ?? 0),
    ...counted('unplanned', plan?.unplanned ?? 0),
  ];
  const drafted = Object.entries(counts ?? {}).flatMap(([what, count]) =>
    count > 0 && what !== 'agreed' ? [{ what, count }] : [],
  );
  return {
    section: 'standing',
    subject: text,
    title: titleOfText(asking, { head, text }),
    counts: state === 'inForce' ? inForce : [{ what: 'lines', count: lines.length }, ...drafted],
    ...(state === 'inForce' && plan?.signedLate === true ? { why: 'signedLate' as const } : {}),
    ...present({ date: since, exercise: head['exercise'] === true ? true : undefined }),
    entries,
  };
}

const counted = (what: string, count: number) => (count === 0 ? [] : [{ what, count }]);

/** What a side says it does not carry out, then what is past its day, then what is open with a day to come, then what was kept last. */
function promiseLines(
  asking: Asking,
  section: Whose,
  promises: Groups<PromiseRow>,
  most: number,
): BriefRow[] {
  const past = new Set(
    unfinishedOf(asking)
      .filter(({ last }) => last !== undefined && last < asking.day)
      .map(({ subject }) => subject),
  );
  const those = (what: string): readonly PromiseRow[] => promises.get(`${section} ${what}`) ?? [];
  const due = those('open due').toReversed();
  // Of the open ones as many as there is room for: the others are not looked at.
  const chosen = [
    ...those('unkept').slice(0, most),
    ...those('kept').slice(-1),
    ...due.filter(({ subject }) => !past.has(subject)).slice(0, most),
    ...due.filter(({ subject }) => past.has(subject)).slice(0, most),
    ...those('open').slice(-most).toReversed(),
  ];
  return [...new Set(chosen)].slice(0, most).map((row) => ({
    section,
    subject: row.subject,
    title: row.wording,
    why: row.state === 'open' ? (past.has(row.subject) ? 'overdue' : 'open') : row.state,
    sides: row.sides,
    says: row.says.map(({ party, status }) => ({ party, status })),
    ...present({ date: row.due ?? row.date, exercise: row.exercise }),
    entries: row.entries,
  }));
}

/** The newest first: what ended eighteen years ago is not what a leader raises. */
const latest = (rows: readonly DueRow[]): readonly DueRow[] => [...rows].reverse();

function dueLine(section: 'late' | 'raise', why: keyof typeof reasons, row: DueRow): BriefRow {
  const { due, entries, exercise, sides, subject, title } = row;
  return { section, subject, title, why, sides, ...present({ date: due, exercise }), entries };
}

/** What to speak of with the other side: their words first. */
function toRaise(
  asking: Asking,
  own: PartyCode,
  unkept: readonly PromiseRow[],
  late: readonly DueRow[],
): BriefRow[] {
  const onlyTheirs = (row: { readonly sides: readonly string[] }): boolean =>
    row.sides.length > 0 && !row.sides.includes(own);
  const broken = unkept.map(
    (row): BriefRow => ({
      section: 'raise',
      subject: row.subject,
      title: row.wording,
      why: 'unkept',
      sides: row.sides,
      ...present({ date: row.due ?? row.date, exercise: row.exercise }),
      entries: row.entries,
    }),
  );
  const waited = unansweredOf(asking)
    .filter(({ awaits }) => awaits.some((party) => party !== own))
    .map(
      (row): BriefRow => ({
        section: 'raise',
        subject: row.subject,
        title: row.title,
        why: 'unanswered',
        sides: row.awaits,
        ...present({ date: row.date, exercise: row.exercise }),
        entries: row.entries,
      }),
    );
  const different = onceEach(
    divergencesOf(asking).filter(
      ({ among, settled }) => !settled && (among === 'parties' || among === 'steps'),
    ),
  ).map(
    (row): BriefRow => ({
      section: 'raise',
      subject: row.subject,
      title: row.title,
      why: 'differs',
      values: row.says,
      ...present({ exercise: row.exercise }),
      entries: row.entries,
    }),
  );
  const overdue = latest(late)
    .filter((row) => row.what === 'promise' && onlyTheirs(row))
    .map((row) => dueLine('raise', 'overdue', row));
  const asleep = mechanismsOf(asking)
    .filter(({ sleeps }) => sleeps === 'cadence')
    .map(
      (row): BriefRow => ({
        section: 'raise',
        subject: row.subject,
        title: row.title,
        why: 'sleeping',
        ...present({ date: row.nextDue, exercise: row.exercise }),
        entries: row.entries,
      }),
    );
  const bare = provisionsOf(asking)
    .filter(({ carriers }) => carriers.length === 0)
    .map(
      (row): BriefRow => ({
        section: 'raise',
        subject: row.subject,
        title: row.wording,
        why: 'uncovered',
        ...present({ exercise: row.exercise }),
        entries: row.entries,
      }),
    );
  // The first of each before the second of any, so that one long list does not hide the others.
  const lists = [broken, waited, different, overdue, asleep, bare];
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

/** Ministers, then leaders, of each party; who is not certain is not named. */
function holders(asking: Asking, of: readonly PartyCode[], most: number): BriefRow[] {
  const order = ['minister', 'leader', 'viceMinister'];
  const posts = postsOf(asking)
    .filter(
      ({ level, side }) =>
        level !== undefined && order.includes(level) && (of as readonly string[]).includes(side ?? ''),
    )
    .sort((one, other) => order.indexOf(one.level ?? '') - order.indexOf(other.level ?? ''));
  return posts.slice(0, most).flatMap((post) =>
    holdersOn(asking, post, asking.day).map(
      (row): BriefRow => ({
        section: 'posts',
        subject: row.subject ?? row.post,
        title: row.postName,
        basis: row.basis,
        sides: post.side === undefined ? [] : [post.side],
        ...present({
          name: row.name ?? row.before?.name,
          date: row.name === undefined ? row.before?.date : undefined,
        }),
        entries: row.entries,
      }),
    ),
  );
}
