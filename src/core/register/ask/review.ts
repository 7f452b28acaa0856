import { outcomes } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { type Asking, askedOnce, type Entry, present, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { type Line, shownLines, shownTexts } from './lines.ts';
import { differencesOf, entriesOf, mattersOn } from './matters.ts';
import { plainOf, type Saying, sayings } from './plain.ts';
import { type Question, textOption } from './question.ts';
import { commonStatus, statusOf } from './reports.ts';

/** A line of a plan with both accounts, and what a review would begin with. */
export type ReviewRow = {
  readonly subject: string;
  readonly number: string;
  readonly title: Readonly<Record<string, string>>;
  readonly area?: string;
  readonly says: readonly Saying[];
  /** What all who speak say; absent where they differ or nobody speaks. */
  readonly outcome?: string;
  readonly differs: boolean;
  readonly silent: boolean;
  /** Not carried out and not dropped by what is agreed: it would go on in the next plan. */
  readonly carryOver: boolean;
  /** Lines of a later plan that go on with it already. */
  readonly carriedInto: readonly string[];
  readonly entries: readonly Entry[];
};

export const review: Question = {
  question: 'review',
  label: label('Review of a plan', 'Tổng kết kế hoạch', 'ການສະຫຼຸບແຜນການ', 'Bilan d’un plan'),
  options: {
    for: {
      type: 'subject',
      kinds: ['plan'],
      required: true,
      label: label('Plan', 'Kế hoạch', 'ແຜນການ', 'Plan'),
    },
  },
  columns: {
    number: col.number,
    title: col.title,
    area: col.area,
    says: sayings,
    outcome: {
      type: 'code',
      codes: outcomes,
      shown: 'row',
      label: label('Outcome', 'Kết quả', 'ຜົນ', 'Résultat'),
    },
    differs: col.differs,
    silent: col.silent,
    carryOver: {
      type: 'flag',
      shown: 'row',
      label: label('Unfinished', 'Chưa xong', 'ຍັງບໍ່ສຳເລັດ', 'Inachevé'),
    },
    carriedInto: { type: 'subjects', label: label('Carried into', 'Chuyển sang', 'ຍົກໄປ', 'Reporté dans') },
  },
  ask: (asking, options) => {
    const rows = reviewOf(asking, textOption(options, 'for') ?? '');
    const counts: Record<string, number> = { differs: 0, silent: 0, carryOver: 0 };
    for (const row of rows) {
      if (row.outcome !== undefined) counts[row.outcome] = (counts[row.outcome] ?? 0) + 1;
      for (const name of ['differs', 'silent', 'carryOver'] as const)
        if (row[name]) counts[name] = (counts[name] ?? 0) + 1;
    }
    return { rows, about: { lines: rows.length, ...counts } };
  },
};

/** Every line of a plan as in force on the day, in its order. */
export function reviewOf(asking: Asking, plan: string): readonly ReviewRow[] {
  const shown = shownTexts(asking).find(({ standing, text }) => text === plan && standing === 'inForce');
  return (shown?.lines ?? []).map((line) => reviewRow(asking, line));
}

function reviewRow(asking: Asking, { fields, item, number }: Line): ReviewRow {
  const matters = mattersOn(asking, 'report', item);
  const status = statusOf(asking, item);
  const outcome = commonStatus(status);
  const says = matters.flatMap(({ sides }) =>
    sides.map(({ fields: told, party }) => ({
      party,
      what: textIn(told['status']) ?? '',
      value: plainOf(told['figures']),
    })),
  );
  return {
    subject: item,
    number,
    title: wordingIn(fields['activity']),
    says,
    differs: matters.some(
      (matter) => differencesOf(matter, ['status', 'figures', 'held', 'standing']).parties.length > 0,
    ),
    silent: status.length === 0,
    carryOver: outcome !== 'carriedOut' && outcome !== 'dropped',
    carriedInto: carriedInto(asking).get(item) ?? [],
    ...present({ area: textIn(fields['area']), outcome }),
    entries: entriesOf(...matters),
  };
}

function carriedInto(asking: Asking): ReadonlyMap<string, readonly string[]> {
  return askedOnce(asking, 'carried into', () => {
    const from = Map.groupBy(shownLines(asking), ({ fields }) => textIn(fields['carriedFrom']) ?? '');
    return new Map([...from].map(([of, lines]) => [of, lines.map(({ item }): string => item)]));
  });
}

/** Positions with which a review of a plan begins: one line for each, the outcome where all say the same. */
export function reviewDraft(
  asking: Asking,
  plan: string,
): readonly { readonly item: string; readonly fields: Line['fields'] }[] {
  return reviewOf(asking, plan).map(({ carryOver, number, outcome, subject }, at) => ({
    item: `reviewLine.line-${number}`,
    fields: {
      in: true,
      about: subject,
      carryOver,
      place: String((at + 1) * 10).padStart(Math.max(4, number.length), '0'),
      ...present({ outcome }),
    },
  }));
}

/** Lines with which the plan after a review in force begins: what it carries over, each naming where it comes from. */
export function seedsOf(asking: Asking, reviewText: string): readonly Line[] {
  const shown = shownTexts(asking).find(
    ({ standing, text }) => text === reviewText && standing === 'inForce',
  );
  const lines = new Map(shownLines(asking).map((line) => [line.item as string, line]));
  return (shown?.lines ?? []).flatMap(({ fields }) => {
    const from = lines.get(textIn(fields['about']) ?? '');
    if (fields['carryOver'] !== true || from === undefined) return [];
    const {
      period: _period,
      reference: _reference,
      standing: _standing,
      cause: _cause,
      ...kept
    } = from.fields;
    return [{ ...from, fields: { ...kept, carriedFrom: from.item } }];
  });
}
