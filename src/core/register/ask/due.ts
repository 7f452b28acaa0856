import { label } from '../../kinds/declare.ts';
import { addDays } from '../../text/days.ts';
import { type Asking, askedOnce, type Entry, numberIn, present, textIn, wordingIn } from './asking.ts';
import { col, opt } from './columns.ts';
import { unansweredOf } from './correspondence.ts';
import { daysBetween, lastDayOf, sortedBy } from './dates.ts';
import { deliverablesOf } from './deliverables.ts';
import { goalsOf } from './goals.ts';
import { lineOf, shownLines, wordsOfLine } from './lines.ts';
import { entriesOf, mattersOf, valueOf } from './matters.ts';
import { mechanismsOf } from './mechanism.ts';
import { promiseGroups } from './promises.ts';
import { type Options, type Question, textOption } from './question.ts';
import { isDone, statusOf } from './reports.ts';

/** Something that has an end and is not done. */
export type DueRow = {
  readonly subject: string;
  readonly what: 'activity' | 'deliverable' | 'promise' | 'answer' | 'session' | 'milestone' | 'goal';
  readonly title: Readonly<Record<string, string>>;
  /** Partial date, as stated; absent where an answer is awaited without a day. */
  readonly due?: string;
  /** Full date: the last day that it may mean. */
  readonly last?: string;
  /** Days from the day asked for to the last; negative when it is past. */
  readonly days?: string;
  readonly sides: readonly string[];
  /** Nobody has reported on it. */
  readonly silent: boolean;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const whats = {
  activity: label('Activity', 'Hoạt động', 'ກິດຈະກຳ', 'Activité'),
  deliverable: label('Deliverable', 'Sản phẩm', 'ຜົນງານ', 'Livrable'),
  promise: label('Promise', 'Cam kết', 'ຄຳໝັ້ນສັນຍາ', 'Engagement'),
  answer: label('Answer awaited', 'Chờ trả lời', 'ລໍຖ້າຄຳຕອບ', 'Réponse attendue'),
  session: label('Session of a mechanism', 'Kỳ họp của cơ chế', 'ກອງປະຊຸມຂອງກົນໄກ', 'Session d’un mécanisme'),
  milestone: label('Milestone', 'Mốc tiến độ', 'ຂັ້ນໝາຍ', 'Jalon'),
  goal: label('Capability goal', 'Mục tiêu năng lực', 'ເປົ້າໝາຍຄວາມສາມາດ', 'Objectif de capacité'),
} as const;

const columns = {
  what: { type: 'code', codes: whats, shown: 'row', label: label('Kind', 'Loại', 'ປະເພດ', 'Nature') },
  title: col.title,
  due: col.due,
  days: col.days,
  sides: col.sides,
  silent: col.silent,
  subject: col.subject,
  exercise: col.exercise,
} as const;

/** Days ahead that `due` looks when it is not told. */
export const dueDays = 60;

export const due: Question = {
  question: 'due',
  label: label('Due soon', 'Sắp đến hạn', 'ໃກ້ກຳນົດ', 'À échéance'),
  options: { days: opt.days, by: opt.by },
  columns,
  ask: (asking, options) => {
    const days = typeof options.days === 'number' ? options.days : dueDays;
    const until = addDays(asking.day, days);
    const rows = ofSide(unfinishedOf(asking), options).filter(
      ({ last }) => last === undefined || (last >= asking.day && last <= until),
    );
    return { rows, about: { days, until } };
  },
};

export const overdue: Question = {
  question: 'overdue',
  label: label('Overdue', 'Quá hạn', 'ເກີນກຳນົດ', 'En retard'),
  options: { by: opt.by },
  columns,
  ask: (asking, options) => ({
    rows: ofSide(unfinishedOf(asking), options).filter(({ last }) => last !== undefined && last < asking.day),
  }),
};

function ofSide(rows: readonly DueRow[], options: Options): readonly DueRow[] {
  const by = textOption(options, 'by');
  return by === undefined ? rows : rows.filter(({ sides }) => sides.length === 0 || sides.includes(by));
}

/** Everything that is not done and has an end, the nearest first; what has no day stands last. */
export function unfinishedOf(asking: Asking): readonly DueRow[] {
  return askedOnce(asking, 'unfinished', () => {
    const rows = [
      ...activities(asking),
      ...promised(asking),
      ...sessions(asking),
      ...figures(asking),
      ...answers(asking),
    ];
    const withDays = rows.map((row) =>
      row.last === undefined ? row : { ...row, days: String(daysBetween(asking.day, row.last)) },
    );
    return sortedBy(withDays, ({ last }) => last ?? '9999-99');
  });
}

/** Lines of what is in force, by the last day of their period; deliverables of projects by theirs. */
function activities(asking: Asking): DueRow[] {
  return shownLines(asking).flatMap(({ entries, fields, item, kind, standing, text }) => {
    const isActivity = asking.register.kinds.get(kind)?.of === 'item' && fields['period'] !== undefined;
    const isOff = fields['standing'] === 'cancelled' || fields['standing'] === 'replaced';
    if (standing !== 'inForce' || !isActivity || isOff || isDone(asking, item)) return [];
    const silent = statusOf(asking, item).length === 0;
    const common = { subject: item, sides: [], silent, entries };
    const title = wordsOfLine(asking, { fields, item, text }, 'activity');
    const row: DueRow = { ...common, what: 'activity', title, ...dueOf(fields['period']) };
    const deliverables = deliverablesOf(asking, { fields, item })
      .filter((one) => !one.isDone)
      .map(
        (one): DueRow => ({
          ...common,
          what: 'deliverable',
          title: { und: one.what },
          silent: one.done.length === 0,
          ...dueOf(one.due),
          entries: [...entriesOf(...one.steps), ...entries],
        }),
      );
    return [row, ...deliverables].filter(({ last }) => last !== undefined);
  });
}

function promised(asking: Asking): DueRow[] {
  const open = promiseGroups(asking).get('open due') ?? [];
  return open.map(({ due: date, entries, exercise, sides, silent, subject, wording }) => ({
    subject,
    what: 'promise',
    title: wording,
    sides,
    silent,
    ...dueOf(date),
    ...present({ exercise }),
    entries,
  }));
}

function sessions(asking: Asking): DueRow[] {
  return mechanismsOf(asking).flatMap(({ entries, exercise, nextDue, nextHost, subject, title }): DueRow[] =>
    nextDue === undefined
      ? []
      : [
          {
            subject,
            what: 'session',
            title,
            sides: nextHost === undefined ? [] : [nextHost],
            silent: true,
            ...dueOf(nextDue),
            ...present({ exercise }),
            entries,
          },
        ],
  );
}

function figures(asking: Asking): DueRow[] {
  const milestones = mattersOf(asking, 'milestone').flatMap((matter): DueRow[] => {
    // What delivers something of a project stands there as its deliverable.
    const project = lineOf(asking, textIn(valueOf(matter, 'project')) ?? '');
    if (project?.standing === 'inForce' && textIn(valueOf(matter, 'delivers')) !== undefined) return [];
    const late = matter.sides
      .filter(({ fields }) => (numberIn(fields['done']) ?? 0) < 100)
      .map(({ party }) => party);
    return late.length === 0
      ? []
      : [
          {
            subject: matter.subject,
            what: 'milestone',
            title: wordingIn(valueOf(matter, 'title')),
            sides: late,
            silent: false,
            ...dueOf(valueOf(matter, 'due')),
            entries: entriesOf(matter),
          },
        ];
  });
  const goals = goalsOf(asking).flatMap(({ due: date, entries, reachedByAll, subject, title }): DueRow[] =>
    reachedByAll ? [] : [{ subject, what: 'goal', title, sides: [], silent: false, ...dueOf(date), entries }],
  );
  return [...milestones, ...goals].filter(({ last }) => last !== undefined);
}

function answers(asking: Asking): DueRow[] {
  return unansweredOf(asking).map(({ answerBy, awaits, entries, subject, title }) => ({
    subject,
    what: 'answer',
    title,
    sides: awaits,
    silent: true,
    ...dueOf(answerBy),
    entries,
  }));
}

function dueOf(value: Parameters<typeof lastDayOf>[0]): { due?: string; last?: string } {
  const last = lastDayOf(value);
  const stated = typeof value === 'string' ? value : last;
  return present({ due: stated, last });
}
