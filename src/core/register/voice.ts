import type { Crypto } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { verifyRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { hashOf } from '../bytes/hash.ts';
import type { Hash, KeyId, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import type { AcceptedEntry } from '../feed/accept-run.ts';
import { keyStanding, type ChainState } from '../feed/chain.ts';
import { branchHeadsOf, controlTypes, type BranchHead } from '../feed/control.ts';
import type { Entry, Head } from '../feed/entry.ts';
import { statementKind, type Kinds } from '../kinds/catalogue.ts';
import type { Fields } from '../kinds/declare.ts';
import { isObject, valueFault } from '../kinds/value.ts';
import type { Act } from '../text/act.ts';
import type { Consent } from '../text/acts.ts';
import { fieldOf } from '../text/compare.ts';
import { digestList, statedAsOf, takeInfo, takePosition, type PositionBook } from '../text/positions.ts';
import {
  readAboutAct,
  readAccept,
  readAct,
  readConfirm,
  readCounterpart,
  readPartyList,
  readPosition,
  readRetract,
  readStatement,
  readWithdraw,
  type Account,
} from './body.ts';
import { HashList } from './hash-list.ts';

/** Why an accepted entry changes nothing (F4): shown, kept, replicated. */
export type InertReason =
  | 'inert.type'
  | 'inert.body'
  | 'inert.key'
  | 'inert.kind'
  | 'inert.field'
  | 'inert.value'
  | 'inert.language'
  | 'inert.cause'
  | 'inert.digest'
  | 'inert.programme'
  | 'inert.signature'
  | 'inert.list';

export interface Inert {
  readonly party: PartyCode;
  readonly seq: number;
  readonly type: string;
  readonly reason: InertReason | string;
  readonly detail?: string;
}

/** One statement, and the one on the same subject that this party made before it. `fields` undefined: retracted (S1). */
export interface Said {
  readonly seq: number;
  readonly time: string;
  readonly kind: string;
  readonly subject: SubjectId;
  readonly facet: string | undefined;
  readonly on: string | undefined;
  readonly fields: JsonObject | undefined;
  readonly accounts: readonly Account[];
  readonly attributed: { readonly party: PartyCode; readonly source: string } | undefined;
  readonly before: Said | undefined;
}

/** Everything one feed, or one branch of it, says. Each feed is folded alone; questions combine them (F8). */
export interface Voice {
  readonly party: PartyCode;
  readonly branch: number;
  chain: ChainState;
  /** Entries that have taken effect; those accepted beyond wait for heads they cite (F5). */
  applied: number;
  readonly hashes: HashList;
  readonly waiting: AcceptedEntry[];
  readonly cited: Map<PartyCode, Head>;
  readonly positions: PositionBook;
  /** By subject, the latest statement. */
  readonly said: Map<SubjectId, Said>;
  /** By kind of statement, the subjects spoken of, in order of first mention. */
  readonly saidOf: Map<string, SubjectId[]>;
  readonly acts: Map<Hash, { readonly act: Act; readonly seq: number; readonly partyList: Json | undefined }>;
  readonly consents: Consent[];
  readonly declined: Set<Hash>;
  readonly withdrawn: Set<Hash>;
  readonly inert: Inert[];
  /** Continuations in this branch (F7). */
  readonly continuations: { readonly seq: number; readonly heads: readonly BranchHead[] }[];
  /** Which key wrote from which entry on. */
  readonly writers: { readonly from: number; readonly key: KeyId }[];
}

/** What one feed may ask of the others while it is folded. */
export interface FoldContext {
  readonly programme: Hash;
  readonly kinds: Kinds;
  readonly languages: readonly string[];
  readonly crypto: Crypto;
  /** The branch of a party's feed in which that entry has that hash. */
  readonly holding: (party: PartyCode, seq: number, hash: Hash) => Voice | undefined;
  /** Called for every text whose comparison may have changed. */
  readonly touched: (text: SubjectId) => void;
}

export function newVoice(party: PartyCode, branch: number, chain: ChainState): Voice {
  return {
    party,
    branch,
    chain,
    applied: 0,
    hashes: new HashList(),
    waiting: [],
    cited: new Map(),
    positions: new Map(),
    said: new Map(),
    saidOf: new Map(),
    acts: new Map(),
    consents: [],
    declined: new Set(),
    withdrawn: new Set(),
    inert: [],
    continuations: [],
    writers: [],
  };
}

/** Gives one accepted entry its effect. The heads it cites are held (F5). */
export function applyEntry(voice: Voice, accepted: AcceptedEntry, context: FoldContext): void {
  const { entry } = accepted;
  voice.applied = entry.seq;
  if (voice.writers.at(-1)?.key !== entry.key) voice.writers.push({ from: entry.seq, key: entry.key });
  const reason = accepted.inert ?? effectOf(voice, entry, context);
  if (reason === undefined) return;
  const [word = reason, detail] = reason.split(': ', 2);
  voice.inert.push({ party: voice.party, seq: entry.seq, type: entry.type, reason: word, ...(detail === undefined ? {} : { detail }) });
}

function effectOf(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  for (const head of entry.heads) voice.cited.set(head.party, head);
  if (controlTypes.has(entry.type)) return applyControl(voice, entry);
  if (keyStanding(voice.chain, entry.key, 'operate', entry.seq) === 'none') return 'inert.key';
  const { body } = entry;
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
      return applyRetract(voice, entry);
    case 'act':
      return applyAct(voice, entry, context);
    case 'counterpart':
      return applyCounterpart(voice, entry, context);
    case 'decline':
      return applyAboutAct(voice.declined, body);
    case 'rescind':
      return applyAboutAct(voice.withdrawn, body);
    default:
      return 'inert.type';
  }
}

function applyControl(voice: Voice, entry: Entry): string | undefined {
  const heads = entry.type === 'continue' ? branchHeadsOf(entry.body) : undefined;
  if (heads !== undefined) voice.continuations.push({ seq: entry.seq, heads });
  return undefined;
}

function applyPosition(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readPosition(entry.body);
  if (body === undefined) return 'inert.body';
  const { draft, item } = body;
  for (const name in body.fields) {
    const field = fieldOf(context.kinds, draft.text, item, name);
    if (field === undefined) return `inert.field: ${name}`;
    const fault = valueFault(field, body.fields[name] ?? null, context.languages);
    if (fault !== undefined) return `inert.value: ${name} ${fault}`;
  }
  for (const name in body.info) {
    const field = fieldOf(context.kinds, draft.text, item, name);
    if (field?.type !== 'prose') return `inert.field: ${name}`;
    if (Object.keys(body.info[name] ?? {}).some((lang) => context.languages.includes(lang))) return `inert.language: ${name}`;
  }
  for (const name in body.fields) takePosition(voice.positions, draft, item, name, body.fields[name] ?? null, entry.seq);
  for (const name in body.info) takeInfo(voice.positions, draft, item, name, body.info[name] ?? {});
  context.touched(draft.text);
  return undefined;
}

function applyWithdraw(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readWithdraw(entry.body);
  if (body === undefined) return 'inert.body';
  for (const field of body.fields) {
    if (fieldOf(context.kinds, body.draft.text, body.item, field) === undefined) return `inert.field: ${field}`;
  }
  for (const field of body.fields) takePosition(voice.positions, body.draft, body.item, field, undefined, entry.seq);
  context.touched(body.draft.text);
  return undefined;
}

function applyAccept(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readAccept(entry.body);
  if (body === undefined) return 'inert.body';
  const other = causalPast(voice, body.party, body.at, context);
  if (other === undefined) return 'inert.cause';
  const { draft } = body;
  const isEach = (item: SubjectId, field: string): boolean => fieldOf(context.kinds, draft.text, item, field)?.each === true;
  const values = statedAsOf(other.positions, draft, body.at.seq, body, isEach);
  if (hashOf(digestList(values), context.crypto) !== body.digest) return 'inert.digest';
  const taken = { party: body.party, seq: body.at.seq };
  for (const { item, field, value } of values) takePosition(voice.positions, draft, item, field, value, entry.seq, taken);
  context.touched(draft.text);
  return undefined;
}

/** T12: makes one's own what the other party recorded as one's position. */
function applyConfirm(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readConfirm(entry.body);
  if (body === undefined) return 'inert.body';
  const other = causalPast(voice, body.party, body.at, context);
  if (other === undefined) return 'inert.cause';
  const said = recordedAt(other, body.at.seq);
  if (said?.attributed?.party !== voice.party || said.fields === undefined) return 'inert.cause';
  const { text, values } = said.fields;
  if (hashOf(said.fields, context.crypto) !== body.digest) return 'inert.digest';
  if (typeof text !== 'string' || !Array.isArray(values)) return 'inert.body';
  const draft = { text: text as SubjectId };
  const stated: { readonly field: string; readonly value: Json }[] = [];
  for (const row of values as readonly Json[]) {
    if (!isObject(row) || typeof row['field'] !== 'string' || typeof row['value'] !== 'string') return 'inert.body';
    const field = fieldOf(context.kinds, draft.text, said.subject, row['field']);
    if (field === undefined) return `inert.field: ${row['field']}`;
    const value = parsed(row['value']);
    if (value === undefined || valueFault(field, value, context.languages) !== undefined) return `inert.value: ${row['field']}`;
    stated.push({ field: row['field'], value });
  }
  const taken = { party: body.party, seq: body.at.seq };
  for (const { field, value } of stated) takePosition(voice.positions, draft, said.subject, field, value, entry.seq, taken);
  context.touched(draft.text);
  return undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function recordedAt(voice: Voice, seq: number): Said | undefined {
  for (const subject of voice.saidOf.get('recorded') ?? []) {
    for (let said = voice.said.get(subject); said !== undefined; said = said.before) if (said.seq === seq) return said;
  }
  return undefined;
}

/** The branch of another feed that holds that entry, if this feed had cited it or a later one by now (T7). */
function causalPast(
  voice: Voice,
  party: PartyCode,
  at: { readonly seq: number; readonly hash: Hash },
  context: FoldContext,
): Voice | undefined {
  const cited = voice.cited.get(party);
  if (cited === undefined || cited.seq < at.seq) return undefined;
  const other = context.holding(party, cited.seq, cited.hash);
  return other?.hashes.at(at.seq) === at.hash ? other : undefined;
}

function applyStatement(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readStatement(entry.body);
  if (body === undefined) return 'inert.body';
  const kind = statementKind(context.kinds, body.kind);
  if (kind === undefined) return `inert.kind: ${body.kind}`;
  if (body.attributed?.party === voice.party) return 'inert.body';
  const fault = fieldsFault(kind.fields, body.fields, context.languages);
  if (fault !== undefined) return fault;
  for (const account of body.accounts) {
    const accountFault = fieldsFault(kind.fields, account.fields, context.languages);
    if (accountFault !== undefined) return accountFault;
  }
  const { subject } = body;
  const before = voice.said.get(subject);
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
  let one = before;
  while (one !== undefined && one.kind !== kind.kind) one = one.before;
  if (one === undefined) {
    const subjects = voice.saidOf.get(kind.kind);
    if (subjects === undefined) voice.saidOf.set(kind.kind, [subject]);
    else subjects.push(subject);
  }
  return undefined;
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

function applyRetract(voice: Voice, entry: Entry): string | undefined {
  const body = readRetract(entry.body);
  if (body === undefined) return 'inert.body';
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
    before: voice.said.get(body.subject),
  });
  return undefined;
}

function applyAct(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const act = readAct(entry.body);
  if (act === undefined) return 'inert.body';
  if (act.programme !== context.programme) return 'inert.programme';
  const partyList = readPartyList(entry.body);
  if ((act.partiesAfter === undefined) !== (partyList === undefined)) return 'inert.list';
  if (partyList !== undefined && hashOf(partyList, context.crypto) !== act.partiesAfter) return 'inert.list';
  const id = hashOf(entry.body, context.crypto);
  if (!voice.acts.has(id)) voice.acts.set(id, { act, seq: entry.seq, partyList });
  for (const { text } of act.texts) context.touched(text);
  return undefined;
}

/** A1: authorised before it in this feed. What a key did and lost later stays, contested. */
function applyCounterpart(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readCounterpart(entry.body);
  if (body === undefined) return 'inert.body';
  const key = voice.chain.keys.get(body.key);
  if (key === undefined || key.admittedAt >= entry.seq) return 'inert.key';
  const payload = counterpartPayload(context.programme, voice.party, body.act, entry.body['capacity'] ?? null, body.strength);
  if (!verifyRecord(context.crypto, recordTypes.counterpart, payload, key.public, body.signature)) return 'inert.signature';
  const { act, capacity, strength } = body;
  voice.consents.push({ act, party: voice.party, capacity, strength, key: body.key, seq: entry.seq, uses: key.uses });
  return undefined;
}

/** The bytes that a signatory signs (A): canonical `{act,capacity,party,programme,strength}`. */
export function counterpartPayload(programme: Hash, party: PartyCode, act: Hash, capacity: Json, strength: string): Uint8Array {
  return encodeCanonical({ act, capacity, party, programme, strength });
}

function applyAboutAct(list: Set<Hash>, body: JsonObject): string | undefined {
  const act = readAboutAct(body);
  if (act === undefined) return 'inert.body';
  list.add(act);
  return undefined;
}
