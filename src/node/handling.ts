import type { PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { type Kinds, statementKind } from '../core/kinds/catalogue.ts';
import { hiddenSubjects, withoutHidden } from '../core/register/ask/matters.ts';
import type { Register } from '../core/register/register.ts';
import type { Said, Voice } from '../core/register/voice.ts';
import type { Account } from './accounts.ts';

/* Handling marks are levels that the parties share (S5); who of ours may see which is for us to say. */

/** Roles that see what is for named posts only, unless the account says otherwise. */
const clearedRoles: ReadonlySet<string> = new Set(['desk', 'signatory', 'leader']);

/** Whether an account may see what is marked `restricted`. */
export function isCleared(account: Account): boolean {
  return account.restricted ?? account.roles.some((role) => clearedRoles.has(role));
}

/** Whether a statement is for named posts only. */
export function isRestricted(said: {
  readonly fields?: JsonObject | undefined;
  readonly accounts: readonly { readonly fields: JsonObject }[];
}): boolean {
  return (
    said.fields?.['mark'] === restricted || said.accounts.some(({ fields }) => fields['mark'] === restricted)
  );
}
const restricted = 'restricted';

/** A register beside the one it was made of. */
interface Narrowed {
  version: number;
  hidden: ReadonlySet<string>;
  /** How much was spoken of each kind by then. */
  spoken: ReadonlyMap<string, number>;
  /** Without what is restricted; undefined where nothing is. */
  register: Register | undefined;
}

const narrowed = new WeakMap<Register, Narrowed>();

/**
 * The register as it would be had nobody made a restricted statement: hidden equals absent, for every question at once.
 * What is said on a subject whose own statement is restricted, such as the acknowledgement of a note, goes with it, and so
 * does what names it. The same register where there is none. After a write only what was spoken of is looked at again.
 */
export function withoutRestricted(register: Register): Register {
  const before = narrowed.get(register);
  if (before?.version === register.version) return before.register ?? register;
  const hidden = hiddenSubjects(register, 'parties');
  const follows = before !== undefined && before.hidden === hidden && followWrite(register, before);
  const spoken = new Map([...register.spoken].map(([kind, subjects]) => [kind, subjects.length] as const));
  const result = follows ? before.register : narrowWhole(register, hidden, before?.register);
  narrowed.set(register, { version: register.version, hidden, spoken, register: result });
  if (result !== undefined) result.version = register.version;
  return result ?? register;
}

/** All of it anew; `before` becomes it, so that what follows it goes on. */
function narrowWhole(
  register: Register,
  hidden: ReadonlySet<string>,
  before: Register | undefined,
): Register | undefined {
  let isSame = true;
  const voices = new Map<PartyCode, Voice[]>();
  for (const [party, list] of register.voices) {
    const narrow = list.map((voice) => narrowVoice(voice, register.kinds, hidden));
    if (narrow.some((voice, at) => voice !== list[at])) isSame = false;
    // One that says the same now may be narrower later, and is followed apart from then on.
    voices.set(
      party,
      narrow.map((voice, at) => (voice === list[at] ? ownVoice(voice) : voice)),
    );
  }
  if (isSame) return undefined;
  const result = before ?? { ...register, voices: new Map(), spoken: new Map(), answers: new Map() };
  result.voices.clear();
  for (const [party, list] of voices) result.voices.set(party, list);
  result.spoken.clear();
  result.answers.clear();
  return result;
}

const ownVoice = (voice: Voice): Voice => ({
  ...voice,
  said: new Map(voice.said),
  saidOf: new Map([...voice.saidOf].map(([kind, subjects]) => [kind, [...subjects]])),
});

/** Takes in what was spoken of since; false where the order of what is left might be another, and all is made anew. */
function followWrite(register: Register, { hidden, register: result, spoken }: Narrowed): boolean {
  const since = [...register.spoken].map(
    ([kind, subjects]) => [kind, subjects.slice(spoken.get(kind) ?? 0)] as const,
  );
  const touched = new Set(since.flatMap(([, subjects]) => subjects));
  for (const [party, list] of register.voices) {
    const narrow = result?.voices.get(party);
    if (result !== undefined && narrow?.length !== list.length) return false;
    for (const [at, voice] of list.entries()) {
      for (const subject of touched) {
        const latest = voice.said.get(subject);
        const kept = narrowChain(latest, register.kinds, hidden);
        const own = narrow?.[at];
        if (own === undefined ? kept !== latest : !follow(own, voice, subject, kept)) return false;
      }
      if (narrow?.[at] !== undefined) {
        const { said, saidOf } = narrow[at];
        Object.assign(narrow[at], voice, { said, saidOf });
      }
    }
  }
  if (result === undefined) return true;
  for (const [kind, subjects] of since) {
    const log = result.spoken.get(kind);
    if (log === undefined) result.spoken.set(kind, subjects);
    else log.push(...subjects);
  }
  return true;
}

/** Takes in what a voice says on a subject now; false where it is found by another kind than before but not as its last. */
function follow(own: Voice, voice: Voice, subject: SubjectId, kept: Said | undefined): boolean {
  if (kept === undefined) return !own.said.has(subject);
  const before = own.said.get(subject);
  own.said.set(subject, kept);
  for (const kind of kindsIn(kept)) {
    if (speaksOf(before, kind)) continue;
    const subjects = own.saidOf.get(kind);
    // What is new in both stands last in both.
    if (voice.saidOf.get(kind)?.at(-1) !== subject) return false;
    if (subjects === undefined) own.saidOf.set(kind, [subject]);
    else subjects.push(subject);
  }
  return [...kindsIn(before)].every((kind) => speaksOf(kept, kind));
}

function kindsIn(latest: Said | undefined): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (let one = latest; one !== undefined; one = one.before) kinds.add(one.kind);
  return kinds;
}

/** What is left of a chain of statements. The same chain if nothing of it is hidden. */
const narrowChain = (
  latest: Said | undefined,
  kinds: Kinds,
  hidden: ReadonlySet<string>,
): Said | undefined =>
  latest === undefined || hidden.has(latest.subject)
    ? undefined
    : withoutNames(narrowSaid(latest), kinds, hidden);

function narrowVoice(voice: Voice, kinds: Kinds, hidden: ReadonlySet<string>): Voice {
  const said = new Map<SubjectId, Said>();
  let isSame = true;
  for (const [subject, latest] of voice.said) {
    const kept = narrowChain(latest, kinds, hidden);
    if (kept !== latest) isSame = false;
    if (kept !== undefined) said.set(subject, kept);
  }
  if (isSame) return voice;
  const saidOf = new Map<string, SubjectId[]>();
  for (const [kind, subjects] of voice.saidOf) {
    const kept = subjects.filter((subject) => speaksOf(said.get(subject), kind));
    if (kept.length > 0) saidOf.set(kind, kept);
  }
  return { ...voice, said, saidOf };
}

/** A chain of statements without the hidden subjects that their fields name. The same chain if they name none. */
function withoutNames(latest: Said | undefined, kinds: Kinds, hidden: ReadonlySet<string>): Said | undefined {
  if (latest === undefined || hidden.size === 0) return latest;
  const before = withoutNames(latest.before, kinds, hidden);
  const declared = statementKind(kinds, latest.kind)?.fields ?? {};
  const clean = (fields: JsonObject): JsonObject => withoutHidden(fields, declared, hidden);
  const fields = latest.fields === undefined ? undefined : clean(latest.fields);
  const accounts = latest.accounts.map((one) => ({ ...one, fields: clean(one.fields) }));
  const isSame = isSameFields(fields, latest.fields) && before === latest.before;
  return isSame && latest.accounts.every((one, at) => isSameFields(one.fields, accounts[at]?.fields))
    ? latest
    : { ...latest, fields, accounts, before };
}

const isSameFields = (one: JsonObject | undefined, other: JsonObject | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

function speaksOf(latest: Said | undefined, kind: string): boolean {
  for (let one = latest; one !== undefined; one = one.before) if (one.kind === kind) return true;
  return false;
}

/** A chain of statements without the restricted ones, nor what takes such a one back. The same chain if there is none. */
function narrowSaid(latest: Said): Said | undefined {
  const all: Said[] = [];
  for (let one: Said | undefined = latest; one !== undefined; one = one.before) all.push(one);
  const kept = all.filter((one, at) => !isHidden(one, all.slice(at + 1)));
  if (kept.length === all.length) return latest;
  return kept.reduceRight<Said | undefined>((before, one) => ({ ...one, before }), undefined);
}

function isHidden(one: Said, earlier: readonly Said[]): boolean {
  if (one.fields !== undefined) return isRestricted(one);
  const takenBack = earlier.find(
    ({ facet, fields, kind }) => fields !== undefined && kind === one.kind && facet === one.facet,
  );
  return takenBack !== undefined && isRestricted(takenBack);
}
