import type { KeyId, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import type { AcceptedEntry } from '../feed/accept-run.ts';
import { keyStanding } from '../feed/chain.ts';
import { branchHeadsOf, controlTypes } from '../feed/control.ts';
import type { Entry } from '../feed/entry.ts';
import { statementKind } from '../kinds/catalogue.ts';
import type { Fields, StatementKind } from '../kinds/declare.ts';
import { valueFault } from '../kinds/value.ts';
import { readRetract, readStatement, type StatementBody } from './body.ts';
import { applyAct, applyCounterpart, applyDecline, applyRescind } from './fold-acts.ts';
import { applyAccept, applyConfirm, applyPosition, applyWithdraw } from './fold-positions.ts';
import type { FoldContext, Said, Voice } from './voice.ts';

/** Gives one accepted entry its effect. The heads it cites are held (F5), but for one of a `stranger`: then it has none. */
export function applyEntry(
  voice: Voice,
  accepted: AcceptedEntry,
  context: FoldContext,
  stranger?: PartyCode,
): void {
  const { entry } = accepted;
  voice.applied = entry.seq;
  if (voice.writers.at(-1)?.key !== entry.key) voice.writers.push({ from: entry.seq, key: entry.key });
  const reason =
    accepted.inert ??
    (stranger === undefined ? effectOf(voice, entry, context) : `inert.head-party: ${stranger}`);
  if (reason === undefined) return;
  const [word = reason, detail] = reason.split(': ', 2);
  voice.inert.push({
    party: voice.party,
    seq: entry.seq,
    type: entry.type,
    reason: word,
    ...(detail === undefined ? {} : { detail }),
  });
}

function effectOf(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  for (const head of entry.heads) voice.cited.set(head.party, head);
  if (controlTypes.has(entry.type)) return applyControl(voice, entry);
  if (keyStanding(voice.chain, entry.key, 'operate', entry.seq) === 'none') return 'inert.key';
  switch (entry.type) {
    case 'statement':
      return applyStatement(voice, entry, context);
    case 'position':
      return applyPosition(voice, entry, context);
    case 'accept':
      return applyAccept(voice, entry, context);
    case 'confirm':
      return applyConfirm(voice, entry, context);
    case 'withdraw':
      return applyWithdraw(voice, entry, context);
    case 'retract':
      return applyRetract(voice, entry, context);
    case 'act':
      return applyAct(voice, entry, context);
    case 'counterpart':
      return applyCounterpart(voice, entry, context);
    case 'decline':
      return applyDecline(voice, entry);
    case 'rescind':
      return applyRescind(voice, entry);
    default:
      return 'inert.type';
  }
}

function applyControl(voice: Voice, entry: Entry): string | undefined {
  const heads = entry.type === 'continue' ? branchHeadsOf(entry.body) : undefined;
  if (heads !== undefined) voice.continuations.push({ seq: entry.seq, heads });
  const { void: voided } = entry.body;
  if (entry.type !== 'keys' || !Array.isArray(voided)) return undefined;
  for (const row of voided as readonly { readonly after: number; readonly key: KeyId }[])
    voice.voids.push(row);
  return undefined;
}

function applyStatement(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readStatement(entry.body);
  if (body === undefined) return 'inert.body';
  const kind = statementKind(context.kinds, body.kind);
  if (kind === undefined) return `inert.kind: ${body.kind}`;
  if (body.attributed?.party === voice.party) return 'inert.body';
  const fault = statementFault(kind, body, context.languages);
  if (fault !== undefined) return fault;
  const { subject } = body;
  const before = voice.said.get(subject);
  context.spoke(kind.kind, subject);
  voice.said.set(subject, {
    seq: entry.seq,
    time: entry.time,
    kind: kind.kind,
    subject,
    facet: body.facet,
    on: body.on,
    fields: body.fields,
    accounts: body.accounts,
    attributed: body.attributed,
    before,
  });
  noteMention(voice, kind.kind, subject, before);
  return undefined;
}

/** A subject is found by its kind from its first mention on, even where that took back what was never said. */
function noteMention(voice: Voice, kind: string, subject: SubjectId, before: Said | undefined): void {
  for (let one = before; one !== undefined; one = one.before) if (one.kind === kind) return;
  const subjects = voice.saidOf.get(kind);
  if (subjects === undefined) voice.saidOf.set(kind, [subject]);
  else subjects.push(subject);
}

/** Why a statement says nothing by its kind: a field or value that does not fit, or one that is required and missing. */
export function statementFault(
  kind: StatementKind,
  { accounts, fields }: Pick<StatementBody, 'accounts' | 'fields'>,
  languages: readonly string[],
): string | undefined {
  const fault = fieldsFault(kind.fields, fields, languages);
  if (fault !== undefined) return fault;
  for (const account of accounts) {
    const told = fieldsFault(kind.fields, account.fields, languages);
    if (told !== undefined) return told;
  }
  for (const name in kind.fields) {
    if (kind.fields[name]?.required !== true || isTold(fields[name])) continue;
    if (!accounts.some((account) => isTold(account.fields[name]))) return `inert.field: ${name}`;
  }
  return undefined;
}

function isTold(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

function fieldsFault(declared: Fields, fields: JsonObject, languages: readonly string[]): string | undefined {
  for (const name in fields) {
    const field = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (field === undefined) return `inert.field: ${name}`;
    const fault = valueFault(field, fields[name] ?? null, languages);
    if (fault !== undefined) return `inert.value: ${name} ${fault}`;
  }
  return undefined;
}

function applyRetract(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readRetract(entry.body);
  if (body === undefined) return 'inert.body';
  if (statementKind(context.kinds, body.kind) === undefined) return `inert.kind: ${body.kind}`;
  const before = voice.said.get(body.subject);
  context.spoke(body.kind, body.subject);
  voice.said.set(body.subject, {
    seq: entry.seq,
    time: entry.time,
    kind: body.kind,
    subject: body.subject,
    facet: body.facet,
    on: undefined,
    fields: undefined,
    accounts: [],
    attributed: undefined,
    before,
  });
  noteMention(voice, body.kind, body.subject, before);
  return undefined;
}
