import { type Asking, askedEver, type Entry, present, push, rowsOf, textIn, wordingIn } from './asking.ts';
import { firstDayOf, lastDayOf, sortedBy } from './dates.ts';
import { eventKey, eventsBySubject } from './events.ts';
import { foldName, foldWords } from './fold.ts';
import { entriesOf, type Matter, mattersOf, valueOf } from './matters.ts';

/** A post with every name by which it is called. */
export interface Post {
  readonly subject: string;
  readonly side?: string;
  readonly level?: string;
  readonly name: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}

/** One tenure as it is stated: who, under every spelling, and from when to when it is known. */
export interface Tenure {
  readonly subject: string;
  readonly post: string;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** Full dates between which the person held the post for certain; undefined when nothing dates it. */
  readonly certain?: readonly [first: string, last: string];
  /** It is stated to have begun, nothing says that it ended, and it does not rest on sightings. */
  readonly goesOn: boolean;
  readonly ranks: readonly { readonly rank: string; readonly on?: string }[];
  readonly note?: string;
  readonly source?: string;
  readonly entries: readonly Entry[];
}

/** All posts, each once. */
export function postsOf(asking: Asking): readonly Post[] {
  return askedEver(asking, 'posts', () =>
    mattersOf(asking, 'post').map((matter) => {
      const name = wordingIn(valueOf(matter, 'name'));
      const aliases = rowsOf(valueOf(matter, 'aliases')).flatMap((row) => textIn(row['name']) ?? []);
      return {
        subject: matter.subject,
        name,
        names: [...new Set([...Object.values(name), ...aliases])],
        ...present({ side: textIn(valueOf(matter, 'side')), level: textIn(valueOf(matter, 'level')) }),
      };
    }),
  );
}

/**
 * Posts that words name, in any language or spelling: those called exactly so, else those whose name has all the words.
 * Without a side, of every side.
 */
export function postsNamed(asking: Asking, words: string, side?: string): readonly Post[] {
  const of = postsOf(asking).filter((post) => side === undefined || post.side === side);
  const [wanted, parts] = [foldName(words), foldWords(words)];
  const exact = of.filter(
    ({ names, subject }) => subject === words || names.some((name) => foldName(name) === wanted),
  );
  if (exact.length > 0 || wanted === '') return exact;
  return of.filter(({ names }) => names.some((name) => hasWords(foldWords(name), parts)));
}

const hasWords = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((word) => words.some((one) => one.startsWith(word)));

/** All tenures by post, the earliest first. */
export function tenuresOf(asking: Asking): ReadonlyMap<string, readonly Tenure[]> {
  return askedEver(asking, 'tenures', () => {
    const byPost = new Map<string, Tenure[]>();
    for (const matter of mattersOf(asking, 'holder')) {
      const tenure = tenureOf(matter);
      push(byPost, tenure.post, tenure);
    }
    const begin = ({ certain, from }: Tenure): string => certain?.[0] ?? firstDayOf(from) ?? '9999';
    return new Map([...byPost].map(([post, list]) => [post, sortedBy(list, begin)]));
  });
}

function tenureOf(matter: Matter): Tenure {
  const words = (field: string): string | undefined => textIn(valueOf(matter, field));
  const [from, to, firstSeen, lastSeen] = [words('from'), words('to'), words('firstSeen'), words('lastSeen')];
  const name = words('name') ?? '';
  const aliases = rowsOf(valueOf(matter, 'aliases')).flatMap((row) => textIn(row['name']) ?? []);
  const certain = certainSpan(from, to, firstSeen, lastSeen);
  return {
    subject: matter.subject,
    post: words('post') ?? '',
    name,
    spellings: [...new Set([name, ...aliases])],
    goesOn: from !== undefined && to === undefined && lastSeen === undefined,
    ranks: rowsOf(valueOf(matter, 'ranks')).flatMap((row) => {
      const rank = textIn(row['rank']);
      return rank === undefined ? [] : [{ rank, ...present({ on: textIn(row['on']) }) }];
    }),
    ...present({ from, to, firstSeen, lastSeen, note: words('note'), source: words('source') }),
    ...(certain === undefined ? {} : { certain }),
    entries: entriesOf(matter),
  };
}

/** A month is certain to have begun the tenure only at its end, and to have ended it only at its beginning. */
function certainSpan(from?: string, to?: string, firstSeen?: string, lastSeen?: string): Tenure['certain'] {
  const starts = [lastDayOf(from), lastDayOf(firstSeen)].filter((day) => day !== undefined).sort();
  const ends = [firstDayOf(to), firstDayOf(lastSeen)].filter((day) => day !== undefined).sort();
  const start = starts[0] ?? ends[0];
  const end = ends.at(-1) ?? starts.at(-1);
  if (start === undefined || end === undefined) return undefined;
  return start <= end ? [start, end] : [end, start];
}

/** One person: every spelling under which tenures name them on one side, and the tenures. */
export interface Person {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly tenures: readonly Tenure[];
}

/** Persons of the directory: tenures that share a spelling are of one person. */
export function personsOf(asking: Asking): readonly Person[] {
  return askedEver(asking, 'persons', () => {
    const groups: { spellings: Set<string>; folded: Set<string>; tenures: Tenure[] }[] = [];
    for (const tenure of [...tenuresOf(asking).values()].flat()) {
      const folded = tenure.spellings.map(foldName);
      const joined = groups.filter((group) => folded.some((one) => group.folded.has(one)));
      const [
        group = { spellings: new Set<string>(), folded: new Set<string>(), tenures: [] as Tenure[] },
        ...others
      ] = joined;
      for (const other of others) {
        for (const one of other.spellings) group.spellings.add(one);
        for (const one of other.folded) group.folded.add(one);
        group.tenures.push(...other.tenures);
        groups.splice(groups.indexOf(other), 1);
      }
      for (const one of tenure.spellings) group.spellings.add(one);
      for (const one of folded) group.folded.add(one);
      group.tenures.push(tenure);
      if (joined.length === 0) groups.push(group);
    }
    return groups.map(({ spellings, tenures }) => ({
      name: tenures[0]?.name ?? '',
      spellings: [...spellings],
      tenures,
    }));
  });
}

/** Persons that a name in any spelling means: exactly, else all of whose words begin so. */
export function personsNamed(asking: Asking, name: string): readonly Person[] {
  const persons = personsOf(asking);
  const [wanted, parts] = [foldName(name), foldWords(name.replace(/-/g, ' '))];
  if (wanted === '') return [];
  const exact = persons.filter(({ spellings }) => spellings.some((one) => foldName(one) === wanted));
  if (exact.length > 0) return exact;
  return persons.filter(({ spellings }) =>
    spellings.some((one) => hasWords(foldWords(one.replace(/-/g, ' ')), parts)),
  );
}

/** Other spellings of the person that a name means: for search by any of them. */
export const spellingsOf = (asking: Asking, name: string): readonly string[] =>
  personsNamed(asking, name).flatMap(({ spellings }) => spellings);

/** A mention of a name in a delegation: where, when, in what post. */
export interface Sighting {
  readonly event: string;
  readonly date: string;
  readonly name: string;
  readonly side?: string;
  readonly post?: string;
  readonly title: Readonly<Record<string, string>>;
}

/** Mentions by folded name, oldest first. */
export function sightingsOf(asking: Asking): ReadonlyMap<string, readonly Sighting[]> {
  return askedEver(asking, 'sightings', () => {
    const found = new Map<string, Sighting[]>();
    const event = eventsBySubject(asking);
    const seen = mattersOf(asking, 'event').flatMap((matter) => {
      const named = namedAt(matter);
      const row = named.length === 0 ? undefined : event(matter.subject);
      return row === undefined ? [] : [{ key: eventKey(row), named, row }];
    });
    for (const { named, row } of sortedBy(seen, ({ key }) => key)) {
      for (const { name, ...more } of named) {
        const { date, subject, title } = row;
        push(found, foldName(name), { event: subject, date, name, title, ...more });
      }
    }
    return found;
  });
}

type Named = { readonly name: string; readonly side?: string; readonly post?: string };

/** Who is named in the delegations of an event; kept with what is said of it. */
function namedAt(matter: Matter): readonly Named[] {
  const known = matter.kept['named'] as readonly Named[] | undefined;
  if (known !== undefined) return known;
  const named = rowsOf(valueOf(matter, 'delegations')).flatMap((row): Named[] => {
    const name = textIn(row['name']);
    return name === undefined
      ? []
      : [{ name, ...present({ side: textIn(row['side']), post: textIn(row['post']) }) }];
  });
  matter.kept['named'] = named;
  return named;
}
