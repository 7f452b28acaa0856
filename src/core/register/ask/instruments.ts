import type { Json } from '../../bytes/json.ts';
import { type Field, label } from '../../kinds/declare.ts';
import { instrumentFields } from '../../kinds/instrument.ts';
import { type Asking, askedOnce, type Entry, numberIn, present, subjectsIn, textIn } from './asking.ts';
import { col } from './columns.ts';
import { addMonths, firstDayOf, lastDayOf } from './dates.ts';
import { carriersOf, type ShownText, shownTexts, titleOfText } from './lines.ts';
import { entriesOf, mattersOf, mattersOn, valueOf } from './matters.ts';
import { type Question, textOption } from './question.ts';

/** A state of an instrument on a day (A4): it follows from what is written in it and from notices, never from an act of its own. */
export type InstrumentState =
  | 'inForce'
  | 'renewed'
  | 'noticeRuns'
  | 'notYet'
  | 'ended'
  | 'denounced'
  | 'draft'
  | 'unknown';

export type InstrumentRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly layer?: string;
  readonly character?: string;
  /** Signed here and in force, negotiated here, or concluded elsewhere and on record. */
  readonly standing: 'inForce' | 'draft' | 'onRecord';
  readonly state: InstrumentState;
  readonly signed?: string;
  readonly entry?: string;
  readonly covers?: { readonly from?: string; readonly to?: string };
  readonly ends?: string;
  /** The term in the words of the instrument, such as "five years". */
  readonly term?: string;
  readonly renewal?: string;
  readonly renewalMonths?: number;
  /** Of an instrument that was renewed tacitly: full date on which the running term ends. */
  readonly renewedUntil?: string;
  readonly noticeMonths?: number;
  /** Last full date on which notice keeps the next tacit renewal from coming. */
  readonly noticeBy?: string;
  readonly prevailing?: string;
  /** Who denounced it, and from when that has effect. */
  readonly denouncedBy?: string;
  readonly denouncedOn?: string;
  readonly denouncedFrom?: string;
  readonly carriesOut: readonly string[];
  readonly carriers: readonly string[];
  readonly provisions: number;
  readonly source?: string;
  readonly note?: string;
  readonly event?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

export const instrumentStates = {
  inForce: label('In force', 'Có hiệu lực', 'ມີຜົນບັງຄັບໃຊ້', 'En vigueur'),
  renewed: label('Renewed', 'Đã gia hạn', 'ຕໍ່ອາຍຸແລ້ວ', 'Reconduit'),
  noticeRuns: label(
    'Denounced, notice runs',
    'Đã báo bãi bỏ, còn hiệu lực',
    'ແຈ້ງຍົກເລີກແລ້ວ, ຍັງມີຜົນ',
    'Dénoncé, préavis en cours',
  ),
  notYet: label('Not yet in force', 'Chưa có hiệu lực', 'ຍັງບໍ່ທັນມີຜົນ', 'Pas encore en vigueur'),
  ended: label('Ended', 'Hết hiệu lực', 'ໝົດຜົນ', 'Expiré'),
  denounced: label('Denounced', 'Đã bãi bỏ', 'ຍົກເລີກແລ້ວ', 'Dénoncé'),
  draft: label('Under negotiation', 'Đang đàm phán', 'ກຳລັງເຈລະຈາ', 'En négociation'),
  unknown: label('Not known', 'Chưa rõ', 'ບໍ່ຮູ້', 'Inconnu'),
} as const satisfies Record<InstrumentState, unknown>;

/** From the highest layer to the lowest: each is made concrete by those below it. */
const layerOrder = ['treaty', 'agreement', 'protocol', 'statement', 'mou', 'fiveYear', 'annual', 'minutes'];

/** A field as the instrument itself declares it. */
const fieldOf = (name: string): Field => instrumentFields[name] as Field;

export const instruments: Question = {
  question: 'instruments',
  label: label('Instruments', 'Văn kiện hợp tác', 'ເອກະສານການຮ່ວມມື', 'Instruments'),
  options: {
    state: { type: 'code', codes: instrumentStates, label: col.standing.label },
    for: { type: 'words', label: col.layer.label },
  },
  columns: {
    layer: col.layer,
    title: col.title,
    state: { type: 'code', codes: instrumentStates, shown: 'row', label: col.promise.label },
    signed: { type: 'date', shown: 'row', label: label('Signed', 'Ngày ký', 'ວັນທີລົງນາມ', 'Signé le') },
    entry: {
      type: 'date',
      label: label('Entry into force', 'Ngày có hiệu lực', 'ວັນທີມີຜົນ', 'Entrée en vigueur'),
    },
    covers: {
      type: 'period',
      shown: 'row',
      label: label('Covers', 'Thời gian áp dụng', 'ໄລຍະທີ່ກວມເອົາ', 'Période couverte'),
    },
    term: fieldOf('term'),
    ends: fieldOf('ends'),
    renewal: fieldOf('renewal'),
    renewalMonths: fieldOf('renewalMonths'),
    renewedUntil: {
      type: 'date',
      label: label('Renewed until', 'Đã gia hạn đến', 'ຕໍ່ອາຍຸຮອດ', 'Reconduit jusqu’au'),
    },
    noticeMonths: fieldOf('noticeMonths'),
    noticeBy: {
      type: 'date',
      label: label(
        'Notice against renewal by',
        'Hạn báo trước nếu không gia hạn',
        'ກຳນົດແຈ້ງຖ້າບໍ່ຕໍ່ອາຍຸ',
        'Préavis contre la reconduction avant le',
      ),
    },
    denouncedBy: { type: 'party', label: label('Denounced by', 'Bên bãi bỏ', 'ຝ່າຍຍົກເລີກ', 'Dénoncé par') },
    denouncedOn: {
      type: 'date',
      label: label('Notice given', 'Ngày báo bãi bỏ', 'ວັນທີແຈ້ງຍົກເລີກ', 'Préavis donné le'),
    },
    denouncedFrom: {
      type: 'date',
      label: label('Denounced from', 'Bãi bỏ từ', 'ຍົກເລີກຕັ້ງແຕ່', 'Dénoncé à partir du'),
    },
    prevailing: fieldOf('prevailing'),
    provisions: {
      type: 'count',
      shown: 'row',
      label: label('Provisions', 'Số điều khoản', 'ຈຳນວນຂໍ້ກຳນົດ', 'Dispositions'),
    },
    event: col.event,
    carriesOut: col.carriesOut,
    carriers: col.carriers,
    standing: col.standing,
    character: col.character,
    source: col.source,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const [state, layer] = [textOption(options, 'state'), textOption(options, 'for')];
    const rows = instrumentsOf(asking).filter(
      (row) => (state === undefined || row.state === state) && (layer === undefined || row.layer === layer),
    );
    const layers = Object.fromEntries(
      [...Map.groupBy(rows, (row) => row.layer ?? '')].map(([name, all]) => [name, all.length]),
    );
    const inForce = rows.filter((row) => row.state === 'inForce' || row.state === 'renewed').length;
    return { rows, about: { layers, inForce } };
  },
};

/** All instruments and plans, from the highest layer down, newest first in each. */
export function instrumentsOf(asking: Asking): readonly InstrumentRow[] {
  return askedOnce(asking, 'instruments', () => {
    const rank = ({ layer }: InstrumentRow): number =>
      layer === undefined ? layerOrder.length : layerOrder.indexOf(layer);
    const begin = (row: InstrumentRow): string =>
      firstDayOf(row.signed) ?? firstDayOf(row.covers) ?? row.entry ?? '';
    return [...signedHere(asking), ...onRecord(asking)].sort(
      (one, other) =>
        rank(one) - rank(other) || (begin(one) > begin(other) ? -1 : begin(one) < begin(other) ? 1 : 0),
    );
  });
}

function signedHere(asking: Asking): InstrumentRow[] {
  return shownTexts(asking).flatMap(({ head, kind, lines, since, standing, text }) => {
    if (kind !== 'instrument' && kind !== 'plan') return [];
    const layer = textIn(head['layer']) ?? (kind === 'plan' ? layerOfPlan(head['covers']) : undefined);
    const given = (field: string): Json | undefined => head[field];
    const entry = textIn(head['entry']) ?? since;
    return [
      row(asking, text, given, standing, { ...present({ layer, entry }), provisions: lines.length }, []),
    ];
  });
}

/** A plan that covers years is one of several years. */
function layerOfPlan(covers: Json | undefined): string {
  const [from, to] = [firstDayOf(covers), lastDayOf(covers)];
  return from !== undefined && to !== undefined && addMonths(from, 24) <= to ? 'fiveYear' : 'annual';
}

function onRecord(asking: Asking): InstrumentRow[] {
  const counts = askedOnce(asking, 'provisions by instrument', () =>
    Map.groupBy(mattersOf(asking, 'provision'), (matter) => textIn(valueOf(matter, 'instrument')) ?? ''),
  );
  return mattersOf(asking, 'onRecord').map((matter) => {
    const given = (field: string): Json | undefined => valueOf(matter, field);
    const provisions = counts.get(matter.subject)?.length ?? 0;
    return row(asking, matter.subject, given, 'onRecord', { provisions }, entriesOf(matter));
  });
}

function row(
  asking: Asking,
  subject: string,
  given: (field: string) => Json | undefined,
  standing: InstrumentRow['standing'],
  more: { readonly provisions: number; readonly layer?: string; readonly entry?: string },
  entries: readonly Entry[],
): InstrumentRow {
  const words = (field: string): string | undefined => textIn(given(field));
  const covers = given('covers') as InstrumentRow['covers'] | undefined;
  const notice = mattersOn(asking, 'denunciation', subject).flatMap(({ sides }) => sides);
  const first = notice
    .map(({ fields, party, seq }) => ({ party, seq, date: lastDayOf(fields['date']) ?? asking.day }))
    .sort((one, other) => (one.date < other.date ? -1 : 1))[0];
  const noticeMonths = numberIn(given('noticeMonths'));
  const denouncedFrom = first === undefined ? undefined : addMonths(first.date, noticeMonths ?? 0);
  const entry = more.entry ?? words('entry');
  const renewalMonths = numberIn(given('renewalMonths'));
  const term = {
    begins: firstDayOf(entry) ?? firstDayOf(covers) ?? firstDayOf(words('signed')),
    ends: lastDayOf(words('ends')) ?? lastDayOf(covers?.to),
    renewal: words('renewal'),
    renewalMonths,
    denouncedFrom,
  };
  const until = standing === 'draft' ? undefined : runningUntil(asking.day, term);
  return {
    subject,
    title: titleOfText(asking, {
      head: present({ title: given('title') }),
      text: subject as ShownText['text'],
    }),
    standing,
    state: standing === 'draft' ? 'draft' : stateOn(asking.day, term),
    carriesOut: subjectsIn(given('carriesOut')),
    carriers: carriersOf(asking, subject).map((carrier) => carrier.subject),
    ...present({
      layer: words('layer'),
      character: words('character'),
      signed: words('signed'),
      covers,
      ends: words('ends'),
      term: words('term'),
      renewal: words('renewal'),
      renewalMonths,
      renewedUntil: until === term.ends ? undefined : until,
      noticeMonths,
      noticeBy:
        until === undefined || noticeMonths === undefined || term.renewal !== 'tacit' || first !== undefined
          ? undefined
          : addMonths(until, -noticeMonths),
      prevailing: words('prevailing'),
      source: words('source'),
      note: words('note'),
      event: words('event'),
      denouncedBy: first?.party,
      denouncedOn: first?.date,
      denouncedFrom,
      exercise: given('exercise') === true ? true : undefined,
    }),
    ...more,
    ...(entry === undefined ? {} : { entry }),
    entries: [...entries, ...notice.map(({ party, seq }) => ({ party, seq }))],
  };
}

interface Term {
  readonly begins: string | undefined;
  readonly ends: string | undefined;
  readonly renewal: string | undefined;
  readonly renewalMonths: number | undefined;
  readonly denouncedFrom: string | undefined;
}

/** The end of the term that runs on a day: the stated one, or after tacit renewals the one that they moved it to. */
export function runningUntil(day: string, { ends, renewal, renewalMonths }: Term): string | undefined {
  if (ends === undefined || day <= ends || renewal !== 'tacit' || !renewalMonths) return ends;
  // Each from the stated end, so that a month without a 31st moves no later one.
  for (let times = 1; times <= renewalsMax; times++) {
    const until = addMonths(ends, renewalMonths * times);
    if (until >= day) return until;
  }
  return ends;
}

/** Renewals that are counted: more than any treaty has seen, so that a term of one month ends the count too. */
const renewalsMax = 2_400;

/** A4: entry, term, tacit renewal, denunciation with its notice. What no source says stays unknown. */
export function stateOn(
  day: string,
  { begins, denouncedFrom, ends, renewal, renewalMonths }: Term,
): InstrumentState {
  if (begins !== undefined && day < begins) return 'notYet';
  if (denouncedFrom !== undefined && day >= denouncedFrom) return 'denounced';
  const isOver = ends !== undefined && day > ends;
  if (isOver && renewal !== 'tacit') return 'ended';
  // A renewal of unknown length is taken to hold: nobody has ended it.
  if (isOver && renewalMonths !== undefined && renewalMonths === 0) return 'ended';
  if (denouncedFrom !== undefined) return 'noticeRuns';
  if (isOver) return 'renewed';
  return begins === undefined && ends === undefined ? 'unknown' : 'inForce';
}
