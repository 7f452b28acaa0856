import type { SubjectId } from '../../bytes/ids.ts';
import { draftModes } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import type { ActView } from '../../text/act.ts';
import { actsOn } from '../texts.ts';
import { type Asking, askedOnce, type Entry, present } from './asking.ts';
import { col } from './columns.ts';
import { addMonths, firstDayOf, lastDayOf, sortedBy } from './dates.ts';
import { type ShownText, shownTexts, titleOfText } from './lines.ts';
import { type Question, textOption } from './question.ts';
import { isCarriedOver, unplannedIn } from './unplanned.ts';

/** A plan as in force, or a draft of one: its dates, which differ from each other, and what it did not begin with. */
export type PlanRow = {
  readonly subject: SubjectId;
  readonly title: Readonly<Record<string, string>>;
  readonly standing: 'inForce' | 'draft';
  /** How a draft changes what is in force. */
  readonly mode?: 'amendment' | 'correction';
  readonly covers?: { readonly from?: string; readonly to?: string };
  /** It covers more than twelve months. */
  readonly severalYears: boolean;
  /** The first day on which an activity of it may begin. */
  readonly begins?: string;
  /** The day of the last signature on its first content. */
  readonly signed?: string;
  readonly since?: string;
  /** Work had begun before the plan was signed and in force. */
  readonly signedLate: boolean;
  /** Lines whose period had begun by then. */
  readonly begunBefore: number;
  readonly lines: number;
  /** Lines that go on with one of an earlier plan. */
  readonly carriedOver: number;
  /** Activities reported on in the time that it covers which no line names. */
  readonly unplanned: number;
  /** Signed changes of it: of substance, and of an error. */
  readonly amendments: number;
  readonly corrections: number;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const count = (en: string, vi: string, lo: string, fr: string) =>
  ({ type: 'count', shown: 'row', label: label(en, vi, lo, fr) }) as const;
const flag = (en: string, vi: string, lo: string, fr: string) =>
  ({ type: 'flag', shown: 'row', label: label(en, vi, lo, fr) }) as const;

export const plans: Question = {
  question: 'plans',
  label: label('Plans', 'Các kế hoạch', 'ບັນດາແຜນການ', 'Plans'),
  options: {
    for: { type: 'subject', kinds: ['plan'], label: label('Plan', 'Kế hoạch', 'ແຜນການ', 'Plan') },
  },
  columns: {
    title: col.title,
    standing: col.standing,
    mode: {
      type: 'code',
      codes: draftModes,
      shown: 'row',
      label: label('Manner', 'Cách thức', 'ຮູບແບບ', 'Manière'),
    },
    covers: {
      type: 'period',
      shown: 'row',
      label: label('Covers', 'Thời gian áp dụng', 'ໄລຍະທີ່ກວມເອົາ', 'Période couverte'),
    },
    severalYears: flag('Several years', 'Nhiều năm', 'ຫຼາຍປີ', 'Pluriannuel'),
    begins: {
      type: 'date',
      label: label('Work begins', 'Bắt đầu thực hiện', 'ເລີ່ມປະຕິບັດ', 'Début des activités'),
    },
    signed: { type: 'date', shown: 'row', label: label('Signed', 'Ngày ký', 'ວັນທີລົງນາມ', 'Signé le') },
    since: {
      type: 'date',
      shown: 'row',
      label: label('In force since', 'Có hiệu lực từ', 'ມີຜົນບັງຄັບໃຊ້ແຕ່', 'En vigueur depuis'),
    },
    signedLate: flag(
      'Signed after work began',
      'Ký sau khi đã bắt đầu thực hiện',
      'ລົງນາມຫຼັງຈາກເລີ່ມປະຕິບັດ',
      'Signé après le début des activités',
    ),
    begunBefore: count(
      'Activities begun before',
      'Hoạt động bắt đầu trước khi ký',
      'ກິດຈະກຳທີ່ເລີ່ມກ່ອນ',
      'Activités commencées avant',
    ),
    lines: count('Lines', 'Số nội dung', 'ຈຳນວນລາຍການ', 'Points'),
    carriedOver: count('Carried over', 'Chuyển tiếp', 'ຍົກມາ', 'Reportés'),
    unplanned: count(
      'Activities beside it',
      'Hoạt động ngoài kế hoạch',
      'ກິດຈະກຳນອກແຜນ',
      'Activités hors plan',
    ),
    amendments: count('Amendments', 'Lần sửa đổi', 'ການປັບປຸງ', 'Avenants'),
    corrections: count('Corrections of errors', 'Lần đính chính', 'ການແກ້ຄຳຜິດ', 'Rectificatifs'),
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const plan = textOption(options, 'for');
    const rows = plansOf(asking).filter(({ subject }) => plan === undefined || subject === plan);
    return { rows, about: { signedLate: rows.filter(({ signedLate }) => signedLate).length } };
  },
};

/** Every plan in force and every draft of one, by the first day that it covers. */
export function plansOf(asking: Asking): readonly PlanRow[] {
  return askedOnce(asking, 'plans', () =>
    sortedBy(
      shownTexts(asking)
        .filter(({ kind }) => kind === 'plan')
        .map((text) => rowOf(asking, text)),
      ({ covers }) => firstDayOf(covers) ?? '9999-99',
    ),
  );
}

/** The day from which a text in force was both signed and in force, as it first was; undefined of a draft. */
export const boundFrom = (asking: Asking, { standing, text }: ShownText): string | undefined =>
  standing === 'inForce' ? datesOf(signedActs(asking, text)[0])[1] : undefined;

const signedActs = (asking: Asking, text: SubjectId): readonly ActView[] =>
  actsOn(asking.register, text, asking.day).filter(
    ({ awaits, counterparts }) => awaits.length === 0 && counterparts.length > 0,
  );

function rowOf(asking: Asking, shown: ShownText): PlanRow {
  const { entries, head, lines, mode, since, standing, text } = shown;
  const covers = isObject(head['covers']) ? (head['covers'] as PlanRow['covers']) : undefined;
  const acts = standing === 'inForce' ? signedActs(asking, text) : [];
  const changesIn = (how: string): number =>
    acts.filter(({ act }) => act.texts.some((one) => one.text === text && one.mode === how)).length;
  const [signed, bound] = datesOf(acts[0]);
  const beginnings = lines.flatMap(({ fields }) => firstDayOf(fields['period']) ?? []).sort();
  const before = bound === undefined ? [] : beginnings.filter((day) => day < bound);
  const exercise = head['exercise'] === true ? true : undefined;
  return {
    subject: text,
    title: titleOfText(asking, shown),
    standing,
    severalYears: isLonger(covers),
    signedLate: before.length > 0,
    begunBefore: before.length,
    lines: lines.length,
    carriedOver: lines.filter(isCarriedOver).length,
    unplanned: standing === 'inForce' ? unplannedIn(asking, shown).length : 0,
    amendments: changesIn('amendment'),
    corrections: changesIn('correction'),
    ...present({ mode, covers, begins: beginnings[0], signed, since, exercise }),
    entries,
  };
}

/** The day of the last signature on an act, and the day from which it was both signed and in force: the later of the two. */
function datesOf(
  first: ActView | undefined,
): readonly [signed: string | undefined, bound: string | undefined] {
  if (first === undefined) return [undefined, undefined];
  const signed = first.counterparts
    .map(({ capacity }) => capacity.date)
    .sort()
    .at(-1);
  const effective = first.effectiveOn;
  return [
    signed,
    [signed, effective]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1),
  ];
}

function isLonger(covers: PlanRow['covers']): boolean {
  const [from, to] = [firstDayOf(covers), lastDayOf(covers)];
  return from !== undefined && to !== undefined && addMonths(from, 12) <= to;
}
