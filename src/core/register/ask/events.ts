import { isPartialDate } from '../../bytes/partial-date.ts';
import { type Asking, type Entry, numberIn, present, rowsOf, textIn, wordingIn } from './asking.ts';
import { dateKey, precisionOf } from './dates.ts';
import { type Groups, groupedRows } from './grouped.ts';
import { entriesOf, type Matter, toldOf, valueOf } from './matters.ts';
import { orderedRows, rowsBySubject } from './ordered.ts';

/** One event of the relation: what, when and how exactly that is known, by which sources, and where they differ. */
export type ChronologyRow = {
  readonly subject: string;
  readonly record?: string;
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly basis?: string;
  readonly until?: string;
  readonly title: Readonly<Record<string, string>>;
  readonly what?: string;
  readonly place?: string;
  readonly host?: string;
  readonly mechanism?: string;
  readonly session?: number;
  readonly sessionBasis?: string;
  readonly sources: readonly { readonly source?: string; readonly lang?: string }[];
  readonly conflicts: readonly { readonly note: string }[];
  /** Every date that is given, where there is more than one. */
  readonly dates?: readonly { readonly party: string; readonly date: string; readonly source?: string }[];
  readonly exercise?: boolean;
  readonly mark?: string;
  /** Of what was said at it: areas, sides, how many lines. There once it is shown. */
  readonly areas?: readonly string[];
  readonly sides?: readonly string[];
  readonly saidCount?: number;
  /** Its minutes, of a mechanism or of none; there once it is shown. */
  readonly minutes?: readonly string[];
  readonly entries: readonly Entry[];
};

/** Every event, oldest first; a date that is known to the year alone stands before the days of that year. */
export const chronologyOf = (asking: Asking): readonly ChronologyRow[] =>
  orderedRows(asking, 'event', eventsInOrder);

/** Events of which something is asked: `conflicting`, `of <mechanism>`, `what <kind>`. */
export const eventGroups = (asking: Asking): Groups<ChronologyRow> =>
  groupedRows(asking, 'events', chronologyOf(asking), ({ conflicts, mechanism, what }) => [
    ...(conflicts.length === 0 ? [] : ['conflicting']),
    ...(mechanism === undefined ? [] : [`of ${mechanism}`]),
    ...(what === undefined ? [] : [`what ${what}`]),
  ]);

const eventsInOrder = {
  make: (matter: Matter) => {
    const row = eventRow(matter);
    return row && { key: eventKey(row, matter.facet), row };
  },
};

/** Where an event stands among the others. */
export const eventKey = ({ date, subject }: Pick<ChronologyRow, 'date' | 'subject'>, facet = ''): string =>
  `${dateKey(date)} ${subject} ${facet}`;

/** An event by its id. */
export const eventOf = (asking: Asking, subject: string | undefined): ChronologyRow | undefined =>
  eventsBySubject(asking)(subject);

/** The same for many, one after the other. */
export const eventsBySubject = (
  asking: Asking,
): ((subject: string | undefined) => ChronologyRow | undefined) =>
  rowsBySubject(asking, 'event', eventsInOrder);

/** What is said of an event in one row; made once. Undefined where nobody says when it was. */
export function eventRow(matter: Matter): ChronologyRow | undefined {
  const known = matter.kept['event'] as { readonly row: ChronologyRow | undefined } | undefined;
  if (known !== undefined) return known.row;
  const row = eventRowOf(matter);
  matter.kept['event'] = { row };
  return row;
}

function eventRowOf(matter: Matter): ChronologyRow | undefined {
  const dates = toldOf(matter, 'date').filter((told): told is typeof told & { value: string } =>
    isPartialDate(told.value),
  );
  const date = dates[0]?.value;
  if (date === undefined) return undefined;
  const words = (field: string): string | undefined => textIn(valueOf(matter, field));
  const sources = [...matter.sides, ...matter.attributed].flatMap(({ accounts, fields }) => [
    ...rowsOf(fields['sources']).map((row) =>
      present({ source: textIn(row['source']), lang: textIn(row['lang']) }),
    ),
    ...accounts.map(({ source }) => ({ source })),
  ]);
  const notes = toldOf(matter, 'conflicts').flatMap(({ value }) =>
    rowsOf(value).flatMap((row) => textIn(row['note']) ?? []),
  );
  return {
    subject: matter.subject,
    date,
    precision: precisionOf(date),
    title: wordingIn(valueOf(matter, 'title')),
    sources,
    conflicts: [...new Set(notes)].map((note) => ({ note })),
    ...present({
      record: words('recordId'),
      basis: words('dateBasis'),
      until: words('until'),
      what: words('what'),
      place: words('place'),
      host: words('host'),
      mechanism: words('mechanism'),
      session: numberIn(valueOf(matter, 'session')),
      sessionBasis: words('sessionBasis'),
      mark: words('mark'),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
      dates:
        new Set(dates.map(({ value }) => value)).size < 2
          ? undefined
          : dates.map(({ party, source, value }) => ({ party, date: value, ...present({ source }) })),
    }),
    entries: entriesOf(matter),
  };
}
