import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { statementKind } from '../kinds/catalogue.ts';
import { isSame } from '../kinds/value.ts';
import type { Account } from './body.ts';
import { answered, effectOf, type Register } from './register.ts';
import { inForce, partiesOf, textsOf } from './texts.ts';
import type { Said } from './voice.ts';

/** One statement as shown: whose, where in their feed, and whether it is their latest. */
export interface StatementView {
  readonly party: PartyCode;
  readonly seq: number;
  /** Asserted time of the entry. */
  readonly time: string;
  readonly kind: string;
  readonly subject: SubjectId;
  readonly facet?: string;
  readonly on?: string;
  /** Undefined: retracted. */
  readonly fields?: JsonObject;
  readonly accounts: readonly Account[];
  /** What another party said, written down by this one (S4). */
  readonly attributed?: { readonly party: PartyCode; readonly source: string };
  /** False when the feed is frozen there or its key was void (F6, K3). */
  readonly hasEffect: boolean;
}

/** What each party says on one subject and facet, and where they differ (S2). */
export interface AccountsView {
  readonly subject: SubjectId;
  readonly kind: string;
  readonly facet?: string;
  readonly sides: readonly Side[];
  readonly fields: readonly { readonly field: string; readonly standing: Standing }[];
  readonly differs: boolean;
}

export interface Side {
  readonly party: PartyCode;
  readonly latest?: StatementView;
  /** Earlier ones of the same party, newest first: nothing is overwritten. */
  readonly history: readonly StatementView[];
  /** What this party wrote down as said by another, newest first; none that it has taken back. */
  readonly attributed: readonly StatementView[];
  /** Fields in which the accounts that this party gives differ among themselves (S3). */
  readonly divided: readonly string[];
}

/** Of those who speak of a field. */
export type Standing = 'same' | 'differs' | 'oneSide';

/** Both voices on one fact (S1, S2, S4). Retracted statements are in the history only. */
export function accountsOf(
  register: Register,
  subject: SubjectId,
  kind: string,
  facet?: string,
): AccountsView {
  const sides = partiesOf(register).map((party) => sideOf(register, party, subject, kind, facet));
  const compared = statementKind(register.kinds, kind)?.compared ?? [];
  const fields = compared.flatMap((field) => {
    const standing = standingOf(sides.map(({ latest }) => latest?.fields?.[field]));
    return standing === undefined ? [] : [{ field, standing }];
  });
  const differs = fields.some(({ standing }) => standing === 'differs');
  return { subject, kind, ...(facet === undefined ? {} : { facet }), sides, fields, differs };
}

function sideOf(
  register: Register,
  party: PartyCode,
  subject: SubjectId,
  kind: string,
  facet: string | undefined,
): Side {
  const all = statementsOn(register, party, subject).filter(
    (said) => said.kind === kind && said.facet === facet,
  );
  const own = all.filter((said) => said.attributed === undefined);
  const latest = own.find((said) => said.hasEffect);
  const isRetracted = latest !== undefined && latest.fields === undefined;
  const takenBack = own.find((said) => said.hasEffect && said.fields === undefined)?.seq ?? 0;
  return {
    party,
    history: isRetracted ? own : own.filter((said) => said !== latest),
    attributed: all.filter((said) => said.attributed !== undefined && said.seq > takenBack),
    divided: latest === undefined ? [] : dividedIn(latest),
    ...(latest === undefined || isRetracted ? {} : { latest }),
  };
}

/** `undefined` when nobody speaks of it. */
function standingOf(values: readonly (Json | undefined)[]): Standing | undefined {
  const spoken = values.filter((value): value is Json => value !== undefined && value !== null);
  if (spoken.length < 2) return spoken.length === 0 ? undefined : 'oneSide';
  return spoken.every((value) => isSame(value, spoken[0])) ? 'same' : 'differs';
}

function dividedIn({ accounts }: StatementView): string[] {
  const names = new Set(accounts.flatMap(({ fields }) => Object.keys(fields)));
  return [...names]
    .sort()
    .filter((name) => standingOf(accounts.map(({ fields }) => fields[name])) === 'differs');
}

/** All statements of one party on a subject, newest first, of every kind, from every branch of its feed. */
export function statementsOn(register: Register, party: PartyCode, subject: SubjectId): StatementView[] {
  const effect = effectOf(register, party);
  const found = new Map<Hash, StatementView>();
  for (const voice of effect === undefined ? [] : [effect.voice, ...effect.branches]) {
    for (let said = voice.said.get(subject); said !== undefined; said = said.before) {
      const entry = voice.hashes.at(said.seq);
      if (entry === undefined || found.has(entry)) continue;
      found.set(entry, viewOf(party, said, voice === effect?.voice && effect.hasEffect(said.seq)));
    }
  }
  const views = [...found].sort(
    ([one, { seq }], [other, { seq: otherSeq }]) => otherSeq - seq || (one < other ? -1 : 1),
  );
  return views.map(([, view]) => view);
}

/** Subjects on which any party made a statement of a kind, in order of party and first mention. */
export function subjectsOf(register: Register, kind: string): SubjectId[] {
  const subjects = new Set<SubjectId>();
  for (const party of partiesOf(register)) {
    const voices = register.voices.get(party) ?? [];
    const spokenOf = voices.flatMap((voice) => voice.saidOf.get(kind) ?? []);
    // Branches have no order of their own (F8).
    for (const subject of voices.length > 1 ? spokenOf.sort() : spokenOf) subjects.add(subject);
  }
  return [...subjects];
}

function viewOf(party: PartyCode, said: Said, hasEffect: boolean): StatementView {
  const { accounts, attributed, facet, fields, kind, on, seq, subject, time } = said;
  return {
    party,
    seq,
    time,
    kind,
    subject,
    accounts,
    hasEffect,
    ...(facet === undefined ? {} : { facet }),
    ...(on === undefined ? {} : { on }),
    ...(fields === undefined ? {} : { fields }),
    ...(attributed === undefined ? {} : { attributed }),
  };
}

/** A figure that minutes in force settle: the accounts stay beside it. */
export interface Settlement {
  readonly minutes: SubjectId;
  readonly act: Hash;
  readonly since: string;
  readonly figures: Json;
  /** What was damaged or lost, as the minutes record it. */
  readonly lost?: Json;
  readonly wording?: Json;
}

/** What minutes in force on that day say of a subject; nothing while two of them conflict. */
export function settlementsOf(register: Register, subject: SubjectId, day: string): readonly Settlement[] {
  return settlementsOn(register, day).get(subject) ?? [];
}

function settlementsOn(register: Register, day: string): ReadonlyMap<Json, readonly Settlement[]> {
  return answered(register, `settlements ${day}`, () => {
    const settlements = new Map<Json, Settlement[]>();
    for (const minutes of textsOf(register)) {
      const current = inForce(register, minutes, day);
      if (current?.content === undefined || current.conflict.length > 0) continue;
      const { act, since } = current;
      for (const { fields } of current.content.items) {
        const { about, figures, lost, wording } = fields;
        if (about === undefined || figures === undefined) continue;
        const settlement = {
          minutes,
          act,
          since,
          figures,
          ...(lost === undefined ? {} : { lost }),
          ...(wording === undefined ? {} : { wording }),
        };
        settlements.set(about, [...(settlements.get(about) ?? []), settlement]);
      }
    }
    return settlements;
  });
}
