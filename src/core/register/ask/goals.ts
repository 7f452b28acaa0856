import { addAmounts, compareAmounts } from '../../bytes/amount.ts';
import { label } from '../../kinds/declare.ts';
import { countings } from '../../kinds/deliveries.ts';
import { isObject } from '../../kinds/value.ts';
import {
  type Asking,
  askedOnce,
  type Entry,
  numberIn,
  present,
  push,
  rowsOf,
  subjectsIn,
  textIn,
  wordingIn,
} from './asking.ts';
import { col } from './columns.ts';
import { entriesOf, type Matter, mattersOf, mattersOn, type Voiced, valueOf } from './matters.ts';
import type { Question } from './question.ts';
import { statusOf } from './reports.ts';

/** One thing that a side counts towards a goal: its own figure of it, nothing once somebody reports it dropped. */
export type Counted = { readonly subject: string; readonly amount?: string; readonly dropped: boolean };

/** A capability goal with what each side counts towards it, by its own rule. */
export type GoalRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly measure?: string;
  readonly target?: string;
  readonly due?: string;
  readonly says: readonly {
    readonly party: string;
    /** Counted by the rule it chose, else as it states it. */
    readonly reached?: string;
    readonly counting?: string;
    /** Its rule in its own words. */
    readonly rule?: Readonly<Record<string, string>>;
    readonly counted: readonly Counted[];
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
        counting: {
          type: 'code',
          codes: countings,
          label: label('Counting rule', 'Quy tắc tính', 'ກົດການນັບ', 'Règle de décompte'),
        },
        counted: {
          type: 'rows',
          label: label('Counted', 'Được tính', 'ທີ່ນັບ', 'Décomptés'),
          columns: {
            subject: { type: 'subject', label: label('What', 'Nội dung', 'ລາຍການ', 'Quoi') },
            amount: { type: 'amount', label: label('Figure', 'Số liệu', 'ຕົວເລກ', 'Chiffre') },
            dropped: {
              type: 'flag',
              label: label('Dropped since', 'Đã hủy', 'ຍົກເລີກແລ້ວ', 'Abandonné depuis'),
            },
          },
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
  const says = matter.sides.map((side) => {
    const { fields, party } = side;
    const counted = countedBy(asking, side);
    const amounts = counted.flatMap(({ amount }) => amount ?? []);
    const counting = textIn(fields['counting']);
    return {
      party,
      counted,
      ...present({
        counting,
        reached: counting === undefined ? textIn(fields['reached']) : amounts.reduce(addAmounts, '0'),
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

/**
 * What a side counts by its rule: its own figures of each thing it lists. What anybody reports as dropped counts nothing,
 * so that a course that is cancelled changes the count of both.
 */
function countedBy(asking: Asking, { fields, party }: Voiced): readonly Counted[] {
  const rule = textIn(fields['counting']) ?? '';
  return subjectsIn(fields['counted']).map((subject) => {
    const says = statusOf(asking, subject);
    const dropped = says.some(({ status }) => status === 'dropped');
    const amount = dropped ? '0' : figureOf(asking, subject, party, rule);
    return { subject, dropped, ...present({ amount }) };
  });
}

/** One side's own figure of one thing, by a rule; none where it states none. */
function figureOf(asking: Asking, subject: string, party: string, rule: string): string | undefined {
  if (rule === 'carriedOut') {
    const own = statusOf(asking, subject).find((one) => one.party === party)?.status;
    return own === 'carriedOut' ? '1' : '0';
  }
  const own = (kind: string, facet?: string) =>
    mattersOn(asking, kind, subject)
      .filter((matter) => facet === undefined || matter.facet === facet)
      .flatMap(({ sides }) => sides.filter((side) => side.party === party));
  const amounts =
    rule === 'received'
      ? own('delivery', 'received').flatMap(({ fields }) =>
          rowsOf(fields['goods']).flatMap(({ quantity }) =>
            isObject(quantity) ? (textIn(quantity['amount']) ?? []) : [],
          ),
        )
      : own('training').flatMap(({ fields }) => {
          const figure = numberIn(fields[rule]);
          return figure === undefined ? [] : [String(figure)];
        });
  return amounts.length === 0 ? undefined : amounts.reduce(addAmounts);
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
