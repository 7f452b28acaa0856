import type { SubjectId } from '../../bytes/ids.ts';
import type { Json, JsonObject } from '../../bytes/json.ts';
import { kindName } from '../../kinds/catalogue.ts';
import { isObject } from '../../kinds/value.ts';
import { type Asking, askedOnce, present, textIn, wordingIn } from './asking.ts';
import { firstDayOf, lastDayOf } from './dates.ts';
import { type Line, lineOf, type ShownText } from './lines.ts';
import { type Matter, mattersOf, valueOf } from './matters.ts';

/** An activity that a side says was in no plan, or reports on, and that no line of a text names. */
export interface Unplanned {
  readonly subject: string;
  readonly kind: string;
  readonly title: Readonly<Record<string, string>>;
  /** When it was held, by whoever reports on it first, else when it was to be. */
  readonly held?: JsonObject;
  readonly area?: string;
  readonly place?: string;
  readonly exercise: boolean;
  readonly reports: readonly Matter[];
  /** Who says what it is. */
  readonly said: readonly Matter[];
}

/** All of them: first those that somebody says were in no plan, then those that are only reported on. */
export function unplannedOf(asking: Asking): readonly Unplanned[] {
  return askedOnce(asking, 'unplanned', () => {
    const { kinds } = asking.register;
    const inNoPlan = ({ subject }: Matter): boolean => {
      const kind = kinds.get(kindName(subject));
      return kind?.of === 'item' && kind.activity && lineOf(asking, subject) === undefined;
    };
    const [said, reports] = ['unplanned', 'report'].map((kind) =>
      Map.groupBy(mattersOf(asking, kind).filter(inNoPlan), ({ subject }) => subject),
    );
    const subjects = new Set([...(said?.keys() ?? []), ...(reports?.keys() ?? [])]);
    return [...subjects].map((subject) => unplannedFrom(subject, said?.get(subject), reports?.get(subject)));
  });
}

function unplannedFrom(
  subject: SubjectId,
  said: readonly Matter[] = [],
  reports: readonly Matter[] = [],
): Unplanned {
  const first = (of: readonly Matter[], field: string): Json | undefined =>
    of.map((matter) => valueOf(matter, field)).find((value) => value !== undefined);
  const held = first(reports, 'held') ?? first(said, 'period');
  return {
    subject,
    kind: kindName(subject),
    title: wordingIn(first(said, 'activity') ?? first(reports, 'narrative')),
    exercise: first([...said, ...reports], 'exercise') === true,
    ...present({
      held: isObject(held) ? held : undefined,
      area: textIn(first(said, 'area')),
      place: textIn(first(said, 'venue')),
    }),
    reports,
    said,
  };
}

/** Those that were held in the time that a plan covers: an EXERCISE beside an EXERCISE plan, the real beside a real one. */
export function unplannedIn(asking: Asking, { head }: Pick<ShownText, 'head'>): readonly Unplanned[] {
  const [first, last] = [firstDayOf(head['covers']), lastDayOf(head['covers'])];
  if (first === undefined || last === undefined) return [];
  return unplannedOf(asking).filter(({ exercise, held }) => {
    const [from, to] = [firstDayOf(held), lastDayOf(held)];
    const falls = from !== undefined && to !== undefined && from <= last && to >= first;
    return falls && exercise === (head['exercise'] === true);
  });
}

/** A line goes on with one of another plan. */
export const isCarriedOver = ({ fields }: Pick<Line, 'fields'>): boolean =>
  fields['carriedFrom'] !== undefined;
