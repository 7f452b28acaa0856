import type { SubjectId } from '../../bytes/ids.ts';
import type { JsonObject } from '../../bytes/json.ts';
import { standings as activityStandings } from '../../kinds/codes.ts';
import { type Field, label } from '../../kinds/declare.ts';
import { activityFields } from '../../kinds/plan.ts';
import { isObject } from '../../kinds/value.ts';
import { type Asking, askedOnce, present, rowsOf, textIn } from './asking.ts';
import { clashesAmong } from './clashes.ts';
import { col, opt } from './columns.ts';
import { firstDayOf, lastDayOf, mayFallIn, sortedBy } from './dates.ts';
import { chronologyOf } from './events.ts';
import { lineOf, shownLines, wordsOfLine } from './lines.ts';
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
    const all = calendarOf(asking);
    const rows = all.filter(
      (row) =>
        (area === undefined || row.area === area) &&
        (on === undefined ||
          mayFallIn(row.from, on) ||
          (row.first <= onDays(on)[1] && row.last >= onDays(on)[0])),
    );
    return { rows, about: { clashing: rows.filter(({ clashes }) => clashes.length > 0).length } };
  },
};

const onDays = (on: string): readonly [string, string] => [firstDayOf(on) ?? on, lastDayOf(on) ?? on];

/** Everything with a period or a date, the earliest first. */
export function calendarOf(asking: Asking): readonly CalendarRow[] {
  return askedOnce(asking, 'calendar', () => {
    const found = [...planned(asking), ...unplanned(asking), ...recorded(asking)];
    const clashes = clashesAmong(found);
    const rows = found.map((row) => ({ ...row, clashes: clashes.get(row.subject) ?? [] }));
    return sortedBy(rows, ({ first, last }) => `${first} ${last}`);
  });
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

function recorded(asking: Asking): readonly Found[] {
  return chronologyOf(asking).flatMap((event): Found[] => {
    const first = firstDayOf(event.date);
    const last = lastDayOf(event.until ?? event.date);
    if (first === undefined || last === undefined) return [];
    const { date, exercise, host, mechanism, place, subject, title, until } = event;
    return [
      {
        subject,
        title,
        from: date,
        first,
        last,
        standing: 'onRecord' as const,
        ...present({ to: until, place, host, mechanism, exercise }),
      },
    ];
  });
}

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
