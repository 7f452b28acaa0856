import type { SubjectId } from '../../bytes/ids.ts';
import type { JsonObject } from '../../bytes/json.ts';
import { standings as activityStandings } from '../../kinds/codes.ts';
import { type Field, label } from '../../kinds/declare.ts';
import { activityFields } from '../../kinds/plan.ts';
import { isObject } from '../../kinds/value.ts';
import { type Asking, askedOnce, present, rowsOf, textIn } from './asking.ts';
import { calendarYears } from './calendar-years.ts';
import { clashesAmong } from './clashes.ts';
import { col, opt } from './columns.ts';
import { fallingIn, firstDayOf, lastDayOf, sortedBy } from './dates.ts';
import { eventKey, eventRow } from './events.ts';
import { lineOf, shownLines, wordsOfLine } from './lines.ts';
import { type Making, orderedRows } from './ordered.ts';
import { type Question, textOption } from './question.ts';
import { unplannedOf } from './unplanned.ts';

/** What stands in the calendar: a line of a text with a period, or an event of the record. */
export type CalendarRow = {
  readonly subject: string;
  /** The text that a line stands in. */
  readonly text?: string;
  readonly title: Readonly<Record<string, string>>;
  /** Partial dates, as stated. */
  readonly from: string;
  readonly to?: string;
  /** Full dates: the days between which it may fall. */
  readonly first: string;
  readonly last: string;
  readonly area?: string;
  readonly place?: string;
  readonly host?: string;
  readonly level?: string;
  readonly mechanism?: string;
  /** `stated`: no plan names it, a side does. */
  readonly standing: 'inForce' | 'draft' | 'onRecord' | 'stated';
  /** How it stands against the plan; absent: as planned. */
  readonly state?: string;
  /** Who leads, by party and post. */
  readonly heads?: readonly { readonly party?: string; readonly post?: string }[];
  /** Others at the same time in the same place, of the same mechanism or with the same head of delegation. */
  readonly clashes: readonly string[];
  readonly exercise?: boolean;
};

const headsColumn = { ...activityFields['heads'] } as Field;

export const calendar: Question = {
  question: 'calendar',
  label: label('Calendar', 'Lịch', 'ປະຕິທິນ', 'Calendrier'),
  options: { on: opt.on, area: opt.area },
  columns: {
    from: { type: 'date', shown: 'row', label: label('From', 'Từ', 'ຈາກ', 'Du') },
    to: { type: 'date', shown: 'row', label: label('To', 'Đến', 'ເຖິງ', 'Au') },
    title: col.title,
    area: col.area,
    place: col.place,
    host: col.host,
    heads: headsColumn,
    level: col.level,
    mechanism: col.mechanism,
    standing: col.standing,
    state: {
      type: 'code',
      codes: activityStandings,
      shown: 'row',
      label: label('Against the plan', 'So với kế hoạch', 'ທຽບກັບແຜນ', 'Par rapport au plan'),
    },
    clashes: {
      type: 'subjects',
      shown: 'row',
      label: label('At the same time', 'Trùng lịch với', 'ກົງເວລາກັບ', 'En même temps que'),
    },
    text: col.text,
    subject: col.subject,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const [on, area] = [textOption(options, 'on'), textOption(options, 'area')];
    const falls = on === undefined ? undefined : fallsOn(on);
    const isChosen = (row: CalendarRow): boolean =>
      (area === undefined || row.area === area) && (falls === undefined || falls(row));
    const isNarrow = on !== undefined || area !== undefined;
    const all = calendarOf(asking);
    // Only what is planned clashes with anything.
    const clashing = plannedInOrder(asking).filter((row) => row.clashes.length > 0 && isChosen(row)).length;
    const rows = isNarrow ? all.filter(isChosen) : all;
    return { rows, about: { clashing, ...askedOnce(asking, 'calendar years', () => calendarYears(all)) } };
  },
};

function fallsOn(on: string): (row: CalendarRow) => boolean {
  const [from, until, falls] = [firstDayOf(on) ?? on, lastDayOf(on) ?? on, fallingIn(on)];
  // What ends before it begins, as stated, stands where it begins.
  return (row) => row.first <= until && (row.last >= from || (row.to !== undefined && falls(row.from)));
}

/** Everything with a period or a date, the earliest first. */
export const calendarOf = (asking: Asking): readonly CalendarRow[] =>
  askedOnce(asking, 'calendar', () =>
    merged(plannedInOrder(asking), orderedRows(asking, 'event', recordedInOrder)),
  );

/** Lines of texts, which are few, and what was held without one. */
const plannedInOrder = (asking: Asking): readonly CalendarRow[] =>
  askedOnce(asking, 'calendar of plans', () => {
    const found = [...planned(asking), ...unplanned(asking)];
    const clashes = clashesAmong(found);
    return sortedBy(
      found.map((row) => ({ ...row, clashes: clashes.get(row.subject) ?? [] })),
      keyOf,
    );
  });

const keyOf = ({ first, last }: Found): string => `${first} ${last}`;

/** A few rows put at their places among many; both are in order, and of equals the few come first. */
function merged(few: readonly CalendarRow[], many: readonly CalendarRow[]): readonly CalendarRow[] {
  const rows = Array.from<CalendarRow>({ length: few.length + many.length });
  let [at, taken] = [0, 0];
  const takeUntil = (end: number): void => {
    while (taken < end) rows[at++] = many[taken++] as CalendarRow;
  };
  for (const row of few) {
    takeUntil(placeOf(many, keyOf(row), taken));
    rows[at++] = row;
  }
  takeUntil(many.length);
  return rows;
}

function placeOf(rows: readonly CalendarRow[], key: string, from: number): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(rows[middle] as CalendarRow) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Found = Omit<CalendarRow, 'clashes'>;

/** Each line once, as in force where it is. */
function planned(asking: Asking): readonly Found[] {
  const items = new Set<SubjectId>(shownLines(asking).map(({ item }) => item));
  return [...items].flatMap((item): Found[] => {
    const line = lineOf(asking, item);
    const span = line === undefined ? undefined : spanOf(line.fields);
    if (line === undefined || span === undefined || line.fields['activity'] === undefined) return [];
    const { fields, standing, text } = line;
    const state = textIn(fields['standing']);
    const heads = headsOf(fields);
    return [
      {
        subject: item,
        text,
        title: wordsOfLine(asking, line, 'activity'),
        ...span,
        standing,
        ...present({
          area: textIn(fields['area']),
          place: textIn(fields['venue']),
          host: textIn(fields['host']),
          level: textIn(fields['level']),
          mechanism: textIn(fields['mechanism']),
          state: state === 'planned' ? undefined : state,
          heads: heads.length === 0 ? undefined : heads,
        }),
      },
    ];
  });
}

/** What was held without a plan, where somebody says when. */
function unplanned(asking: Asking): readonly Found[] {
  return unplannedOf(asking).flatMap(({ area, exercise, held, place, subject, title }): Found[] => {
    const span = held === undefined ? undefined : spanOf({ period: held });
    if (span === undefined) return [];
    const more = present({ area, place, exercise: exercise ? true : undefined });
    return [{ subject, title, ...span, standing: 'stated', ...more }];
  });
}

/** Events of the record, which clash with nothing; those of the same days as in the chronology. */
const recordedInOrder: Making<CalendarRow> = {
  name: 'calendar',
  make: (matter) => {
    const event = eventRow(matter);
    const first = firstDayOf(event?.date);
    const last = lastDayOf(event?.until ?? event?.date);
    if (event === undefined || first === undefined || last === undefined) return undefined;
    const { date, exercise, host, mechanism, place, subject, title, until } = event;
    const row: CalendarRow = {
      subject,
      title,
      from: date,
      first,
      last,
      standing: 'onRecord',
      ...present({ to: until, place, host, mechanism, exercise }),
      clashes: none,
    };
    return { key: `${keyOf(row)} ${eventKey(event, matter.facet)}`, row };
  },
};

const none: readonly string[] = [];

function spanOf(fields: JsonObject): Pick<CalendarRow, 'from' | 'to' | 'first' | 'last'> | undefined {
  const { period } = fields;
  if (!isObject(period)) return undefined;
  const [first, last] = [firstDayOf(period), lastDayOf(period)];
  const from = textIn(period['from']) ?? textIn(period['to']);
  if (first === undefined || last === undefined || from === undefined) return undefined;
  const to = textIn(period['to']);
  // An end that is stated stays stated, even where it is the beginning: whoever moves the period keeps its form.
  return { from, first, last, ...(to === undefined ? {} : { to }) };
}

function headsOf(fields: JsonObject): NonNullable<CalendarRow['heads']> {
  return rowsOf(fields['heads']).map((head) =>
    present({ party: textIn(head['party']), post: textIn(head['post']) }),
  );
}
