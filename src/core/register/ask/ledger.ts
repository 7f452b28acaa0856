import { label } from '../../kinds/declare.ts';
import { mark } from '../../kinds/shared-fields.ts';
import {
  type Asking,
  askedEver,
  type Entry,
  present,
  subjectsIn,
  textIn,
  wordingIn,
  wordsIn,
} from './asking.ts';
import { chronologyOf, eventOf } from './chronology.ts';
import { col, opt } from './columns.ts';
import { sortedBy } from './dates.ts';
import { entriesOf, type Matter, mattersOf, mattersOn, valueOf } from './matters.ts';
import { type Options, type Question, textOption } from './question.ts';

/** One line of what was said, whatever its force, with where it was said. */
export type LedgerRow = {
  readonly subject: string;
  readonly wording: Readonly<Record<string, string>>;
  readonly force: string;
  readonly by?: string;
  readonly to?: string;
  /** Parties bound by it: those who undertook it, and those who accepted what was asked or offered. */
  readonly sides: readonly string[];
  /** Whether it binds anybody: a promise. What is only requested, recommended or offered is none. */
  readonly binds: boolean;
  readonly acceptedBy: readonly string[];
  readonly refusedBy: readonly string[];
  readonly area?: string;
  readonly due?: string;
  readonly dueWords?: string;
  readonly cue?: string;
  readonly cueLang?: string;
  readonly answers: readonly string[];
  readonly event?: string;
  /** Date of the event. */
  readonly date?: string;
  readonly source?: string;
  readonly exercise?: boolean;
  readonly mark?: string;
  readonly entries: readonly Entry[];
};

export const ledger: Question = {
  question: 'ledger',
  label: label('What was said', 'Nội dung đã nêu', 'ສິ່ງທີ່ໄດ້ກ່າວ', 'Ce qui a été dit'),
  options: {
    by: opt.by,
    force: opt.force,
    area: opt.area,
    on: opt.on,
    for: { type: 'subject', kinds: ['event'], label: col.event.label },
  },
  columns: {
    date: col.date,
    by: col.by,
    to: col.to,
    wording: col.wording,
    force: col.force,
    area: col.area,
    due: col.due,
    dueWords: col.dueWords,
    cue: { type: 'words', label: label('Quoted words', 'Lời dẫn', 'ຄຳອ້າງອີງ', 'Mots cités') },
    sides: { ...col.sides, shown: 'drawer' },
    event: col.event,
    source: col.source,
    exercise: col.exercise,
    mark,
  },
  ask: (asking, options) => {
    const rows = chosen(ledgerOf(asking), options);
    const forces = Object.fromEntries(
      [...Map.groupBy(rows, ({ force }) => force)].map(([force, all]) => [force, all.length]),
    );
    return { rows, about: { forces } };
  },
};

/** Lines of the ledger that the options leave. */
export function chosen<Of extends LedgerRow>(rows: readonly Of[], options: Options): readonly Of[] {
  const [by, force, area, event, on] = (['by', 'force', 'area', 'for', 'on'] as const).map((name) =>
    textOption(options, name),
  );
  return rows.filter(
    (row) =>
      (by === undefined || row.sides.includes(by) || (row.sides.length === 0 && beginsWith(row.by, by))) &&
      (force === undefined || row.force === force) &&
      (area === undefined || row.area === area) &&
      (event === undefined || row.event === event) &&
      (on === undefined || row.date?.startsWith(on) === true),
  );
}

/** Of what binds nobody, who said it: `VN MND` is of VN. */
const beginsWith = (by: string | undefined, party: string): boolean =>
  by === party || by?.startsWith(`${party} `) === true;

/** All that was said, in order of when. */
export function ledgerOf(asking: Asking): readonly LedgerRow[] {
  return askedEver(asking, 'ledger', () => {
    const order = new Map(chronologyOf(asking).map(({ subject }, at) => [subject, at]));
    const rows = mattersOf(asking, 'undertaking').map((matter) => ledgerRow(asking, matter));
    // Padded, so that an event's line 2 comes before its line 10.
    return sortedBy(rows, ({ event, subject }) => {
      const at = String(order.get(event ?? '') ?? order.size).padStart(9, '0');
      return `${at} ${String(subject.length).padStart(3, '0')} ${subject}`;
    });
  });
}

/** A line by its id. */
export function ledgerLineOf(asking: Asking, subject: string): LedgerRow | undefined {
  return askedEver(
    asking,
    'ledger by subject',
    () => new Map(ledgerOf(asking).map((row) => [row.subject, row])),
  ).get(subject);
}

const promising = new Set(['agreed', 'pledged', 'planned', 'target']);

function ledgerRow(asking: Asking, matter: Matter): LedgerRow {
  const words = (field: string): string | undefined => textIn(valueOf(matter, field));
  const force = words('force') ?? '';
  const answered = mattersOn(asking, 'acceptance', matter.subject).flatMap(({ sides }) => sides);
  const acceptedBy = answered.filter(({ fields }) => fields['accepted'] === true).map(({ party }) => party);
  const refusedBy = answered.filter(({ fields }) => fields['accepted'] === false).map(({ party }) => party);
  const named = wordsIn(valueOf(matter, 'sides'));
  // An instruction binds only those it names as bound; what is asked, advised or offered, whoever accepts it.
  const undertakes = promising.has(force) || (force === 'instructed' && named.length > 0);
  const sides = [...new Set([...(undertakes ? named : []), ...acceptedBy])].sort();
  const event = words('event');
  return {
    subject: matter.subject,
    wording: wordingIn(valueOf(matter, 'wording')),
    force,
    sides,
    binds: undertakes || acceptedBy.length > 0,
    acceptedBy,
    refusedBy,
    answers: subjectsIn(valueOf(matter, 'answers')),
    ...present({
      by: words('by'),
      to: words('to'),
      area: words('area'),
      due: words('due'),
      dueWords: words('dueWords'),
      cue: words('cue'),
      cueLang: words('cueLang'),
      event,
      date: eventOf(asking, event)?.date,
      source: words('source'),
      mark: words('mark'),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}
