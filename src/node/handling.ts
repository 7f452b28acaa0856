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

const narrowed = new WeakMap<Register, { readonly version: number; readonly register: Register }>();

/**
 * The register as it would be had nobody made a restricted statement: hidden equals absent, for every question at once.
 * What is said on a subject whose own statement is restricted, such as the acknowledgement of a note, goes with it, and so
 * does what names it. The same register where there is none.
 */
export function withoutRestricted(register: Register): Register {
  const known = narrowed.get(register);
  if (known?.version === register.version) return known.register;
  let isSame = true;
  const hidden = hiddenSubjects(register, 'parties');
  const voices = new Map<PartyCode, Voice[]>();
  for (const [party, list] of register.voices) {
    const narrow = list.map((voice) => narrowVoice(voice, register.kinds, hidden));
    if (narrow.some((voice, at) => voice !== list[at])) isSame = false;
    voices.set(party, narrow);
  }
  const result = isSame ? register : { ...register, voices, answers: new Map() };
  narrowed.set(register, { version: register.version, register: result });
  return result;
}

function narrowVoice(voice: Voice, kinds: Kinds, hidden: ReadonlySet<string>): Voice {
  const said = new Map<SubjectId, Said>();
  let isSame = true;
  for (const [subject, latest] of voice.said) {
    const kept = hidden.has(subject) ? undefined : withoutNames(narrowSaid(latest), kinds, hidden);
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
