import { label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import { type Asking, askedOnce, type Entry, numberIn, present, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { linesOnce, wordsOfLine } from './lines.ts';
import { differencesOf, entriesOf, type Matter, mattersOf, mattersOn, toldOf, valueOf } from './matters.ts';
import { plainOf, type Saying, sayings } from './plain.ts';
import type { Question } from './question.ts';

/** Places offered, filled, completed at an institution in a time, by who says so. */
export type TrainingRow = {
  readonly subject: string;
  readonly institution?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly says: readonly PlacesSaid[];
  /** What sides report of the plan line, beside the counted places. */
  readonly reported: readonly Saying[];
  readonly planned?: number;
  readonly differs: boolean;
  readonly title?: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};
export type PlacesSaid = {
  readonly party: string;
  readonly offered?: number;
  readonly filled?: number;
  readonly completed?: number;
  readonly source?: string;
};

const places = {
  offered: { type: 'count', label: label('Offered', 'Chỉ tiêu', 'ສະເໜີໃຫ້', 'Offertes') },
  filled: { type: 'count', label: label('Filled', 'Nhập học', 'ເຂົ້າຮຽນ', 'Pourvues') },
  completed: { type: 'count', label: label('Completed', 'Tốt nghiệp', 'ຮຽນຈົບ', 'Menées à terme') },
} as const;

export const training: Question = {
  question: 'training',
  label: label('Training', 'Đào tạo', 'ການຝຶກອົບຮົມ', 'Formation'),
  options: {},
  columns: {
    institution: {
      type: 'words',
      shown: 'row',
      label: label('Institution', 'Cơ sở đào tạo', 'ສະຖາບັນ', 'Établissement'),
    },
    period: { type: 'period', shown: 'row', label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période') },
    title: { ...col.title, label: label('Course', 'Khóa đào tạo', 'ຫຼັກສູດ', 'Formation') },
    planned: {
      type: 'count',
      label: label('Planned places', 'Chỉ tiêu kế hoạch', 'ຈຳນວນບ່ອນຕາມແຜນ', 'Places prévues'),
    },
    says: {
      type: 'rows',
      shown: 'row',
      label: label(
        'Places by each side',
        'Chỉ tiêu theo mỗi bên',
        'ຈຳນວນບ່ອນຕາມແຕ່ລະຝ່າຍ',
        'Places selon chaque partie',
      ),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        ...places,
        source: col.source,
      },
    },
    reported: sayings,
    differs: col.differs,
    exercise: col.exercise,
  },
  ask: (asking) => {
    const rows = trainingOf(asking);
    return { rows, about: { totals: totalsOf(rows) } };
  },
};

export function trainingOf(asking: Asking): readonly TrainingRow[] {
  return askedOnce(asking, 'training', () => {
    const stated = mattersOf(asking, 'training').map((matter) => statedRow(asking, matter));
    const known = new Set(stated.map(({ subject }) => subject));
    return [...stated, ...courseLines(asking).filter(({ subject }) => !known.has(subject))];
  });
}

function statedRow(asking: Asking, matter: Matter): TrainingRow {
  const line = courseLines(asking).find(({ subject }) => subject === matter.subject);
  const note = valueOf(matter, 'note');
  return {
    subject: matter.subject,
    says: saidPlaces(matter),
    reported: line?.reported ?? [],
    differs: differencesOf(matter, ['offered', 'filled', 'completed']).parties.length > 0,
    ...present({
      institution: textIn(valueOf(matter, 'institution')) ?? line?.institution,
      period: periodIn(valueOf(matter, 'period')) ?? line?.period,
      planned: line?.planned,
      title: note === undefined ? line?.title : wordingIn(note),
      source: textIn(valueOf(matter, 'source')),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}

function saidPlaces(matter: Matter): PlacesSaid[] {
  const said = new Map<string, PlacesSaid>();
  for (const field of ['offered', 'filled', 'completed']) {
    for (const { party, source, value } of toldOf(matter, field)) {
      const key = `${party} ${source ?? ''}`;
      said.set(key, {
        ...(said.get(key) ?? { party, ...present({ source }) }),
        [field]: numberIn(value) ?? 0,
      });
    }
  }
  return [...said.values()];
}

/** Courses of plans, with what each side reports of them. */
function courseLines(asking: Asking): readonly TrainingRow[] {
  return askedOnce(asking, 'courses', () =>
    linesOnce(asking)
      .filter(({ kind }) => kind === 'course')
      .map(({ fields, item, text }) => {
        const matters = mattersOn(asking, 'report', item);
        const reported = matters.flatMap(({ sides }) =>
          sides.map(({ fields: told, party }) => ({
            party,
            what: textIn(told['status']) ?? '',
            value: plainOf(told['figures']),
          })),
        );
        return {
          subject: item,
          says: [],
          reported,
          differs: matters.some((matter) => differencesOf(matter, ['status', 'figures']).parties.length > 0),
          title: wordsOfLine(asking, { fields, item, text }, 'activity'),
          ...present({
            institution: textIn(fields['institution']),
            period: periodIn(fields['period']),
            planned: numberIn(fields['places']),
          }),
          entries: entriesOf(...matters),
        };
      }),
  );
}

function periodIn(value: Parameters<typeof isObject>[0]): TrainingRow['period'] {
  return isObject(value) ? present({ from: textIn(value['from']), to: textIn(value['to']) }) : undefined;
}

/** Sums by institution, year and party, of what lies in one year: periods that overlap are never added up. */
function totalsOf(rows: readonly TrainingRow[]) {
  const sums = new Map<
    string,
    { institution: string; year: string; party: string; offered: number; filled: number; completed: number }
  >();
  for (const { institution = '', period, says } of rows) {
    const [from = '', to = from] = [period?.from, period?.to].map((date) =>
      date?.replace('~', '').slice(0, 4),
    );
    if (from === '' || from !== to) continue;
    for (const { completed = 0, filled = 0, offered = 0, party } of says) {
      const key = `${institution} ${from} ${party}`;
      const sum = sums.get(key) ?? { institution, year: from, party, offered: 0, filled: 0, completed: 0 };
      sums.set(key, {
        ...sum,
        offered: sum.offered + offered,
        filled: sum.filled + filled,
        completed: sum.completed + completed,
      });
    }
  }
  return [...sums.values()];
}
