import { addAmounts, compareAmounts } from '../../bytes/amount.ts';
import { label } from '../../kinds/declare.ts';
import {
  type Asking,
  askedOnce,
  type Entry,
  present,
  push,
  subjectsIn,
  textIn,
  wordingIn,
} from './asking.ts';
import { col } from './columns.ts';
import { entriesOf, type Matter, mattersOf, mattersOn, valueOf } from './matters.ts';
import type { Question } from './question.ts';
import { statusOf } from './reports.ts';

/** A capability goal with what each side counts towards it, by its own rule. */
export type GoalRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly measure?: string;
  readonly target?: string;
  readonly due?: string;
  readonly says: readonly {
    readonly party: string;
    readonly reached?: string;
    readonly rule?: Readonly<Record<string, string>>;
    /** What it counted, and what of that is reported as dropped since. */
    readonly counted: readonly string[];
    readonly dropped: readonly string[];
  }[];
  /** Places completed in courses that a side links to the goal, by party: what the register can add up by itself. */
  readonly added: readonly { readonly party: string; readonly completed: string }[];
  readonly linked: readonly string[];
  readonly differs: boolean;
  readonly reachedByAll: boolean;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const partyColumn = { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') } as const;

export const goals: Question = {
  question: 'goals',
  label: label('Capability goals', 'Mục tiêu năng lực', 'ເປົ້າໝາຍຄວາມສາມາດ', 'Objectifs de capacité'),
  options: {},
  columns: {
    title: col.title,
    measure: { type: 'words', shown: 'row', label: label('Measure', 'Đơn vị đo', 'ຕົວຊີ້ວັດ', 'Mesure') },
    target: { type: 'amount', shown: 'row', label: label('Target', 'Chỉ tiêu', 'ເປົ້າໝາຍ', 'Cible') },
    says: {
      type: 'rows',
      shown: 'row',
      label: label('Counted by each side', 'Mỗi bên tính', 'ແຕ່ລະຝ່າຍນັບ', 'Compté par chaque partie'),
      columns: {
        party: partyColumn,
        reached: { type: 'amount', label: label('Reached', 'Đạt được', 'ບັນລຸ', 'Atteint') },
        rule: { type: 'told', label: label('How it counts', 'Cách tính', 'ວິທີນັບ', 'Règle de décompte') },
        counted: { type: 'subjects', label: label('Counted', 'Được tính', 'ທີ່ນັບ', 'Décomptés') },
        dropped: {
          type: 'subjects',
          label: label('Dropped since', 'Đã hủy', 'ຍົກເລີກແລ້ວ', 'Abandonnés depuis'),
        },
      },
    },
    added: {
      type: 'rows',
      label: label(
        'Completed in linked courses',
        'Hoàn thành trong các khóa liên kết',
        'ຮຽນຈົບໃນຫຼັກສູດທີ່ເຊື່ອມໂຍງ',
        'Menées à terme dans les formations liées',
      ),
      columns: {
        party: partyColumn,
        completed: { type: 'amount', label: label('Completed', 'Tốt nghiệp', 'ຮຽນຈົບ', 'Menées à terme') },
      },
    },
    due: col.due,
    differs: col.differs,
    linked: { type: 'subjects', label: label('Linked', 'Liên kết', 'ເຊື່ອມໂຍງ', 'Liés') },
    exercise: col.exercise,
  },
  ask: (asking) => ({ rows: goalsOf(asking) }),
};

export function goalsOf(asking: Asking): readonly GoalRow[] {
  return askedOnce(asking, 'goals', () => {
    const linked = new Map<string, Matter[]>();
    for (const matter of mattersOf(asking, 'link')) {
      const towards = new Set(matter.sides.flatMap(({ fields }) => subjectsIn(fields['countsTowards'])));
      for (const goal of towards) push(linked, goal, matter);
    }
    return mattersOf(asking, 'goal').map((matter) =>
      goalRow(asking, matter, linked.get(matter.subject) ?? []),
    );
  });
}

function goalRow(asking: Asking, matter: Matter, links: readonly Matter[]): GoalRow {
  const words = (field: string): string | undefined => textIn(valueOf(matter, field));
  const target = words('target');
  const says = matter.sides.map(({ fields, party }) => {
    const counted = subjectsIn(fields['counted']);
    return {
      party,
      counted,
      dropped: counted.filter((item) => statusOf(asking, item).some(({ status }) => status === 'dropped')),
      ...present({
        reached: textIn(fields['reached']),
        rule: fields['rule'] === undefined ? undefined : wordingIn(fields['rule']),
      }),
    };
  });
  const reached = says.flatMap((one) => one.reached ?? []);
  return {
    subject: matter.subject,
    title: wordingIn(valueOf(matter, 'title')),
    says,
    added: addedUp(asking, links),
    linked: links.map(({ subject }) => subject),
    differs: reached.some((one) => compareAmounts(one, reached[0] ?? one) !== 0),
    reachedByAll:
      target !== undefined && reached.length > 0 && reached.every((one) => compareAmounts(one, target) >= 0),
    ...present({
      measure: words('measure'),
      target,
      due: words('due'),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter, ...links),
  };
}

/** The sum of places completed that each side states for the linked subjects. */
function addedUp(asking: Asking, links: readonly Matter[]): GoalRow['added'] {
  const sums = new Map<string, string>();
  for (const { subject } of links) {
    if (statusOf(asking, subject).some(({ status }) => status === 'dropped')) continue;
    for (const { fields, party } of mattersOn(asking, 'training', subject).flatMap(({ sides }) => sides)) {
      const { completed } = fields;
      if (typeof completed === 'number')
        sums.set(party, addAmounts(sums.get(party) ?? '0', String(completed)));
    }
  }
  return [...sums].map(([party, completed]) => ({ party, completed }));
}
