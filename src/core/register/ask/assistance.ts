import { compareAmounts, subtractAmounts } from '../../bytes/amount.ts';
import type { Json, JsonObject } from '../../bytes/json.ts';
import { label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import { type Settlement, settlementsOf } from '../accounts.ts';
import { type Asking, askedOnce, type Entry, present, push, rowsOf, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { newestFirst } from './dates.ts';
import { foldName } from './fold.ts';
import { linesOnce, wordsOfLine } from './lines.ts';
import { entriesOf, type Matter, mattersOf, mattersOn, toldOf, valueOf } from './matters.ts';
import { type Question, textOption } from './question.ts';

/** Steps in order; `reported` is what a side reports of a plan line, whichever step it means. */
export const legNames = ['pledged', 'dispatched', 'handedOver', 'received', 'reported'] as const;
export type Leg = (typeof legNames)[number];

/** A figure of one step by one side, or by one of its sources. */
export type LegFigure = {
  readonly party: string;
  readonly amount: string;
  readonly date?: string;
  readonly source?: string;
  readonly lost?: string;
};

/** Minutes in force on a consignment; figures are in the unit of the row. */
export type Settled = {
  readonly minutes: string;
  readonly since: string;
  readonly amount?: string;
  readonly lost?: string;
};

/** One kind of goods of one consignment: what was pledged, sent, handed over, received, each by who says so. */
export type AssistanceRow = {
  readonly subject: string;
  readonly what: string;
  /** Unit of the amounts, or their currency: nothing is converted. */
  readonly unit: string;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly pledged: readonly LegFigure[];
  readonly dispatched: readonly LegFigure[];
  readonly handedOver: readonly LegFigure[];
  readonly received: readonly LegFigure[];
  readonly reported: readonly LegFigure[];
  /** Sent, or else handed over, less received; or between what two sides say of one step. Absent when there is none. */
  readonly difference?: string;
  /** The loss that is declared makes up the difference. */
  readonly explained: boolean;
  /** There is a difference. */
  readonly differing: boolean;
  /** Minutes in force say what the figure is; the accounts stay. */
  readonly settled: boolean;
  /** What the minutes say of these goods: the figure, and what was lost on the way. */
  readonly minutes: readonly Settled[];
  readonly note?: Readonly<Record<string, string>>;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const figures = (name: Parameters<typeof label>) =>
  ({
    type: 'rows',
    shown: 'row',
    label: label(...name),
    columns: {
      party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
      amount: { type: 'amount', label: label('Figure', 'Số liệu', 'ຕົວເລກ', 'Chiffre') },
      date: { type: 'date', label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
      lost: {
        type: 'amount',
        label: label('Damaged or lost', 'Hư hỏng, mất', 'ເສຍຫາຍ ຫຼື ສູນເສຍ', 'Avarié ou perdu'),
      },
      source: { type: 'words', label: label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source') },
    },
  }) as const;

const states = {
  differs: label('Differs', 'Khác nhau', 'ຕ່າງກັນ', 'Diffère'),
  settled: label('Settled', 'Đã thống nhất', 'ຕົກລົງແລ້ວ', 'Arrêté'),
} as const;

export const assistance: Question = {
  question: 'assistance',
  label: label('Assistance', 'Viện trợ, giúp đỡ', 'ການຊ່ວຍເຫຼືອ', 'Assistance'),
  options: { state: { type: 'code', codes: states, label: col.promise.label } },
  columns: {
    date: col.date,
    what: { type: 'words', shown: 'row', label: label('What', 'Mặt hàng', 'ລາຍການ', 'Article') },
    unit: { type: 'words', shown: 'row', label: label('Unit', 'Đơn vị', 'ຫົວໜ່ວຍ', 'Unité') },
    pledged: figures(['Pledged', 'Cam kết', 'ໃຫ້ຄຳໝັ້ນ', 'Promis']),
    dispatched: figures(['Dispatched', 'Đã gửi', 'ສົ່ງແລ້ວ', 'Expédié']),
    handedOver: figures(['Handed over', 'Đã bàn giao', 'ມອບ-ຮັບແລ້ວ', 'Remis']),
    received: figures(['Received', 'Đã nhận', 'ໄດ້ຮັບແລ້ວ', 'Reçu']),
    reported: figures(['Reported', 'Thông báo', 'ແຈ້ງຜົນ', 'Déclaré']),
    difference: { type: 'amount', shown: 'row', label: label('Difference', 'Chênh lệch', 'ຜິດດ່ຽງ', 'Écart') },
    differing: {
      type: 'flag',
      label: label('Figures differ', 'Số liệu khác nhau', 'ຕົວເລກຕ່າງກັນ', 'Chiffres divergents'),
    },
    explained: {
      type: 'flag',
      label: label('Explained by a loss', 'Do hao hụt', 'ຍ້ອນສູນເສຍ', 'Expliqué par une perte'),
    },
    settled: { type: 'flag', shown: 'row', label: states.settled },
    minutes: {
      type: 'rows',
      label: label('Minutes', 'Biên bản', 'ບົດບັນທຶກ', 'Procès-verbal'),
      columns: {
        minutes: { type: 'subject', label: label('Text', 'Văn bản', 'ເອກະສານ', 'Texte') },
        since: col.date,
        amount: { type: 'amount', label: label('Figure', 'Số liệu', 'ຕົວເລກ', 'Chiffre') },
        lost: {
          type: 'amount',
          label: label('Damaged or lost', 'Hư hỏng, mất', 'ເສຍຫາຍ ຫຼື ສູນເສຍ', 'Avarié ou perdu'),
        },
      },
    },
    note: col.note,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const state = textOption(options, 'state');
    const all = assistanceOf(asking);
    const open = all.filter((row) => row.difference !== undefined && !row.settled);
    const rows =
      state === undefined ? all : state === 'settled' ? all.filter(({ settled }) => settled) : open;
    return { rows, about: { differences: open.length } };
  },
};

/** Every consignment, goods by goods, newest first. */
export function assistanceOf(asking: Asking): readonly AssistanceRow[] {
  return askedOnce(asking, 'assistance', () => {
    const consignments = new Map<string, Matter[]>();
    for (const matter of mattersOf(asking, 'delivery')) push(consignments, matter.subject, matter);
    const delivered = [...consignments].flatMap(([subject, matters]) =>
      consignmentRows(asking, subject, matters),
    );
    return newestFirst([...delivered, ...lineRows(asking)], ({ date }) => date ?? '');
  });
}

type Legs = Record<Leg, LegFigure[]>;
const noLegs = (): Legs => ({ pledged: [], dispatched: [], handedOver: [], received: [], reported: [] });
/** Goods by what they are and in which unit they are counted. */
type Goods = Map<string, { readonly what: string; readonly unit: string; readonly legs: Legs }>;

function consignmentRows(asking: Asking, subject: string, matters: readonly Matter[]): AssistanceRow[] {
  const goods: Goods = new Map();
  for (const matter of matters) {
    const date = textIn(valueOf(matter, 'date'));
    for (const { party, source, value } of toldOf(matter, 'goods')) {
      const own = matter.sides.find((side) => side.party === party);
      const leg = textIn(own?.fields['leg']) ?? textIn(valueOf(matter, 'leg')) ?? 'reported';
      for (const row of rowsOf(value))
        addGoods(goods, leg as Leg, row, { party, ...present({ date, source }) });
    }
  }
  const first = matters[0];
  const words = (field: string): string | undefined => first && textIn(valueOf(first, field));
  const note = first && valueOf(first, 'note');
  const more = present({
    from: words('from'),
    to: words('to'),
    date: matters
      .flatMap((matter) => textIn(valueOf(matter, 'date')) ?? [])
      .sort()
      .at(-1),
    note: note === undefined ? undefined : wordingIn(note),
    exercise: first && valueOf(first, 'exercise') === true ? true : undefined,
  });
  return rowsFrom(asking, subject, goods, more, entriesOf(...matters));
}

/** Goods of plan lines: planned by both, and what each side reports. */
function lineRows(asking: Asking): AssistanceRow[] {
  return linesOnce(asking).flatMap(({ fields, item, kind, standing, text }) => {
    if (kind !== 'assistance') return [];
    const matters = mattersOn(asking, 'report', item);
    const goods: Goods = new Map();
    if (standing === 'inForce')
      for (const row of rowsOf(fields['goods']))
        for (const party of asking.register.ground.parties) addGoods(goods, 'pledged', row, { party });
    for (const { fields: told, party } of matters.flatMap(({ sides }) => sides))
      for (const row of rowsOf(told['figures']))
        addGoods(goods, 'reported', { what: row['what'] ?? null, quantity: row }, { party });
    const period = fields['period'];
    const date = isObject(period) ? textIn(period['from']) : undefined;
    const more = present({ date, note: wordsOfLine(asking, { fields, item, text }, 'activity') });
    return rowsFrom(asking, item, goods, more, entriesOf(...matters));
  });
}

function addGoods(goods: Goods, leg: Leg, row: JsonObject, by: Omit<LegFigure, 'amount'>): void {
  const what = textIn(row['what']) ?? '';
  for (const value of [row['quantity'], row['value']]) {
    const [amount, unit] = amountOf(value);
    if (amount === undefined) continue;
    const key = `${foldName(what)} ${unit}`;
    const known = goods.get(key) ?? { what, unit, legs: noLegs() };
    goods.set(key, known);
    const [lost] = amountOf(row['lost']);
    known.legs[leg].push({ ...by, amount, ...present({ lost }) });
  }
}

function amountOf(value: Json | undefined): readonly [amount: string | undefined, unit: string] {
  if (!isObject(value)) return [undefined, ''];
  return [textIn(value['amount']), textIn(value['unit']) ?? textIn(value['currency']) ?? ''];
}

function rowsFrom(
  asking: Asking,
  subject: string,
  goods: Goods,
  more: Pick<AssistanceRow, 'from' | 'to' | 'date' | 'note' | 'exercise'>,
  entries: readonly Entry[],
): AssistanceRow[] {
  const all = settlementsOf(asking.register, subject as Matter['subject'], asking.day);
  return [...goods.values()].map(({ legs, unit, what }) => {
    const minutes = all.map((one) => settledOf(one, what, unit));
    const found = differenceIn(legs, more);
    const isLoss = ({ lost }: Settled): boolean =>
      lost !== undefined && found.difference !== undefined && compareAmounts(lost, found.difference) === 0;
    return {
      subject,
      what,
      unit,
      ...more,
      ...legs,
      ...found,
      differing: found.difference !== undefined,
      explained: found.explained || minutes.some(isLoss),
      settled: minutes.length > 0,
      minutes,
      entries,
    };
  });
}

/** What minutes say of one kind of goods: by its name and unit, or all they say where they name only one. */
function settledOf({ figures, lost, minutes, since }: Settlement, what: string, unit: string): Settled {
  const amountIn = (value: Json | undefined): string | undefined => {
    const rows = rowsOf(value);
    const of = rows.find(
      (row) => foldName(textIn(row['what']) ?? '') === foldName(what) && textIn(row['unit']) === unit,
    );
    return textIn((of ?? (rows.length === 1 ? rows[0] : undefined))?.['amount']);
  };
  return { minutes, since, ...present({ amount: amountIn(figures), lost: amountIn(lost) }) };
}

/** What left less what arrived, each by the side that did it; else the spread of what is said of one step. */
function differenceIn(
  legs: Legs,
  { from, to }: { readonly from?: string; readonly to?: string },
): Pick<AssistanceRow, 'difference' | 'explained'> {
  const by = (figures: readonly LegFigure[], party: string | undefined): LegFigure | undefined =>
    figures.find((one) => one.party === party) ?? figures[0];
  const sent = by(legs.dispatched, from) ?? by(legs.handedOver, from);
  const got = by(legs.received, to);
  if (sent !== undefined && got !== undefined) {
    const difference = subtractAmounts(sent.amount, got.amount);
    if (compareAmounts(difference, '0') !== 0) {
      const lost = got.lost ?? sent.lost;
      return { difference, explained: lost !== undefined && compareAmounts(lost, difference) === 0 };
    }
  }
  for (const leg of legNames) {
    const amounts = legs[leg].map(({ amount }) => amount).sort(compareAmounts);
    const [least, most] = [amounts[0], amounts.at(-1)];
    if (least !== undefined && most !== undefined && compareAmounts(least, most) !== 0)
      return { difference: subtractAmounts(most, least), explained: false };
  }
  return { explained: false };
}
