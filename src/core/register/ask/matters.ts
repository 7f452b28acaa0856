import type { PartyCode, SubjectId } from '../../bytes/ids.ts';
import type { Json, JsonObject } from '../../bytes/json.ts';
import { kindName, statementKind } from '../../kinds/catalogue.ts';
import type { Fields, FieldType } from '../../kinds/declare.ts';
import { isObject, isSame } from '../../kinds/value.ts';
import type { Account } from '../body.ts';
import { followed, type Register } from '../register.ts';
import { type Asking, type Entry, type Sight, sights } from './asking.ts';
import { mattersOfKind, type OfKind, touchedSince } from './matters-of-kind.ts';

/** What one party says now. */
export interface Voiced {
  readonly party: PartyCode;
  readonly seq: number;
  readonly time: string;
  readonly fields: JsonObject;
  readonly accounts: readonly Account[];
  /** Another's words, written down by this party (S4). */
  readonly attributed?: { readonly party: PartyCode; readonly source: string };
}

/** What is said now on one subject and facet, side by side (S2). Somebody says something in it. */
export interface Matter {
  readonly kind: string;
  readonly subject: SubjectId;
  readonly facet?: string;
  /** Each party that speaks for itself, in the order of the list of parties. */
  readonly sides: readonly Voiced[];
  /** What was written down as said by another, and not taken back. */
  readonly attributed: readonly Voiced[];
  /** What was computed from it alone, by what it is: it stands as long as nobody speaks of the subject. */
  readonly kept: Record<string, unknown>;
}

/** Everything of a kind that is said now, as far as the asker may see. The same list as long as nothing of it changes. */
export function mattersOf({ register, sight }: Asking, kind: string): readonly Matter[] {
  const { list } = mattersOfKind(register, kind);
  if (sight === 'restricted') return list;
  const hidden = hiddenSubjects(register, sight);
  return followed<{ list: readonly Matter[]; hidden: ReadonlySet<string>; shown: readonly Matter[] }>(
    register,
    `seen ${kind} ${sight}`,
    (before) => {
      if (before?.list === list && before.hidden === hidden) return before;
      const shown: Matter[] = [];
      for (const matter of list) {
        const one = seen(register, matter, sight, hidden);
        if (one !== undefined) shown.push(one);
      }
      return { list, hidden, shown };
    },
  ).shown;
}

/** What is said on one subject in one kind: one matter for each facet. */
export const mattersOn = (asking: Asking, kind: string, subject: string): readonly Matter[] =>
  mattersBySubject(asking, kind)(subject);

/** The same for many subjects, one after the other. */
export function mattersBySubject(
  { register, sight }: Asking,
  kind: string,
): (subject: string) => readonly Matter[] {
  const { bySubject } = mattersOfKind(register, kind);
  const hidden = sight === 'restricted' ? undefined : hiddenSubjects(register, sight);
  return (subject) => {
    const matters = bySubject.get(subject as SubjectId) ?? none;
    if (hidden === undefined || matters.length === 0) return matters;
    return matters.flatMap((matter) => seen(register, matter, sight, hidden) ?? []);
  };
}

const none: readonly Matter[] = [];

/** The first who speaks: for what has no reason to differ. A side's own words come before what others wrote down of it. */
export const firstOf = (matter: Matter): Voiced => (matter.sides[0] ?? matter.attributed[0]) as Voiced;

/** The value of a field by the first who gives one, else of the first account that does. */
export function valueOf(matter: Matter, field: string): Json | undefined {
  for (const side of matter.sides) {
    const value = valueBy(side, field);
    if (value !== undefined) return value;
  }
  for (const side of matter.attributed) {
    const value = valueBy(side, field);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueBy({ accounts, fields }: Voiced, field: string): Json | undefined {
  const own = fields[field] ?? null;
  if (own !== null) return own;
  for (const account of accounts) {
    const value = account.fields[field] ?? null;
    if (value !== null) return value;
  }
  return undefined;
}

/** One value of a field with who gives it, and from which source. */
export type Told = { readonly party: string; readonly value: Json; readonly source?: string };

/** Every value that is given of a field: by each party, and by each account of each; none preferred (S2, S3). */
export function toldOf(matter: Matter, field: string): readonly Told[] {
  return [...matter.sides, ...matter.attributed].flatMap(({ accounts, attributed, fields, party }) => {
    const by = attributed?.party ?? party;
    const own = fields[field] ?? null;
    const source = attributed?.source ?? fields['source'];
    const first =
      own === null ? [] : [{ party: by, value: own, ...(typeof source === 'string' ? { source } : {}) }];
    const others = accounts.flatMap((account) => {
      const value = account.fields[field] ?? null;
      return value === null || (isSame(value, own) && account.source === source)
        ? []
        : [{ party: by, value, source: account.source }];
    });
    return [...first, ...others];
  });
}

/** Fields in which two parties differ (S2), and those in which the accounts of one party do (S3). */
export function differencesOf(
  matter: Matter,
  compared: readonly string[],
): { readonly parties: readonly string[]; readonly accounts: readonly string[] } {
  if (matter.sides.length < 2 && matter.sides.every(({ accounts }) => accounts.length < 2))
    return noDifferences;
  const parties = compared.filter((field) => isDivided(matter.sides.map(({ fields }) => fields[field])));
  const accounts = new Set(
    matter.sides.flatMap((side) => {
      const names = new Set(side.accounts.flatMap(({ fields }) => Object.keys(fields)));
      return [...names].filter((name) => isDivided(side.accounts.map(({ fields }) => fields[name])));
    }),
  );
  return { parties, accounts: [...accounts].sort() };
}

const noDifferences = { parties: [], accounts: [] } as const;

function isDivided(values: readonly (Json | undefined)[]): boolean {
  const spoken = values.filter((value) => value !== undefined && value !== null);
  return spoken.some((value) => !isSame(value, spoken[0]));
}

/** Where a matter stands in the feeds. */
export function entriesOf(...matters: readonly Matter[]): Entry[] {
  const entries: Entry[] = [];
  for (const { attributed, sides } of matters) {
    for (const { party, seq } of sides) entries.push({ party, seq });
    for (const { party, seq } of attributed) entries.push({ party, seq });
  }
  return entries;
}

/** A matter as the asker may see it, undefined when nothing of it is left. */
function seen(
  { kinds }: Register,
  matter: Matter,
  sight: Sight,
  hidden: ReadonlySet<string>,
): Matter | undefined {
  if (hidden.size === 0 && narrowestOf(matter) <= sights.indexOf(sight)) return matter;
  const known = matter.kept['seen'] as
    | { readonly sight: Sight; readonly hidden: ReadonlySet<string>; readonly shown: Matter | undefined }
    | undefined;
  if (known?.sight === sight && known.hidden === hidden) return known.shown;
  const shown = narrowed(matter, statementKind(kinds, matter.kind)?.fields ?? {}, sight, hidden);
  matter.kept['seen'] = { sight, hidden, shown };
  return shown;
}

/** The rank of the narrowest mark that any statement of it bears. */
function narrowestOf(matter: Matter): number {
  const known = matter.kept['narrowest'] as number | undefined;
  if (known !== undefined) return known;
  const ranks = [...matter.sides, ...matter.attributed].map(
    (one) => sights.find((_, rank) => maySee(one, sights[rank] as Sight)) ?? '',
  );
  const narrowest = Math.max(
    0,
    ...ranks.map((sight) => (sight === '' ? sights.length : sights.indexOf(sight))),
  );
  matter.kept['narrowest'] = narrowest;
  return narrowest;
}

function narrowed(
  matter: Matter,
  declared: Fields,
  sight: Sight,
  hidden: ReadonlySet<string>,
): Matter | undefined {
  if (hidden.has(matter.subject)) return undefined;
  const sides = matter.sides.filter((side) => maySee(side, sight));
  const attributed = matter.attributed.filter((side) => maySee(side, sight));
  if (sides.length + attributed.length === 0) return undefined;
  const clean = (side: Voiced): Voiced =>
    hidden.size === 0
      ? side
      : {
          ...side,
          fields: withoutHidden(side.fields, declared, hidden),
          accounts: side.accounts.map((one) => ({
            ...one,
            fields: withoutHidden(one.fields, declared, hidden),
          })),
        };
  if (
    hidden.size === 0 &&
    sides.length === matter.sides.length &&
    attributed.length === matter.attributed.length
  )
    return matter;
  return { ...matter, sides: sides.map(clean), attributed: attributed.map(clean), kept: {} };
}

/** Whether a statement bears no mark narrower than what the asker may see. Hidden equals absent: lists, search and drawers ask here. */
export function maySee(
  said: { readonly fields?: JsonObject | undefined; readonly accounts?: readonly Account[] },
  sight: Sight,
): boolean {
  const marks = [said.fields, ...(said.accounts ?? []).map(({ fields }) => fields)].map(
    (one) => one?.['mark'],
  );
  return marks.every((mark) => rankOf(typeof mark === 'string' ? mark : 'parties') <= sights.indexOf(sight));
}

const rankOf = (mark: string): number => {
  const rank = (sights as readonly string[]).indexOf(mark);
  return rank < 0 ? sights.length : rank;
};

/**
 * Subjects that are absent as a whole: those whose own statement, such as a note's, is marked beyond what the asker may see.
 * What else is said on them, an acknowledgement or a comment, is absent with them.
 */
export function hiddenSubjects(register: Register, sight: Sight): ReadonlySet<string> {
  return followed<{ kinds: readonly OfKind[]; hidden: ReadonlySet<string> }>(
    register,
    `hidden ${sight}`,
    (before) => {
      const marked = [...register.kinds.values()].filter(
        (kind) => kind.of === 'statement' && kind.fields['mark'] !== undefined,
      );
      const kinds = sight === 'restricted' ? [] : marked.map(({ kind }) => mattersOfKind(register, kind));
      if (
        before !== undefined &&
        kinds.every((of, at) => keepsHidden(of, before.kinds[at], before.hidden, sight))
      )
        return { kinds, hidden: before.hidden };
      const hidden = new Set<string>();
      for (const { list } of kinds)
        for (const matter of list) if (hidesSubject(matter, sight)) hidden.add(matter.subject);
      const stays =
        before?.hidden.size === hidden.size && [...hidden].every((subject) => before.hidden.has(subject));
      return { kinds, hidden: stays ? before.hidden : hidden };
    },
  ).hidden;
}

/** The statement is what its subject is, and is marked beyond what the asker may see. */
const hidesSubject = (matter: Matter, sight: Sight): boolean =>
  narrowestOf(matter) > sights.indexOf(sight) && kindName(matter.subject) === matter.kind;

/** Nothing that was spoken of in a kind since is hidden now and was not, or the other way round. */
function keepsHidden(
  now: OfKind,
  before: OfKind | undefined,
  hidden: ReadonlySet<string>,
  sight: Sight,
): boolean {
  const touched = before === undefined ? undefined : touchedSince(now, before);
  return (
    touched !== undefined &&
    [...touched].every((subject) => {
      const hides = now.bySubject.get(subject)?.some((matter) => hidesSubject(matter, sight)) === true;
      return kindName(subject) !== now.kind || hides === hidden.has(subject);
    })
  );
}

/** Fields without what they name of hidden subjects. */
export function withoutHidden(fields: JsonObject, declared: Fields, hidden: ReadonlySet<string>): JsonObject {
  const shown: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) {
    const type = declared[name];
    const kept = type === undefined ? value : cleared(value, type, hidden);
    if (kept !== undefined) shown[name] = kept;
  }
  return shown;
}

function cleared(value: Json, type: FieldType, hidden: ReadonlySet<string>): Json | undefined {
  if (type.type === 'subject') return typeof value === 'string' && hidden.has(value) ? undefined : value;
  if (type.type === 'subjects' && Array.isArray(value))
    return (value as readonly Json[]).filter((one) => !(typeof one === 'string' && hidden.has(one)));
  if (type.type !== 'rows' || !Array.isArray(value)) return value;
  return (value as readonly Json[]).map((row) =>
    isObject(row) ? withoutHidden(row, type.columns, hidden) : row,
  );
}
