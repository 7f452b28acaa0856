import { type Fields, label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import { partiesOf } from '../texts.ts';
import { type Asking, askedOnce, type Entry, numberIn, present, push, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { addMonths, dateKey, daysBetween, firstDayOf, lastDayOf, newestFirst, sortedBy } from './dates.ts';
import { type ChronologyRow, eventGroups, eventOf } from './events.ts';
import { type LedgerRow, saidAt, saidAtNone } from './ledger.ts';
import { type Line, shownLines, shownTexts, wordsOfLine } from './lines.ts';
import { entriesOf, type Matter, mattersOf, mattersOn, valueOf } from './matters.ts';
import { type Question, textOption } from './question.ts';

/** One session of a mechanism, held or planned; its number is the one its source gives. */
export type SessionRow = {
  readonly subject: string;
  readonly held: boolean;
  readonly date?: string;
  readonly session?: number;
  readonly sessionBasis?: string;
  readonly title: Readonly<Record<string, string>>;
  readonly place?: string;
  readonly host?: string;
  /** What was promised there, and how many of these are open. */
  readonly promised: number;
  readonly open: number;
  /** Minutes on record or settled here. */
  readonly minutes: readonly string[];
  readonly conflicts: readonly { readonly note: string }[];
  /** Its line is still negotiated: nothing of it is agreed. */
  readonly draft?: boolean;
  /** Of a planned session: how its line stands against the plan, with the cause. */
  readonly standing?: string;
  readonly cause?: Readonly<Record<string, string>>;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

/** What the next session would be if nobody said otherwise: the next number, the other host, the day by which it is due. */
export type NextSession = { readonly session?: number; readonly host?: string; readonly by?: string };

/** A mechanism with its last session and the next. */
export type MechanismRow = {
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly level?: string;
  readonly everyMonths?: number;
  readonly sessions: number;
  /** Years in which sessions were held, one for each session whose year is known, the earliest first. */
  readonly years: readonly string[];
  readonly last?: string;
  readonly lastDate?: string;
  readonly lastNumber?: number;
  readonly lastHost?: string;
  /** Full date by which the next session is due, by the cadence. */
  readonly nextDue?: string;
  readonly nextHost?: string;
  readonly planned?: string;
  readonly plannedDate?: string;
  readonly overdue: boolean;
  /** Why it is said to sleep, if it does: `cadence` is past, or nothing was heard of it for `long`. */
  readonly sleeps?: 'cadence' | 'long';
  readonly monthsSilent?: number;
  /** Promises made at its last session that are open. */
  readonly openPoints: number;
  readonly numbering?: Readonly<Record<string, string>>;
  readonly since?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

/** Months without a session after which a mechanism without a stated cadence is said to sleep. */
export const longMonths = 24;

const listColumns: Fields = {
  title: col.title,
  level: col.level,
  everyMonths: {
    type: 'count',
    shown: 'row',
    label: label('Every … months', 'Chu kỳ (tháng)', 'ທຸກ … ເດືອນ', 'Tous les … mois'),
  },
  sessions: { type: 'count', shown: 'row', label: label('Sessions', 'Số kỳ', 'ຈຳນວນຄັ້ງ', 'Sessions') },
  lastDate: {
    type: 'date',
    shown: 'row',
    label: label('Last held', 'Kỳ gần nhất', 'ຄັ້ງຫຼ້າສຸດ', 'Dernière tenue'),
  },
  lastNumber: { type: 'count', label: label('Its number', 'Kỳ thứ', 'ຄັ້ງທີ', 'Son numéro') },
  nextDue: {
    type: 'date',
    shown: 'row',
    label: label('Next due', 'Kỳ tới đến hạn', 'ກຳນົດຄັ້ງຕໍ່ໄປ', 'Prochaine échéance'),
  },
  nextHost: {
    type: 'party',
    shown: 'row',
    label: label('Next host', 'Chủ nhà kỳ tới', 'ເຈົ້າພາບຄັ້ງຕໍ່ໄປ', 'Prochain hôte'),
  },
  plannedDate: { type: 'date', label: label('Planned', 'Dự kiến', 'ວາງແຜນ', 'Prévue') },
  openPoints: {
    type: 'count',
    shown: 'row',
    label: label('Left open', 'Còn bỏ ngỏ', 'ຍັງຄ້າງ', 'Laissés ouverts'),
  },
  monthsSilent: {
    type: 'count',
    label: label('Months since', 'Số tháng đã qua', 'ເດືອນທີ່ຜ່ານມາ', 'Mois écoulés'),
  },
  sleeps: {
    type: 'code',
    shown: 'row',
    label: label('Sleeps', 'Ngừng hoạt động', 'ງຽບໄປ', 'En sommeil'),
    codes: {
      cadence: label('Past its cadence', 'Quá chu kỳ', 'ເກີນກຳນົດເວລາ', 'Cadence dépassée'),
      long: label('Long without a session', 'Lâu không họp', 'ບໍ່ມີກອງປະຊຸມເປັນເວລາດົນ', 'Longtemps sans session'),
    },
  },
  exercise: col.exercise,
};

export const mechanisms: Question = {
  question: 'mechanisms',
  label: label('Mechanisms', 'Cơ chế hợp tác', 'ກົນໄກການຮ່ວມມື', 'Mécanismes'),
  options: {},
  columns: listColumns,
  ask: (asking) => {
    const rows = mechanismsOf(asking);
    return { rows, about: { sleeping: rows.filter(({ sleeps }) => sleeps !== undefined).length } };
  },
};

export const sleeping: Question = {
  question: 'sleeping',
  label: label('Mechanisms that sleep', 'Cơ chế ngừng hoạt động', 'ກົນໄກທີ່ງຽບໄປ', 'Mécanismes en sommeil'),
  options: {},
  columns: listColumns,
  ask: (asking) => ({
    rows: mechanismsOf(asking).filter(({ sleeps }) => sleeps !== undefined),
    about: { longMonths },
  }),
};

export const mechanism: Question = {
  question: 'mechanism',
  label: label(
    'Sessions of a mechanism',
    'Các kỳ họp của một cơ chế',
    'ກອງປະຊຸມຂອງກົນໄກ',
    'Sessions d’un mécanisme',
  ),
  options: { for: { type: 'subject', kinds: ['mechanism'], required: true, label: col.mechanism.label } },
  columns: {
    session: col.session,
    date: col.date,
    title: col.title,
    place: col.place,
    host: col.host,
    promised: {
      type: 'count',
      shown: 'row',
      label: label('Promised', 'Số cam kết', 'ຈຳນວນຄຳໝັ້ນ', 'Engagements'),
    },
    open: { type: 'count', shown: 'row', label: label('Open', 'Chưa kết thúc', 'ຍັງເປີດ', 'En suspens') },
    minutes: { type: 'subjects', label: label('Minutes', 'Biên bản', 'ບົດບັນທຶກ', 'Procès-verbaux') },
    sessionBasis: {
      type: 'words',
      label: label('How the number is known', 'Căn cứ đánh số kỳ họp', 'ພື້ນຖານຂອງຄັ້ງທີ', 'Fondement du numéro'),
    },
    conflicts: col.conflicts,
  },
  ask: (asking, options) => {
    const subject = textOption(options, 'for') ?? '';
    const rows = sessionsOf(asking, subject);
    const row = mechanismsOf(asking).find((one) => one.subject === subject);
    const last = rows.findLast(({ held }) => held)?.subject;
    const openPoints = openAt(asking, last);
    return {
      rows,
      about: {
        ...(row === undefined ? {} : { mechanism: row }),
        unreported: missingNumbers(rows),
        next: nextSession(asking, rows, row),
        openPoints: openPoints.map(({ subject: point, wording }) => ({ subject: point, wording })),
      },
    };
  },
};

/** Promises made at an event, or for a line of a plan, that are open. */
function openAt(asking: Asking, subject: string | undefined): readonly LedgerRow[] {
  if (subject === undefined) return [];
  const event = eventOf(asking, subject);
  const said = event === undefined ? saidAtNone(asking) : saidAt(asking, event);
  return said.filter((row) => row.binds && row.state === 'open' && row.event === subject);
}

/** All mechanisms, those whose last session is newest first. */
export function mechanismsOf(asking: Asking): readonly MechanismRow[] {
  return askedOnce(asking, 'mechanisms', () =>
    newestFirst(
      mattersOf(asking, 'mechanism').map((matter) => mechanismRow(asking, matter)),
      ({ lastDate }) => lastDate ?? '',
    ),
  );
}

/** Sessions in a row: what was held, then what is planned. */
export function sessionsOf(asking: Asking, mechanism: string): readonly SessionRow[] {
  const all = askedOnce(asking, 'sessions', () => {
    const sessions = new Map<string, SessionRow[]>();
    const minutes = minutesByEvent(asking);
    for (const [key, events] of eventGroups(asking)) {
      const held = () => events.map((row) => heldSession(asking, row, minutes));
      if (key.startsWith('of ')) sessions.set(key.slice('of '.length), held());
    }
    const exercises = new Set(
      shownTexts(asking).flatMap(({ head, text }) => (head['exercise'] === true ? [text] : [])),
    );
    for (const line of shownLines(asking)) {
      const { fields, item, standing, text } = line;
      const of = textIn(fields['mechanism']);
      if (
        of === undefined ||
        (standing === 'draft' && sessions.get(of)?.some((one) => one.subject === item) === true)
      )
        continue;
      push(sessions, of, plannedSession(asking, line, exercises.has(text)));
    }
    return new Map([...sessions].map(([of, list]) => [of, sortedBy(list, timeKey)]));
  });
  return all.get(mechanism) ?? [];
}

function heldSession(
  asking: Asking,
  row: ChronologyRow,
  minutes: ReadonlyMap<string, readonly string[]>,
): SessionRow {
  const made = saidAt(asking, row).filter(({ binds }) => binds);
  const { conflicts, date, entries, exercise, host, place, session, sessionBasis, subject, title } = row;
  return {
    subject,
    held: (firstDayOf(date) ?? '') <= asking.day,
    date,
    title,
    promised: made.length,
    open: made.filter(({ state }) => state === 'open').length,
    minutes: minutes.get(subject) ?? [],
    conflicts,
    ...present({ session, sessionBasis, place, host, exercise }),
    entries,
  };
}

/** What is held comes before what is planned, each by date. */
const timeKey = ({ date, held }: SessionRow): string => `${held ? 0 : 1} ${dateKey(date)}`;

function plannedSession(asking: Asking, line: Line, isExercise: boolean): SessionRow {
  const { fields, item: subject } = line;
  const isDraft = line.standing === 'draft';
  const standing = textIn(fields['standing']);
  const cause = wordingIn(fields['cause']);
  const period = fields['period'];
  const date = isObject(period) ? textIn(period['from'] ?? period['to']) : undefined;
  return {
    subject,
    held: isReportedHeld(asking, subject),
    title: wordsOfLine(asking, line, 'activity'),
    promised: 0,
    open: 0,
    minutes: [],
    conflicts: [],
    ...present({
      date,
      session: numberIn(fields['session']),
      host: textIn(fields['host']),
      place: textIn(fields['venue']),
      standing: standing === 'planned' ? undefined : standing,
      cause: Object.keys(cause).length === 0 ? undefined : cause,
      draft: isDraft ? true : undefined,
      exercise: isExercise ? true : undefined,
    }),
    entries: [],
  };
}

/** A planned session was held when a side reports it carried out. */
const isReportedHeld = (asking: Asking, item: string): boolean =>
  mattersOn(asking, 'report', item).some(({ sides }) =>
    sides.some(({ fields }) => fields['status'] === 'carriedOut'),
  );

/** Minutes by the meeting they are of: on record, or a text that names it. */
export const minutesByEvent = (asking: Asking): ReadonlyMap<string, readonly string[]> =>
  askedOnce(asking, 'minutes by event', () => {
    const found = new Map<string, string[]>();
    for (const matter of mattersOf(asking, 'onRecord')) {
      const event = textIn(valueOf(matter, 'event'));
      if (event !== undefined && valueOf(matter, 'layer') === 'minutes') push(found, event, matter.subject);
    }
    for (const { head, kind, text } of shownTexts(asking)) {
      const event = textIn(head['event']);
      const known = found.get(event ?? '')?.includes(text) === true;
      if (kind === 'minutes' && event !== undefined && !known) push(found, event, text);
    }
    return found;
  });

function mechanismRow(asking: Asking, matter: Matter): MechanismRow {
  const { subject } = matter;
  const sessions = sessionsOf(asking, subject);
  const held = sessions.filter((one) => one.held);
  const last = held.at(-1);
  const planned = sessions.find((one) => !one.held && (lastDayOf(one.date) ?? '9999') >= asking.day);
  const everyMonths = numberIn(valueOf(matter, 'everyMonths'));
  // It may be heard of where no session is reported.
  const heard = [
    lastDayOf(last?.date),
    lastDayOf(valueOf(matter, 'lastSeen')),
    firstDayOf(valueOf(matter, 'since')),
  ];
  const lastDay = heard
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const nextDue =
    everyMonths === undefined || lastDay === undefined ? undefined : addMonths(lastDay, everyMonths);
  const lastHost = last?.host;
  const nextHost =
    valueOf(matter, 'alternates') === true && lastHost !== undefined
      ? partiesOf(asking.register).find((party) => party !== lastHost)
      : undefined;
  const overdue = nextDue !== undefined && nextDue < asking.day;
  const isLong = lastDay !== undefined && addMonths(lastDay, longMonths) < asking.day;
  const sleeps = overdue ? 'cadence' : everyMonths === undefined && isLong ? 'long' : undefined;
  return {
    subject,
    title: wordingIn(valueOf(matter, 'title')),
    sessions: held.length,
    years: held.flatMap(({ date }) => date?.replace('~', '').slice(0, 4) ?? []).toSorted(),
    overdue,
    openPoints: last?.open ?? 0,
    ...present({
      level: textIn(valueOf(matter, 'level')),
      everyMonths,
      last: last?.subject,
      lastDate: last?.date,
      lastNumber: last?.session,
      lastHost,
      nextDue,
      nextHost,
      planned: planned?.subject,
      plannedDate: planned?.date,
      sleeps,
      monthsSilent:
        lastDay === undefined ? undefined : Math.max(0, Math.floor(daysBetween(lastDay, asking.day) / 30.44)),
      numbering:
        valueOf(matter, 'numbering') === undefined ? undefined : wordingIn(valueOf(matter, 'numbering')),
      since: textIn(valueOf(matter, 'since')),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}

/** The host alternates with the last session that names one, held or agreed for a time that has passed. */
function nextSession(
  asking: Asking,
  rows: readonly SessionRow[],
  mechanism: MechanismRow | undefined,
): NextSession {
  const past = rows.filter(
    ({ date, draft, held }) => held || (draft !== true && (lastDayOf(date) ?? '9999') < asking.day),
  );
  const numbers = past.flatMap(({ session }) => session ?? []);
  const lastHost = sortedBy(past, ({ date }) => dateKey(date)).findLast(
    (one) => one.host !== undefined,
  )?.host;
  return present({
    session: numbers.length === 0 ? undefined : Math.max(...numbers) + 1,
    host:
      lastHost === undefined
        ? undefined
        : (partiesOf(asking.register).find((party) => party !== lastHost) as string | undefined),
    by: mechanism?.nextDue,
  });
}

/** Numbers between the lowest and the highest that no source reports. */
function missingNumbers(rows: readonly SessionRow[]): number[] {
  const known = new Set(rows.flatMap(({ session }) => session ?? []));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const missing: number[] = [];
  for (let number = low + 1; number < high; number++) if (!known.has(number)) missing.push(number);
  return missing;
}
