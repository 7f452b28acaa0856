import { label } from '../../kinds/declare.ts';
import { type Asking, askedOnce, type Entry, present, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { firstDayOf, newestFirst } from './dates.ts';
import { eventGroups } from './events.ts';
import { linesOnce, shownTexts, titleOfText, wordsOfLine } from './lines.ts';
import { entriesOf, mattersOf, valueOf } from './matters.ts';
import type { Saying } from './plain.ts';
import { sayings } from './plain.ts';
import { promiseGroups } from './promises.ts';
import { type Question, textOption } from './question.ts';
import { statusOf } from './reports.ts';

/** What concerns a forum of several states: an edition held, a joint position, support given or received, a promise of support. */
export type ForumRow = {
  readonly subject: string;
  readonly section: 'held' | 'position' | 'support' | 'activity' | 'promise';
  readonly title: Readonly<Record<string, string>>;
  readonly forum?: string;
  readonly edition?: string;
  readonly date?: string;
  readonly says: readonly Saying[];
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const sections = {
  held: label('Edition held', 'Kỳ họp đã diễn ra', 'ຄັ້ງທີ່ຈັດແລ້ວ', 'Édition tenue'),
  position: label('Joint position', 'Phương án phối hợp chung', 'ຂໍ້ສະເໜີຮ່ວມ', 'Position commune'),
  support: label('Support', 'Ủng hộ', 'ການສະໜັບສະໜູນ', 'Appui'),
  activity: label('Activity', 'Hoạt động', 'ກິດຈະກຳ', 'Activité'),
  promise: label('Promise', 'Cam kết', 'ຄຳໝັ້ນສັນຍາ', 'Engagement'),
} as const;

export const multilateral: Question = {
  question: 'multilateral',
  label: label('Multilateral forums', 'Diễn đàn đa phương', 'ເວທີຫຼາຍຝ່າຍ', 'Enceintes multilatérales'),
  options: {
    for: { type: 'code', codes: sections, label: label('Part', 'Phần', 'ພາກ', 'Partie du tableau') },
  },
  columns: {
    section: { type: 'code', codes: sections, shown: 'row', label: label('What', 'Loại', 'ປະເພດ', 'Objet') },
    date: col.date,
    title: col.title,
    forum: { type: 'words', shown: 'row', label: label('Forum', 'Diễn đàn', 'ເວທີ', 'Enceinte') },
    edition: { type: 'words', shown: 'row', label: label('Edition', 'Kỳ', 'ຄັ້ງທີ', 'Édition') },
    says: sayings,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const part = textOption(options, 'for');
    return { rows: forumsOf(asking).filter(({ section }) => part === undefined || section === part) };
  },
};

export function forumsOf(asking: Asking): readonly ForumRow[] {
  return askedOnce(asking, 'multilateral', () => {
    const rows = [
      ...held(asking),
      ...positions(asking),
      ...supports(asking),
      ...activities(asking),
      ...promised(asking),
    ];
    return newestFirst(rows, ({ date }) => firstDayOf(date) ?? '');
  });
}

function held(asking: Asking): ForumRow[] {
  return (eventGroups(asking).get('what multilateral') ?? []).map(
    ({ date, entries, exercise, subject, title }) => ({
      subject,
      section: 'held',
      title,
      date,
      says: [],
      ...present({ exercise }),
      entries,
    }),
  );
}

function positions(asking: Asking): ForumRow[] {
  return shownTexts(asking)
    .filter(({ kind }) => kind === 'jointPosition')
    .map(({ head, standing, text }) => ({
      subject: text,
      section: 'position',
      title: titleOfText(asking, { head, text }),
      says: [{ party: '', what: 'standing', value: standing }],
      ...present({
        forum: textIn(head['forum']),
        edition: textIn(head['edition']),
        date: textIn(head['held']),
        exercise: head['exercise'] === true ? true : undefined,
      }),
      entries: [],
    }));
}

function supports(asking: Asking): ForumRow[] {
  return mattersOf(asking, 'support').map((matter) => {
    const note = valueOf(matter, 'note');
    const named = ['forum', 'edition'].flatMap((field) => textIn(valueOf(matter, field)) ?? []).join(' ');
    return {
      subject: matter.subject,
      section: 'support',
      title: note === undefined ? { und: named } : wordingIn(note),
      says: matter.sides.map(({ fields, party }) => ({
        party,
        what: 'role',
        value: textIn(fields['role']) ?? '',
      })),
      ...present({
        forum: textIn(valueOf(matter, 'forum')),
        edition: textIn(valueOf(matter, 'edition')),
        date: textIn(valueOf(matter, 'date')),
        exercise: valueOf(matter, 'exercise') === true ? true : undefined,
      }),
      entries: entriesOf(matter),
    };
  });
}

function activities(asking: Asking): ForumRow[] {
  return linesOnce(asking)
    .filter(({ kind }) => kind === 'multilateral')
    .map(({ fields, item, text }) => ({
      subject: item,
      section: 'activity',
      title: wordsOfLine(asking, { fields, item, text }, 'activity'),
      says: statusOf(asking, item).map(({ party, status }) => ({ party, what: 'status', value: status })),
      ...present({
        forum: textIn(fields['forum']),
        edition: textIn(fields['edition']),
        date: firstDayOf(fields['period']),
      }),
      entries: [],
    }));
}

function promised(asking: Asking): ForumRow[] {
  return (promiseGroups(asking).get('area multilateral') ?? []).map(
    ({ date, entries, exercise, says, subject, wording }) => ({
      subject,
      section: 'promise',
      title: wording,
      says: says.map(({ party, status }) => ({ party, what: 'status', value: status })),
      ...present({ date, exercise }),
      entries,
    }),
  );
}
