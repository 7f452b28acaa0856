import type { JsonObject } from '../../bytes/json.ts';
import { label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import {
  type Asking,
  askedOnce,
  type Entry,
  numberIn,
  present,
  rowsOf,
  textIn,
  wordingIn,
} from './asking.ts';
import { col } from './columns.ts';
import { firstDayOf, lastDayOf } from './dates.ts';
import { deliverablesOf, progressOf } from './deliverables.ts';
import { linesOnce, wordsOfLine } from './lines.ts';
import { entriesOf, type Matter, mattersOf, mattersOn, toldOf, valueOf } from './matters.ts';
import { plainOf, type Saying, sayings } from './plain.ts';
import { type Question, textOption } from './question.ts';

/** A project, a step of one, or a year's trade, by each side; amounts in the currency in which they are stated. */
export type ProjectRow = {
  readonly subject: string;
  readonly section: 'science' | 'economy' | 'borderTrade' | 'deliverable' | 'milestone' | 'trade';
  /** The line of a plan that it belongs to. */
  readonly project?: string;
  readonly title: Readonly<Record<string, string>>;
  readonly due?: string;
  /** Past its day and not done by what somebody says. */
  readonly late: boolean;
  /** Of a year’s trade the sum in the currency in which that side states it. */
  readonly says: readonly (Saying & { readonly money?: JsonObject })[];
  readonly institutes: readonly { readonly party?: string; readonly institute?: string }[];
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const sections = {
  science: label(
    'Science and technology',
    'Khoa học và công nghệ',
    'ວິທະຍາສາດ ແລະ ເຕັກໂນໂລຊີ',
    'Science et technologie',
  ),
  economy: label('Defence economy', 'Kinh tế quốc phòng', 'ເສດຖະກິດປ້ອງກັນຊາດ', 'Économie de défense'),
  borderTrade: label('Border trade', 'Thương mại biên giới', 'ການຄ້າຊາຍແດນ', 'Commerce frontalier'),
  deliverable: label('Deliverable', 'Sản phẩm', 'ຜົນງານ', 'Livrable'),
  milestone: label('Milestone', 'Mốc tiến độ', 'ຂັ້ນໝາຍ', 'Jalon'),
  trade: label('Trade of a year', 'Kim ngạch năm', 'ມູນຄ່າການຄ້າປະຈຳປີ', 'Échanges de l’année'),
} as const;

export const projects: Question = {
  question: 'projects',
  label: label('Projects and trade', 'Dự án và thương mại', 'ໂຄງການ ແລະ ການຄ້າ', 'Projets et commerce'),
  options: {
    for: { type: 'code', codes: sections, label: label('Part', 'Phần', 'ພາກ', 'Partie du tableau') },
  },
  columns: {
    section: { type: 'code', codes: sections, shown: 'row', label: label('What', 'Loại', 'ປະເພດ', 'Objet') },
    title: col.title,
    project: { type: 'subject', label: label('Project', 'Đề tài, dự án', 'ໂຄງການ', 'Projet') },
    due: col.due,
    late: { type: 'flag', shown: 'row', label: label('Late', 'Chậm', 'ຊັກຊ້າ', 'En retard') },
    says: {
      ...sayings,
      columns: {
        ...sayings.columns,
        money: { type: 'money', label: label('Value', 'Giá trị', 'ມູນຄ່າ', 'Valeur') },
      },
    },
    institutes: {
      type: 'rows',
      label: label('Institutes', 'Cơ quan thực hiện', 'ສະຖາບັນ', 'Instituts'),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        institute: { type: 'words', label: label('Institute', 'Cơ quan', 'ສະຖາບັນ', 'Institut') },
      },
    },
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const part = textOption(options, 'for');
    const rows = projectsOf(asking).filter(({ section }) => part === undefined || section === part);
    return { rows, about: { late: rows.filter(({ late }) => late).length } };
  },
};

/** Each project with what belongs to it behind it; what names no project comes last. */
export function projectsOf(asking: Asking): readonly ProjectRow[] {
  return askedOnce(asking, 'projects', () => {
    const begun = lines(asking);
    const known = new Set(begun.map(({ project }) => project));
    const parts = [
      ...mattersOf(asking, 'milestone').map((matter) => milestone(asking, matter)),
      ...mattersOf(asking, 'trade').map(trade),
    ];
    const all = Map.groupBy([...begun, ...parts], ({ project }) =>
      known.has(project) ? project : undefined,
    );
    const rest = all.get(undefined) ?? [];
    all.delete(undefined);
    return [...[...all.values()].flat(), ...rest];
  });
}

/** Each project, followed by what it is to deliver. */
function lines(asking: Asking): ProjectRow[] {
  return linesOnce(asking).flatMap(({ fields, item, kind, text }): ProjectRow[] => {
    if (kind !== 'science' && kind !== 'economy' && kind !== 'borderTrade') return [];
    const matters = mattersOn(asking, 'report', item);
    const says = matters.flatMap(({ sides }) =>
      sides.map(({ fields: told, party }) => ({
        party,
        what: textIn(told['status']) ?? '',
        value: plainOf(told['figures']),
      })),
    );
    const isDone = says.some(({ what }) => what === 'carriedOut' || what === 'dropped');
    const due = lastDayOf(fields['period']);
    return [
      {
        subject: item,
        section: kind,
        project: item,
        title: wordsOfLine(asking, { fields, item, text }, 'activity'),
        late: due !== undefined && due < asking.day && !isDone,
        says,
        institutes: rowsOf(fields['institutes']).map((row) =>
          present({ party: textIn(row['party']), institute: textIn(row['institute']) }),
        ),
        ...present({ due }),
        entries: entriesOf(...matters),
      },
      ...deliverablesOf(asking, { fields, item }).map((one): ProjectRow => {
        const last = lastDayOf(one.due);
        return {
          subject: one.steps[0]?.subject ?? item,
          section: 'deliverable',
          project: item,
          title: { und: one.what },
          late: last !== undefined && last < asking.day && !one.isDone,
          says: one.done.map(({ party, percent }) => ({ party, what: 'done', value: `${percent} %` })),
          institutes: [],
          ...present({ due: one.due }),
          entries: entriesOf(...one.steps),
        };
      }),
    ];
  });
}

function milestone(asking: Asking, matter: Matter): ProjectRow {
  const due = textIn(valueOf(matter, 'due'));
  const isOpen = matter.sides.some(({ fields }) => (numberIn(fields['done']) ?? 0) < 100);
  return {
    subject: matter.subject,
    section: 'milestone',
    title: wordingIn(valueOf(matter, 'title')),
    late: due !== undefined && (lastDayOf(due) ?? '') < asking.day && isOpen,
    says: progressOf(matter).map(({ party, percent }) => ({ party, what: 'done', value: `${percent} %` })),
    institutes: [],
    ...present({
      due,
      project: textIn(valueOf(matter, 'project')),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}

function trade(matter: Matter): ProjectRow {
  const year = textIn(valueOf(matter, 'year')) ?? '';
  return {
    subject: matter.subject,
    section: 'trade',
    title: { und: year },
    late: false,
    says: toldOf(matter, 'value').map(({ party, source, value }) => ({
      party,
      what: (firstDayOf(year) ?? year).slice(0, 4),
      value: '',
      ...present({ source, money: isObject(value) ? value : undefined }),
    })),
    institutes: [],
    ...present({
      project: textIn(valueOf(matter, 'project')),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}
