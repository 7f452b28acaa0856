import { label } from '../../kinds/declare.ts';
import { type Asking, askedOnce, type Entry, present, push, rowsOf, subjectsIn, textIn } from './asking.ts';
import { col, opt } from './columns.ts';
import { daysBetween, lastDayOf, sortedBy } from './dates.ts';
import { foldName } from './fold.ts';
import { shownLines, wordsOfLine } from './lines.ts';
import { entriesOf, type Matter, mattersOf } from './matters.ts';
import { type Question, textOption } from './question.ts';
import { statusOf } from './reports.ts';

/** An activity in force with who leads it on each side and what instruction was issued: date, number, agency, no more. */
export type TaskRow = {
  readonly subject: string;
  readonly text: string;
  readonly number: string;
  readonly title: Readonly<Record<string, string>>;
  readonly lead: readonly { readonly party?: string; readonly agency?: string }[];
  readonly instructed: readonly {
    readonly party: string;
    readonly date?: string;
    readonly number?: string;
    readonly agency?: string;
  }[];
  readonly due?: string;
  readonly days?: string;
  readonly says: readonly { readonly party: string; readonly status: string }[];
  /** Some side says that it is carried out or dropped. */
  readonly done: boolean;
  /** Past its day, and nobody says that it is done. */
  readonly missed: boolean;
  readonly entries: readonly Entry[];
};

const partyColumn = { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') } as const;
const agencyColumn = { type: 'words', label: label('Agency', 'Cơ quan', 'ໜ່ວຍງານ', 'Organisme') } as const;
const states = {
  missed: label('Deadline missed', 'Quá thời hạn', 'ເກີນກຳນົດ', 'Délai dépassé'),
  notInstructed: label(
    'No instruction issued',
    'Chưa ban hành chỉ đạo',
    'ຍັງບໍ່ອອກຄຳສັ່ງ',
    'Aucune instruction émise',
  ),
} as const;

export const tasks: Question = {
  question: 'tasks',
  label: label(
    'Tasks of the agencies',
    'Nhiệm vụ của các cơ quan',
    'ໜ້າວຽກຂອງໜ່ວຍງານ',
    'Tâches des organismes',
  ),
  options: {
    state: { type: 'code', codes: states, label: col.standing.label },
    by: opt.by,
    for: { type: 'words', label: agencyColumn.label },
  },
  columns: {
    number: col.number,
    title: col.title,
    lead: {
      type: 'rows',
      shown: 'row',
      label: label('Lead agency', 'Cơ quan chủ trì', 'ໜ່ວຍງານຮັບຜິດຊອບ', 'Organisme responsable'),
      columns: { party: partyColumn, agency: agencyColumn },
    },
    instructed: {
      type: 'rows',
      shown: 'row',
      label: label('Instructions issued', 'Chỉ đạo đã ban hành', 'ຄຳສັ່ງທີ່ອອກແລ້ວ', 'Instructions émises'),
      columns: {
        party: partyColumn,
        date: { type: 'date', label: col.date.label },
        number: { type: 'words', label: col.number.label },
        agency: agencyColumn,
      },
    },
    due: col.due,
    days: col.days,
    says: col.says,
    missed: { type: 'flag', shown: 'row', label: states.missed },
    text: col.text,
  },
  ask: (asking, options) => {
    const [state, by, agency] = [
      textOption(options, 'state'),
      textOption(options, 'by'),
      textOption(options, 'for'),
    ];
    const rows = tasksOf(asking).filter(
      ({ instructed, lead, missed }) =>
        (state === undefined ||
          (state === 'missed'
            ? missed
            : !instructed.some(({ party }) => by === undefined || party === by))) &&
        (by === undefined || lead.length === 0 || lead.some(({ party }) => party === by)) &&
        (agency === undefined || lead.some((one) => foldName(one.agency ?? '').includes(foldName(agency)))),
    );
    return { rows, about: { missed: rows.filter(({ missed }) => missed).length } };
  },
};

/** Activities of what is in force, the nearest last day first. */
export function tasksOf(asking: Asking): readonly TaskRow[] {
  return askedOnce(asking, 'tasks', () => {
    const issued = new Map<string, Matter[]>();
    for (const matter of mattersOf(asking, 'instruction')) {
      const about = new Set([
        matter.subject as string,
        ...matter.sides.flatMap(({ fields }) => subjectsIn(fields['about'])),
      ]);
      for (const subject of about) push(issued, subject, matter);
    }
    const rows = shownLines(asking)
      .filter(({ kind, standing }) => {
        const declared = asking.register.kinds.get(kind);
        return standing === 'inForce' && declared?.of === 'item' && declared.activity;
      })
      .map((line) => {
        const { fields, item, number, text } = line;
        const matters = issued.get(item) ?? [];
        const says = statusOf(asking, item);
        const due = lastDayOf(fields['period']);
        const done = says.some(({ status }) => status === 'carriedOut' || status === 'dropped');
        return {
          subject: item,
          text,
          number,
          title: wordsOfLine(asking, line, 'activity'),
          lead: rowsOf(fields['lead']).map((row) =>
            present({ party: textIn(row['party']), agency: textIn(row['agency']) }),
          ),
          instructed: matters.flatMap(({ sides }) =>
            sides.map(({ fields: told, party }) => ({
              party,
              ...present({
                date: textIn(told['date']),
                number: textIn(told['number']),
                agency: textIn(told['agency']),
              }),
            })),
          ),
          says,
          done,
          missed: due !== undefined && due < asking.day && !done,
          ...present({ due, days: due === undefined ? undefined : String(daysBetween(asking.day, due)) }),
          entries: entriesOf(...matters),
        };
      });
    return sortedBy(rows, ({ due }) => due ?? '9999-99');
  });
}
