import { isSubjectId, type PartyCode, type SubjectId } from '../../bytes/ids.ts';
import type { JsonObject } from '../../bytes/json.ts';
import { itemKind, textKind } from '../../kinds/catalogue.ts';
import { outcomes } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { reviewLine } from '../../kinds/joint-texts.ts';
import { type Asking, askedOnce, type Entry, present, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { type Line, type ShownText, shownLines, shownTexts } from './lines.ts';
import { differencesOf, entriesOf, mattersOn } from './matters.ts';
import { plainOf, type Saying, sayings } from './plain.ts';
import { type Question, textOption } from './question.ts';
import { commonStatus, statusOf } from './reports.ts';
import { unplannedIn } from './unplanned.ts';

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
  /** No line of the plan names it. */
  readonly unplanned?: boolean;
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
    unplanned: {
      type: 'flag',
      shown: 'row',
      label: label('In no plan', 'Ngoài kế hoạch', 'ນອກແຜນ', 'Hors plan'),
    },
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

/** Every line of a plan as in force on the day, in its order; then what was done in its time and stands in no plan. */
export function reviewOf(asking: Asking, plan: string): readonly ReviewRow[] {
  const shown = shownTexts(asking).find(({ standing, text }) => text === plan && standing === 'inForce');
  if (shown === undefined) return [];
  return [
    ...shown.lines.map((line) => reviewRow(asking, line)),
    ...unplannedIn(asking, shown).map(({ subject, title }, at) => ({
      ...reviewRow(asking, {
        item: subject as SubjectId,
        number: `+${at + 1}`,
        fields: { activity: title },
      }),
      unplanned: true,
    })),
  ];
}

function reviewRow(
  asking: Asking,
  { fields, item, number }: Pick<Line, 'fields' | 'item' | 'number'>,
): ReviewRow {
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

/** One item with the positions that a side would begin with. */
export interface Drafted {
  readonly item: SubjectId;
  readonly fields: JsonObject;
}

/**
 * Positions with which a side begins a text made from another that is in force:
 * a review from a plan takes a line for each of its lines, with the outcome that all who speak give; where the accounts
 * differ each side states its own, so that these cells, and no others, are bracketed once both have drafted;
 * a plan from a review takes the lines that go on, each naming where it comes from;
 * any other takes the lines as they stand, without the dates of what happened.
 */
export function draftedFrom(
  asking: Asking,
  text: SubjectId,
  from: SubjectId,
  party: PartyCode,
): readonly Drafted[] {
  const { kinds } = asking.register;
  const kind = textKind(kinds, text);
  const source = shownTexts(asking).find((one) => one.text === from && one.standing === 'inForce');
  if (kind === undefined || source === undefined) return [];
  if (kind.items.includes(reviewLine.kind) && source.kind === 'plan')
    return [{ item: text, fields: headOfReview(source) }, ...reviewDraft(asking, text, from, party)];
  const lines = source.kind === 'review' ? seedsOf(asking, from) : source.lines;
  return lines.flatMap(({ fields, item }) => {
    const id = `${item}-${suffixOf(text)}`.slice(0, idLength(item));
    const own = Object.entries(fields).filter(([field]) => !dated.has(field));
    return !isSubjectId(id) || itemKind(kinds, kind, id) === undefined
      ? []
      : [{ item: id, fields: { ...Object.fromEntries(own), in: true } }];
  });
}

const suffixOf = (id: string): string => id.slice(id.indexOf('.') + 1);
/** An id made from another keeps within the 40 characters of a suffix. */
const idLength = (item: string): number => item.indexOf('.') + 1 + 40;
/** What was said of the time and the course of the work does not go over into another plan. */
const dated: ReadonlySet<string> = new Set([
  'in',
  'period',
  'reference',
  'standing',
  'cause',
  'changedBy',
  'replacedBy',
]);

function headOfReview({ head, text }: ShownText): JsonObject {
  const { covers, exercise } = head;
  return {
    about: text,
    ...present({ covers, exercise: exercise === true ? exercise : undefined }),
  };
}

function reviewDraft(asking: Asking, text: SubjectId, plan: string, party: PartyCode): readonly Drafted[] {
  return reviewOf(asking, plan).flatMap(({ carryOver, number, outcome, subject }, at) => {
    const item = `reviewLine.${suffixOf(text).slice(0, 30)}-${number.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')}`;
    const own = statusOf(asking, subject).find((one) => one.party === party)?.status;
    const fields = {
      in: true,
      about: subject,
      carryOver,
      place: String((at + 1) * 10).padStart(Math.max(4, number.length), '0'),
      ...present({ outcome: own === undefined ? undefined : (outcome ?? own) }),
    };
    return isSubjectId(item) ? [{ item, fields }] : [];
  });
}

/** Lines with which the plan after a review in force begins: what it carries over, each naming where it comes from. */
function seedsOf(asking: Asking, review: string): readonly Line[] {
  const shown = shownTexts(asking).find(({ standing, text }) => text === review && standing === 'inForce');
  const lines = new Map(shownLines(asking).map((line) => [line.item as string, line]));
  return (shown?.lines ?? []).flatMap(({ fields }) => {
    const from = lines.get(textIn(fields['about']) ?? '');
    return fields['carryOver'] !== true || from === undefined
      ? []
      : [{ ...from, fields: { ...from.fields, carriedFrom: from.item } }];
  });
}
