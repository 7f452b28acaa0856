import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { statementKind } from '../kinds/catalogue.ts';
import { effectOf, type Register } from './register.ts';
import { inForce, partiesOf, textsOf } from './texts.ts';
import type { Said } from './voice.ts';
import type { Account } from './body.ts';

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
  readonly sides: readonly {
    readonly party: PartyCode;
    readonly latest?: StatementView;
    /** Earlier ones of the same party, newest first: nothing is overwritten. */
    readonly history: readonly StatementView[];
    /** What this party wrote down as said by another. */
    readonly attributed: readonly StatementView[];
  }[];
  readonly fields: readonly { readonly field: string; readonly standing: 'same' | 'differs' | 'oneSide' }[];
  readonly differs: boolean;
}

/** Both voices on one fact (S1, S2, S4). Retracted statements are in the history only. */
export function accountsOf(register: Register, subject: SubjectId, kind: string, facet?: string): AccountsView {
  const sides = partiesOf(register).map((party) => {
    const all = statementsOn(register, party, subject).filter((said) => said.kind === kind && said.facet === facet);
    const own = all.filter((said) => said.attributed === undefined);
    const latest = own.find((said) => said.hasEffect);
    const history = own.filter((said) => said !== latest);
    const shown = latest?.fields === undefined && latest?.accounts.length === 0 ? undefined : latest;
    return {
      party,
      history: shown === undefined && latest !== undefined ? own : history,
      attributed: all.filter((said) => said.attributed !== undefined),
      ...(shown === undefined ? {} : { latest: shown }),
    };
  });
  const compared = statementKind(register.kinds, kind)?.compared ?? [];
  const fields = compared.flatMap((field) => {
    const values = sides.map((side) => side.latest?.fields?.[field]).filter((value): value is Json => value !== undefined && value !== null);
    if (values.length === 0) return [];
    const standing = values.length < sides.length ? ('oneSide' as const) : values.every(isSameAs(values[0])) ? ('same' as const) : ('differs' as const);
    return [{ field, standing }];
  });
  return {
    subject,
    kind,
    ...(facet === undefined ? {} : { facet }),
    sides,
    fields,
    differs: fields.some(({ standing }) => standing === 'differs'),
  };
}

const isSameAs = (one: Json | undefined) => (other: Json) => JSON.stringify(one) === JSON.stringify(other);

/** All statements of one party on a subject, newest first, of every kind. */
export function statementsOn(register: Register, party: PartyCode, subject: SubjectId): StatementView[] {
  const effect = effectOf(register, party);
  const views: StatementView[] = [];
  for (let said: Said | undefined = effect?.voice.said.get(subject); said !== undefined; said = said.before) {
    views.push(viewOf(party, said, effect?.hasEffect(said.seq) === true));
  }
  return views;
}

/** Subjects on which any party made a statement of a kind, in order of party and first mention. */
export function subjectsOf(register: Register, kind: string): SubjectId[] {
  const subjects = new Set<SubjectId>();
  for (const party of partiesOf(register)) {
    for (const subject of effectOf(register, party)?.voice.saidOf.get(kind) ?? []) subjects.add(subject);
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
  readonly wording?: Json;
}

/** What minutes in force on that day say of a subject. */
export function settlementsOf(register: Register, subject: SubjectId, day: string): Settlement[] {
  const settlements: Settlement[] = [];
  for (const minutes of textsOf(register)) {
    const current = inForce(register, minutes, day);
    for (const item of current?.content?.items ?? []) {
      const { about, figures, wording } = item.fields;
      if (current === undefined || about !== subject || figures === undefined) continue;
      settlements.push({ minutes, act: current.act, since: current.since, figures, ...(wording === undefined ? {} : { wording }) });
    }
  }
  return settlements;
}
