import type { SubjectId } from '../../bytes/ids.ts';
import { followed } from '../register.ts';
import type { Asking } from './asking.ts';
import { hiddenSubjects, type Matter, mattersBySubject, mattersOf } from './matters.ts';
import { mattersOfKind, type OfKind, touchedSince } from './matters-of-kind.ts';

/** How a list is made of the matters of a kind: each gives one row or none, and the text it is sorted by. */
export interface Making<Row> {
  /** Of the list, where it is not the one of its kind. */
  readonly name?: string;
  readonly make: (matter: Matter) => { readonly key: string; readonly row: Row } | undefined;
  /** Other kinds that rows are made of, each with the subject that a row looks at there; its own where none is given. */
  readonly beside?: readonly {
    readonly kind: string;
    readonly subjectOf?: (row: Row) => string | undefined;
  }[];
}

interface Entry<Row> {
  readonly key: string;
  readonly row: Row;
}
interface Ordered<Row> {
  /** The kind, then those beside it. */
  readonly of: readonly OfKind[];
  readonly hidden: ReadonlySet<string> | undefined;
  readonly bySubject: Map<string, readonly Entry<Row>[]>;
  /** For each kind beside, by a subject there: the subjects whose rows look at it, and perhaps some that did. */
  readonly lookers: readonly Map<string, Set<string>>[];
  readonly entries: readonly Entry<Row>[];
  readonly rows: readonly Row[];
}

/** Rows that are put at their places one by one; where more change, all are sorted. */
const changedMax = 64;

/**
 * Rows of the matters of a kind in order of their keys, by code unit. After a write the rows of what was spoken of are made
 * again and put at their places; the others stay what and where they are. The same list as long as nothing changes.
 */
export const orderedRows = <Row>(asking: Asking, kind: string, making: Making<Row>): readonly Row[] =>
  ordered(asking, kind, making).rows;

/** The rows whose keys begin with a text, without going through the others: for many texts, one after the other. */
export function rowsUnder<Row>(
  asking: Asking,
  kind: string,
  making: Making<Row>,
): (beginning: string) => readonly Row[] {
  const { entries, rows } = ordered(asking, kind, making);
  return (beginning) => {
    const first = placeOf(entries, beginning);
    let last = first;
    while (entries[last]?.key.startsWith(beginning) === true) last += 1;
    return rows.slice(first, last);
  };
}

/** The first row of a subject, by its id: for many, one after the other. */
export function rowsBySubject<Row>(
  asking: Asking,
  kind: string,
  making: Making<Row>,
): (subject: string | undefined) => Row | undefined {
  const { bySubject } = ordered(asking, kind, making);
  return (subject) => (subject === undefined ? undefined : bySubject.get(subject)?.[0]?.row);
}

function ordered<Row>(asking: Asking, kind: string, making: Making<Row>): Ordered<Row> {
  const { register, sight } = asking;
  return followed<Ordered<Row>>(register, `rows ${making.name ?? kind} ${sight}`, (before) => {
    const hidden = sight === 'restricted' ? undefined : hiddenSubjects(register, sight);
    const of = [kind, ...(making.beside ?? []).map((one) => one.kind)].map((one) =>
      mattersOfKind(register, one),
    );
    const touched =
      before?.hidden === hidden && before !== undefined ? touchedIn(before, of, making) : undefined;
    if (before === undefined || touched === undefined || touched.size > changedMax)
      return { of, hidden, ...whole(asking, kind, making) };
    return touched.size === 0
      ? { ...before, of }
      : { of, hidden, ...goOn(asking, kind, making, before, touched) };
  });
}

/** Subjects whose rows may be others now; undefined where that is not known. */
function touchedIn<Row>(
  before: Ordered<Row>,
  of: readonly OfKind[],
  { beside = [] }: Making<Row>,
): ReadonlySet<string> | undefined {
  const sets = of.map((one, at) => touchedSince(one, before.of[at] ?? one));
  if (sets.some((set) => set === undefined)) return undefined;
  const [own, ...others] = sets as ReadonlySet<SubjectId>[];
  const touched = new Set<string>(own);
  for (const [at, set] of others.entries()) {
    if (beside[at]?.subjectOf === undefined) for (const subject of set) touched.add(subject);
    for (const seen of set) for (const looker of before.lookers[at]?.get(seen) ?? none) touched.add(looker);
  }
  return touched;
}

const none: readonly string[] = [];

type Made<Row> = Pick<Ordered<Row>, 'bySubject' | 'entries' | 'lookers' | 'rows'>;

function whole<Row>(asking: Asking, kind: string, making: Making<Row>): Made<Row> {
  const bySubject = new Map<string, Entry<Row>[]>();
  const lookers = (making.beside ?? []).map(() => new Map<string, Set<string>>());
  const entries: Entry<Row>[] = [];
  for (const matter of mattersOf(asking, kind)) {
    const entry = making.make(matter);
    if (entry === undefined) continue;
    entries.push(entry);
    noteLooker(lookers, making, matter.subject, entry.row);
    const known = bySubject.get(matter.subject);
    if (known === undefined) bySubject.set(matter.subject, [entry]);
    else known.push(entry);
  }
  entries.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return { bySubject, lookers, entries, rows: entries.map(({ row }) => row) };
}

function noteLooker<Row>(
  lookers: Ordered<Row>['lookers'],
  { beside = [] }: Making<Row>,
  subject: string,
  row: Row,
): void {
  for (const [at, { subjectOf }] of beside.entries()) {
    const seen = subjectOf?.(row);
    if (seen === undefined) continue;
    const known = lookers[at]?.get(seen);
    if (known === undefined) lookers[at]?.set(seen, new Set([subject]));
    else known.add(subject);
  }
}

function goOn<Row>(
  asking: Asking,
  kind: string,
  making: Making<Row>,
  before: Ordered<Row>,
  touched: ReadonlySet<string>,
): Made<Row> {
  const { bySubject, lookers } = before;
  const entries = [...before.entries];
  const rows = [...before.rows];
  const mattersNow = mattersBySubject(asking, kind);
  for (const subject of touched) {
    for (const old of bySubject.get(subject) ?? []) {
      const at = placeOf(entries, old.key);
      entries.splice(at, 1);
      rows.splice(at, 1);
    }
    const made = mattersNow(subject).flatMap((matter) => making.make(matter) ?? []);
    for (const entry of made) {
      const at = placeOf(entries, entry.key);
      entries.splice(at, 0, entry);
      rows.splice(at, 0, entry.row);
      noteLooker(lookers, making, subject, entry.row);
    }
    if (made.length === 0) bySubject.delete(subject);
    else bySubject.set(subject, made);
  }
  return { bySubject, lookers, entries, rows };
}

/** The first place whose key is not before this one. Keys are unique: each ends in its subject and facet. */
function placeOf(entries: readonly Entry<unknown>[], key: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry<unknown>).key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
