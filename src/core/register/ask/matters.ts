import type { PartyCode, SubjectId } from '../../bytes/ids.ts';
import type { Json, JsonObject } from '../../bytes/json.ts';
import { kindName, statementKind } from '../../kinds/catalogue.ts';
import type { Fields, FieldType } from '../../kinds/declare.ts';
import { isObject, isSame } from '../../kinds/value.ts';
import type { Account } from '../body.ts';
import { answered, effectOf, type Register } from '../register.ts';
import { partiesOf } from '../texts.ts';
import type { Said } from '../voice.ts';
import { type Asking, askedEver, type Entry, push, type Sight, sights } from './asking.ts';

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
}

/** Everything of a kind that is said now, as far as the asker may see: in order of party and first mention. */
export function mattersOf(asking: Asking, kind: string): readonly Matter[] {
  return askedEver(asking, `matters ${kind}`, () => {
    const all = allMattersOf(asking.register, kind);
    const hidden = hiddenSubjects(asking.register, asking.sight);
    const declared = statementKind(asking.register.kinds, kind)?.fields ?? {};
    return all.flatMap((matter) => seen(matter, declared, asking.sight, hidden) ?? []);
  });
}

/** What is said on one subject in one kind: one matter for each facet. */
export function mattersOn(asking: Asking, kind: string, subject: string): readonly Matter[] {
  const bySubject = askedEver(asking, `matters by subject ${kind}`, () => {
    const map = new Map<string, Matter[]>();
    for (const matter of mattersOf(asking, kind)) push(map, matter.subject, matter);
    return map;
  });
  return bySubject.get(subject) ?? [];
}

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

/** Everything of a kind, whoever asks. */
function allMattersOf(register: Register, kind: string): readonly Matter[] {
  return answered(register, `matters ${kind}`, () => {
    const matters = new Map<string, { matter: Matter; sides: Voiced[]; attributed: Voiced[] }>();
    for (const party of partiesOf(register)) {
      const effect = effectOf(register, party);
      for (const subject of effect?.voice.saidOf.get(kind) ?? []) {
        for (const said of latestOf(effect?.voice.said.get(subject), kind, effect?.hasEffect)) {
          const key = said.facet === undefined ? subject : `${subject} ${said.facet}`;
          let known = matters.get(key);
          if (known === undefined) {
            const [sides, attributed]: [Voiced[], Voiced[]] = [[], []];
            const facet = said.facet === undefined ? {} : { facet: said.facet };
            known = { matter: { kind, subject, ...facet, sides, attributed }, sides, attributed };
            matters.set(key, known);
          }
          (said.attributed === undefined ? known.sides : known.attributed).push(voicedBy(party, said));
        }
      }
    }
    return [...matters.values()].map(({ matter }) => matter);
  });
}

/** A party's present statements on a subject: its own of each facet, and what it wrote down of others since it took back. */
function latestOf(
  newest: Said | undefined,
  kind: string,
  hasEffect: ((seq: number) => boolean) | undefined,
): readonly Said[] {
  if (newest !== undefined && newest.before === undefined)
    return newest.kind === kind && newest.fields !== undefined && hasEffect?.(newest.seq) === true
      ? [newest]
      : [];
  const found: Said[] = [];
  const own = new Set<string>();
  const takenBack = new Set<string>();
  const written = new Set<string>();
  for (let said = newest; said !== undefined; said = said.before) {
    if (said.kind !== kind || hasEffect?.(said.seq) !== true) continue;
    const facet = said.facet ?? '';
    if (said.attributed !== undefined) {
      const of = `${facet} ${said.attributed.party}`;
      if (!takenBack.has(facet) && !written.has(of)) found.push(said);
      written.add(of);
      continue;
    }
    if (said.fields === undefined) takenBack.add(facet);
    else if (!own.has(facet) && !takenBack.has(facet)) found.push(said);
    own.add(facet);
  }
  return found;
}

function voicedBy(party: PartyCode, { accounts, attributed, fields, seq, time }: Said): Voiced {
  const said = { party, seq, time, fields: fields ?? {}, accounts };
  return attributed === undefined ? said : { ...said, attributed };
}

/** A matter as the asker may see it, undefined when nothing of it is left. */
function seen(
  matter: Matter,
  declared: Fields,
  sight: Sight,
  hidden: ReadonlySet<string>,
): Matter | undefined {
  if (sight === 'restricted') return matter;
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
  return { ...matter, sides: sides.map(clean), attributed: attributed.map(clean) };
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
  return answered(register, `hidden ${sight}`, () => {
    const hidden = new Set<string>();
    if (sight === 'restricted') return hidden;
    for (const kind of register.kinds.values()) {
      if (kind.of !== 'statement' || kind.fields['mark'] === undefined) continue;
      for (const matter of allMattersOf(register, kind.kind)) {
        const said = [...matter.sides, ...matter.attributed];
        if (kindName(matter.subject) === kind.kind && said.some((one) => !maySee(one, sight)))
          hidden.add(matter.subject);
      }
    }
    return hidden;
  });
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
