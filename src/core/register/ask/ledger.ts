import { label } from '../../kinds/declare.ts';
import { mark } from '../../kinds/shared-fields.ts';
import { type Asking, type Entry, present, subjectsIn, textIn, wordingIn, wordsIn } from './asking.ts';
import { col, opt } from './columns.ts';
import { type ChronologyRow, eventKey, eventsBySubject } from './events.ts';
import { type Groups, groupedRows, groupsOf } from './grouped.ts';
import { carriersOf } from './lines.ts';
import { entriesOf, type Matter, mattersBySubject, valueOf } from './matters.ts';
import { type Making, orderedRows, rowsBySubject, rowsUnder } from './ordered.ts';
import { type Options, type Question, textOption } from './question.ts';

export type PromiseState = 'kept' | 'unkept' | 'open';
export type PromiseSaying = { readonly party: string; readonly status: string; readonly closed?: boolean };

/** One line of what was said, whatever its force, with where it was said and, where it binds somebody, what became of it. */
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
  /** Of a promise: what became of it; nobody's word wins (S6). */
  readonly state?: PromiseState;
  /** Of a promise: nobody has reported. Silence is open, never unkept. */
  readonly silent?: boolean;
  readonly says?: readonly PromiseSaying[];
  /** The sides that have spoken do not say the same. */
  readonly differs?: boolean;
  /** Activities, events and texts that carry it out; there once it is shown. */
  readonly carriers?: readonly string[];
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

/** What carries out a line: asked of those that are shown. */
export const withCarriers: NonNullable<Question['later']> = {
  columns: ['carriers'],
  complete: (asking, rows) =>
    rows.map((row) =>
      row['binds'] === true
        ? { ...row, carriers: carriersOf(asking, row['subject'] as string).map(({ subject }) => subject) }
        : row,
    ),
};

export const ledger: Question = {
  question: 'ledger',
  label: label('What was said', 'Nội dung đã nêu', 'ສິ່ງທີ່ໄດ້ກ່າວ', 'Ce qui a été dit'),
  options: {
    by: opt.by,
    force: opt.force,
    area: opt.area,
    on: opt.on,
    for: { type: 'subject', kinds: ['event', 'undertaking'], label: col.event.label },
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
    binds: {
      type: 'flag',
      label: label('Promise', 'Cam kết', 'ຄຳໝັ້ນສັນຍາ', 'Engagement'),
    },
    state: { ...col.promise, shown: 'drawer' },
    silent: { ...col.silent, shown: 'drawer' },
    says: { ...col.says, shown: 'drawer' },
    differs: col.differs,
    carriers: col.carriers,
    event: col.event,
    source: col.source,
    exercise: col.exercise,
    mark,
  },
  later: withCarriers,
  ask: (asking, options) => {
    const rows = chosen(ledgerOf(asking), options);
    const groups = rows === ledgerOf(asking) ? ledgerGroups(asking) : groupsOf(rows, keysOf);
    const forces = [...groups].flatMap(([key, { length }]) =>
      key.startsWith('force ') ? [[key.slice('force '.length), length] as const] : [],
    );
    return { rows, about: { forces: Object.fromEntries(forces) } };
  },
};

/** Lines of the ledger that the options leave. */
export function chosen<Of extends LedgerRow>(rows: readonly Of[], options: Options): readonly Of[] {
  const [by, force, area, event, on] = (['by', 'force', 'area', 'for', 'on'] as const).map((name) =>
    textOption(options, name),
  );
  if ([by, force, area, on, event].every((option) => option === undefined)) return rows;
  return rows.filter(
    (row) =>
      (by === undefined || row.sides.includes(by) || (row.sides.length === 0 && beginsWith(row.by, by))) &&
      (force === undefined || row.force === force) &&
      (area === undefined || row.area === area) &&
      (event === undefined || row.event === event || row.subject === event) &&
      (on === undefined || row.date?.startsWith(on) === true),
  );
}

/** Of what binds nobody, who said it: `VN MND` is of VN. */
const beginsWith = (by: string | undefined, party: string): boolean =>
  by === party || by?.startsWith(`${party} `) === true;

/** All that was said, in order of when. */
export const ledgerOf = (asking: Asking): readonly LedgerRow[] =>
  orderedRows(asking, 'undertaking', saidInOrder(asking));

/** Lines by what they are: `force <force>`, and `binds` of what is a promise. */
export const ledgerGroups = (asking: Asking): Groups<LedgerRow> =>
  groupedRows(asking, 'ledger', ledgerOf(asking), keysOf);

const keysOf = ({ binds, force }: LedgerRow): readonly string[] => [
  `force ${force}`,
  ...(binds ? ['binds'] : []),
];

/** What was said at an event, in its order: its lines stand together. */
export const saidAt = (asking: Asking, event: EventPlace): readonly LedgerRow[] =>
  saidAtEvents(asking)(event);

type EventPlace = Pick<ChronologyRow, 'date' | 'subject'>;

/** The same of many events, one after the other. */
export function saidAtEvents(asking: Asking): (event: EventPlace) => readonly LedgerRow[] {
  const under = rowsUnder(asking, 'undertaking', saidInOrder(asking));
  return (event) => under(`${eventKey(event)} `).filter((row) => row.event === event.subject);
}

/** What was said at no event, or at one of which nobody says when it was. */
export const saidAtNone = (asking: Asking): readonly LedgerRow[] =>
  rowsUnder(asking, 'undertaking', saidInOrder(asking))(undatedKey);

const undatedKey = '\uffff';

/** A line by its id. */
export const ledgerLineOf = (asking: Asking, subject: string): LedgerRow | undefined =>
  rowsBySubject(asking, 'undertaking', saidInOrder(asking))(subject);

function saidInOrder(asking: Asking): Making<LedgerRow> {
  const event = eventsBySubject(asking);
  const acceptances = mattersBySubject(asking, 'acceptance');
  const outcomes = mattersBySubject(asking, 'outcome');
  return {
    make: (matter) => {
      const saidAt = event(textIn(valueOf(matter, 'event')));
      const said = ledgerRow(matter, saidAt?.date, acceptances(matter.subject));
      const row = said.binds ? promised(said, outcomes(matter.subject)) : said;
      const at = saidAt === undefined ? undatedKey : eventKey(saidAt);
      // Padded, so that an event's line 2 comes before its line 10.
      const length = String(row.subject.length).padStart(3, '0');
      return { key: `${at} ${length} ${row.subject} ${matter.facet ?? ''}`, row };
    },
    beside: [{ kind: 'event', subjectOf: (row) => row.event }, { kind: 'acceptance' }, { kind: 'outcome' }],
  };
}

const promising = new Set(['agreed', 'pledged', 'planned', 'target']);

function ledgerRow(matter: Matter, date: string | undefined, acceptances: readonly Matter[]): LedgerRow {
  const words = (field: string): string | undefined => textIn(valueOf(matter, field));
  const force = words('force') ?? '';
  const answered = acceptances.flatMap(({ sides }) => sides);
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
      date,
      source: words('source'),
      mark: words('mark'),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}

function promised(row: LedgerRow, matters: readonly Matter[]): LedgerRow {
  const says = matters.flatMap(({ sides }) =>
    sides.map(({ fields, party }) => ({
      party: party as string,
      status: textIn(fields['status']) ?? '',
      ...(fields['closed'] === true ? { closed: true } : {}),
    })),
  );
  return {
    ...row,
    entries: [...row.entries, ...entriesOf(...matters)],
    state: stateOf(says),
    silent: says.length === 0,
    says,
    differs: says.some(({ status }) => status !== says[0]?.status),
  };
}

/** S6: unkept when a side says so; kept when all who speak say carried out; else open. */
export function stateOf(says: readonly PromiseSaying[]): PromiseState {
  if (says.some(({ closed, status }) => status === 'dropped' || (closed === true && status !== 'carriedOut')))
    return 'unkept';
  return says.length > 0 && says.every(({ status }) => status === 'carriedOut') ? 'kept' : 'open';
}
