import { label } from '../../kinds/declare.ts';
import { type Asking, type Entry, numberIn, present, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { dateKey, sortedBy } from './dates.ts';
import { shownTexts, titleOfText, wordsOfLine } from './lines.ts';
import { entriesOf, mattersOf, valueOf } from './matters.ts';
import { type SessionRow, sessionsOf } from './mechanism.ts';
import { type Question, textOption } from './question.ts';

/** One point of the minutes of one session; minutes on record give one row without a point. */
export type SeriesRow = {
  readonly subject: string;
  readonly session?: number;
  readonly date?: string;
  readonly minutes: string;
  readonly title: Readonly<Record<string, string>>;
  readonly number?: string;
  readonly wording: Readonly<Record<string, string>>;
  readonly standing: 'inForce' | 'draft' | 'onRecord';
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

/** The minutes of all sessions of a mechanism, one behind the other: a volume to print, to search, to export. */
export const series: Question = {
  question: 'series',
  label: label(
    'Minutes of a series',
    'Tập biên bản của một cơ chế',
    'ລວມບົດບັນທຶກຂອງກົນໄກ',
    'Recueil des procès-verbaux d’un mécanisme',
  ),
  options: { for: { type: 'subject', kinds: ['mechanism'], required: true, label: col.mechanism.label } },
  columns: {
    session: col.session,
    date: col.date,
    title: col.title,
    number: col.number,
    wording: col.wording,
    standing: col.standing,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const rows = seriesOf(asking, textOption(options, 'for') ?? '');
    return { rows, about: { minutes: new Set(rows.map(({ minutes }) => minutes)).size } };
  },
};

export function seriesOf(asking: Asking, mechanism: string): readonly SeriesRow[] {
  const sessions = new Map(sessionsOf(asking, mechanism).map((row) => [row.subject, row]));
  const rows = [...negotiated(asking, mechanism, sessions), ...recorded(asking, sessions)];
  // Points keep the order of their text.
  return sortedBy(rows, ({ date, minutes }) => `${dateKey(date)} ${minutes}`);
}

/** Points of minutes that are negotiated here, of a session or of the mechanism itself. */
function negotiated(
  asking: Asking,
  mechanism: string,
  sessions: ReadonlyMap<string, SessionRow>,
): SeriesRow[] {
  return shownTexts(asking).flatMap(({ head, kind, lines, standing, text }) => {
    const session = sessions.get(textIn(head['event']) ?? '');
    if (kind !== 'minutes' || (session === undefined && head['mechanism'] !== mechanism)) return [];
    const of = {
      minutes: text,
      title: titleOfText(asking, { head, text }),
      standing,
      ...present({
        session: numberIn(head['session']) ?? session?.session,
        date: textIn(head['held']) ?? session?.date,
        exercise: head['exercise'] === true ? true : undefined,
      }),
      entries: [],
    };
    const points = lines.filter((line) => Object.keys(wordingIn(line.fields['wording'])).length > 0);
    if (points.length === 0) return [{ ...of, subject: text, wording: {} }];
    return points.map(({ fields, item, number }) => ({
      ...of,
      subject: item,
      number,
      wording: wordsOfLine(asking, { fields, item, text }, 'wording'),
    }));
  });
}

function recorded(asking: Asking, sessions: ReadonlyMap<string, SessionRow>): SeriesRow[] {
  return mattersOf(asking, 'onRecord').flatMap((matter): SeriesRow[] => {
    const session = sessions.get(textIn(valueOf(matter, 'event')) ?? '');
    if (session === undefined || valueOf(matter, 'layer') !== 'minutes') return [];
    return [
      {
        subject: matter.subject,
        minutes: matter.subject,
        title: wordingIn(valueOf(matter, 'title')),
        wording: wordingIn(valueOf(matter, 'summary')),
        standing: 'onRecord',
        ...present({
          session: session.session,
          date: session.date,
          exercise: valueOf(matter, 'exercise') === true ? true : undefined,
        }),
        entries: entriesOf(matter),
      },
    ];
  });
}
