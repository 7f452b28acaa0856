import type { PartyCode, SubjectId } from '../core/bytes/ids.ts';
import { isSubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Head } from '../core/feed/entry.ts';
import { itemKind, type Kinds, kindName, statementKind, textKind } from '../core/kinds/catalogue.ts';
import type { StatementKind } from '../core/kinds/declare.ts';
import { isSame, valueFault } from '../core/kinds/value.ts';
import { type StatementView, statementsOn } from '../core/register/accounts.ts';
import { readStatement } from '../core/register/body.ts';
import type { Register } from '../core/register/register.ts';
import { tidy } from './drafts.ts';
import { isRestricted } from './handling.ts';
import { stringOf } from './json-text.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { filesIn } from './signing.ts';

export interface NewStatement {
  readonly kind: string;
  readonly subject: string;
  readonly facet?: string | undefined;
  /** Partial date it speaks of. */
  readonly on?: string | undefined;
  readonly fields: JsonObject;
  readonly accounts?: readonly { readonly fields: JsonObject; readonly source: string }[] | undefined;
  /** What another party said, written down by us (S4). */
  readonly attributed?: { readonly party: string; readonly source: string } | undefined;
  /** Seq of our statement that this replaces; 0 when there is none. */
  readonly version: number;
}

/** What we said already, at that place of our feed: nothing is said again. */
class SaidBefore extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super('said before');
    this.seq = seq;
  }
}

/**
 * States something in our feed, for our side only: effective and durable when this resolves (S1).
 *
 * @param isCleared whether the author may see what is restricted; whoever may not neither writes nor replaces it (S5)
 * @param since place of our feed behind which the same words count as these: they are not said twice
 * @throws Refusal `text.kind`, `statement.stale` with ours in `current`, `access.denied`, `lock.signing`
 */
export async function makeStatement(
  programme: Programme,
  given: NewStatement,
  isCleared = true,
  since?: number,
): Promise<Head> {
  try {
    return await programme.append(async (register) => {
      const body = statementBody(register, programme.party, given);
      const said = since === undefined ? undefined : saidSince(register, programme.party, body, since);
      if (said !== undefined) throw new SaidBefore(said);
      await checkNew(programme, register, given, body, isCleared);
      return [{ type: 'statement', body }];
    });
  } catch (error) {
    if (!(error instanceof SaidBefore)) throw error;
    const [chain] = await programme.chains(programme.party);
    const hash = chain?.hashAt(error.seq);
    if (hash === undefined) throw error;
    return { party: programme.party, seq: error.seq, hash };
  }
}

/** States several things as one batch: all of it, or nothing. @throws Refusal as {@link makeStatement} */
export async function makeStatements(
  programme: Programme,
  all: readonly NewStatement[],
  isCleared = true,
): Promise<Head> {
  return programme.append(async (register) => {
    const bodies = all.map((given) => statementBody(register, programme.party, given));
    for (const [at, given] of all.entries())
      await checkNew(programme, register, given, bodies[at] as Body, isCleared);
    return bodies.map((body) => ({ type: 'statement', body }));
  });
}

/** Whether its author may say it, over what it was written against, with the files that it names. */
async function checkNew(
  programme: Programme,
  register: Register,
  given: NewStatement,
  { accounts = [], fields }: Body,
  isCleared: boolean,
): Promise<void> {
  const latest = latestFor(register, programme.party, given);
  const touched = [{ fields, accounts }, ...(latest === undefined ? [] : [latest])];
  if (!isCleared && touched.some(isRestricted)) throw new Refusal('access.denied');
  refuseStale(latest, given.version);
  for (const file of [...filesIn(fields), ...accounts.flatMap((one) => filesIn(one.fields))])
    if (!(await programme.store.hasAttachment(file)))
      throw fault('fields', 'a file that it names is not here');
}

type Body = {
  readonly kind: string;
  readonly subject: SubjectId;
  readonly facet?: string;
  readonly on?: string;
  readonly fields: JsonObject;
  readonly accounts?: readonly { readonly source: string; readonly fields: JsonObject }[];
  readonly attributed?: { readonly party: string; readonly source: string };
};

/** What an entry would say. @throws Refusal `text.kind` where it would be inert */
export function statementBody(register: Register, party: PartyCode, given: NewStatement): Body {
  const { attributed, facet, kind, on, subject } = given;
  const declared = statementKind(register.kinds, kind);
  if (declared === undefined) throw fault('kind', 'no such kind of statement');
  if (!isSubjectId(subject) || !isKnownSubject(register.kinds, subject))
    throw fault('subject', 'no such subject');
  const fields = checkFields(register, declared, given.fields, 'fields');
  const accounts = given.accounts?.map((one, at) => ({
    source: stringOf(tidy(one.source)),
    fields: checkFields(register, declared, one.fields, `accounts.${at}`, false),
  }));
  if (attributed?.party === party) throw fault('attributed', 'our own words need no attribution');
  const body: Body = {
    kind,
    subject,
    fields,
    ...(facet === undefined ? {} : { facet }),
    ...(on === undefined ? {} : { on }),
    ...(accounts === undefined || accounts.length === 0 ? {} : { accounts }),
    ...(attributed === undefined
      ? {}
      : { attributed: { party: attributed.party, source: stringOf(tidy(attributed.source)) } }),
  };
  // What the fold would keep without effect (F4) is not said at all.
  if (readStatement(body) === undefined) throw fault('statement', 'its facet or date has not the right form');
  return body;
}

/** Our statement that a new one would replace. */
export function latestFor(
  register: Register,
  party: PartyCode,
  given: Pick<NewStatement, 'kind' | 'subject' | 'facet' | 'attributed'>,
): StatementView | undefined {
  const { attributed, facet, kind, subject } = given;
  return ownLatest(register, party, kind, subject as SubjectId, facet, attributed !== undefined);
}

/** Where we said exactly this behind a place of our feed, if we did. */
function saidSince(register: Register, party: PartyCode, body: Body, since: number): number | undefined {
  const { subject, ...said } = body;
  return statementsOn(register, party, subject).find(
    (one) => one.seq > since && one.hasEffect && isSame(saidBy(one), said),
  )?.seq;
}

function saidBy({ accounts, attributed, facet, fields, kind, on }: StatementView): JsonObject {
  return {
    kind,
    ...(fields === undefined ? {} : { fields }),
    ...(facet === undefined ? {} : { facet }),
    ...(on === undefined ? {} : { on }),
    ...(accounts.length === 0
      ? {}
      : { accounts: accounts.map((one) => ({ fields: one.fields, source: one.source })) }),
    ...(attributed === undefined ? {} : { attributed: { ...attributed } }),
  };
}

/** Takes our statement back; its history stays (S1). @throws Refusal `statement.stale`, `lock.signing` */
export async function retractStatement(
  programme: Programme,
  given: {
    readonly kind: string;
    readonly subject: string;
    readonly facet?: string | undefined;
    readonly version: number;
  },
  isCleared = true,
): Promise<Head> {
  const { facet, kind, subject } = given;
  return programme.append((register) => {
    const latest = ownLatest(register, programme.party, kind, subject as SubjectId, facet, false);
    if (latest === undefined || (!isCleared && isRestricted(latest))) throw new Refusal('request.not-found');
    refuseStale(latest, given.version);
    return [{ type: 'retract', body: { kind, subject, ...(facet === undefined ? {} : { facet }) } }];
  });
}

function refuseStale(latest: StatementView | undefined, version: number): void {
  if ((latest?.seq ?? 0) === version) return;
  throw new Refusal('statement.stale', { current: latest === undefined ? null : statementJson(latest) });
}

function ownLatest(
  register: Register,
  party: PartyCode,
  kind: string,
  subject: SubjectId,
  facet: string | undefined,
  isAttributed: boolean,
): StatementView | undefined {
  const latest = statementsOn(register, party, subject).find(
    (one) => one.kind === kind && one.facet === facet && (one.attributed !== undefined) === isAttributed,
  );
  return latest?.fields === undefined && latest?.accounts.length === 0 ? undefined : latest;
}

function checkFields(
  register: Register,
  kind: StatementKind,
  given: JsonObject,
  path: string,
  isWhole = true,
): JsonObject {
  const fields: Record<string, Json> = {};
  for (const [name, raw] of Object.entries(given)) {
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (field === undefined) throw fault(`${path}.${name}`, 'no such field');
    const value = tidy(raw);
    const wrong = valueFault(field, value, register.ground.languages);
    if (wrong !== undefined) throw fault(`${path}.${name}`, wrong);
    if (value !== null) fields[name] = value;
  }
  const missing = isWhole
    ? Object.entries(kind.fields).find(
        ([name, field]) => field.required === true && fields[name] === undefined,
      )
    : undefined;
  if (missing) throw fault(`${path}.${missing[0]}`, 'missing');
  return fields;
}

/** Whether an id names a text, an item, or a subject of a declared kind. */
function isKnownSubject(kinds: Kinds, subject: SubjectId): boolean {
  return kinds.has(kindName(subject));
}

/** The place of a subject among kinds, for a drawer. */
export function isTextOrItem(kinds: Kinds, text: SubjectId, subject: SubjectId): boolean {
  const kind = textKind(kinds, text);
  return kind !== undefined && (subject === text || itemKind(kinds, kind, subject) !== undefined);
}

/** A statement as the API gives it. */
export function statementJson(view: StatementView): JsonObject {
  const { accounts, attributed, facet, fields, kind, party, seq, subject, time } = view;
  return {
    party,
    seq,
    at: time,
    kind,
    subject,
    fields: fields ?? {},
    ...(facet === undefined ? {} : { facet }),
    ...(accounts.length === 0
      ? {}
      : { accounts: accounts.map((one) => ({ fields: one.fields, source: one.source })) }),
    ...(attributed === undefined
      ? {}
      : { attributed: { party: attributed.party, source: attributed.source } }),
  };
}

function fault(path: string, message: string): Refusal {
  return new Refusal('text.kind', { errors: [{ path, message }] });
}
