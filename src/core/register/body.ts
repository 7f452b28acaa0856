import { fromBase64 } from '../bytes/codec.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import {
  type Hash,
  isHash,
  isKeyId,
  isLang,
  isPartyCode,
  isSubjectId,
  type KeyId,
  type PartyCode,
  type SubjectId,
} from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { isFullDate, isPartialDate } from '../bytes/partial-date.ts';
import { parseCard } from '../feed/founding.ts';
import { partiesMax } from '../feed/limits.ts';
import { isObject } from '../kinds/value.ts';
import type { Act, ActText, Capacity, Effective, Strength } from '../text/act.ts';
import type { DraftRef } from '../text/view.ts';

/*
 * The bodies of register entries: shapes only. What a body means, and whether it breaks a rule, is for the fold to say.
 * Each reader returns undefined for a body that is not of its shape: the entry is then inert (F4).
 */

export interface PositionBody {
  readonly draft: DraftRef;
  readonly item: SubjectId;
  readonly fields: JsonObject;
  readonly info: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
export interface WithdrawBody {
  readonly draft: DraftRef;
  readonly item: SubjectId;
  readonly fields: readonly string[];
}
export interface AcceptBody {
  readonly draft: DraftRef;
  readonly party: PartyCode;
  readonly at: { readonly seq: number; readonly hash: Hash };
  readonly item?: SubjectId;
  readonly field?: string;
  readonly digest: Hash;
}
export interface ConfirmBody {
  readonly party: PartyCode;
  readonly at: { readonly seq: number; readonly hash: Hash };
  readonly digest: Hash;
}
export interface StatementBody {
  readonly kind: string;
  readonly subject: SubjectId;
  readonly facet: string | undefined;
  /** Partial date that the statement speaks of. */
  readonly on: string | undefined;
  readonly fields: JsonObject;
  readonly accounts: readonly Account[];
  readonly attributed: { readonly party: PartyCode; readonly source: string } | undefined;
}
export interface Account {
  readonly source: string;
  readonly fields: JsonObject;
}
export interface CounterpartBody {
  readonly act: Hash;
  readonly capacity: Capacity;
  readonly strength: Strength;
  readonly key: KeyId;
  readonly signature: Uint8Array;
}

const facetForm = /^[a-z0-9][a-z0-9.-]{0,79}$/;
const noFields: JsonObject = {};
const noAccounts: readonly Account[] = [];

/** True when the body has no other key. */
function hasOnly(body: JsonObject, ...keys: readonly string[]): boolean {
  for (const key in body) if (!keys.includes(key)) return false;
  return true;
}

export function readDraft(body: JsonObject): DraftRef | undefined {
  const { base, mode, text } = body;
  if (!isSubjectId(text)) return undefined;
  if (base === undefined) return mode === undefined ? { text } : undefined;
  if (!isHash(base) || (mode !== 'amendment' && mode !== 'correction')) return undefined;
  return { text, base, mode };
}

export function readPosition(body: JsonObject): PositionBody | undefined {
  const draft = readDraft(body);
  const { fields = noFields, info = noFields, item } = body;
  if (draft === undefined || !isSubjectId(item) || !isObject(fields) || !isObject(info)) return undefined;
  if (!hasOnly(body, 'base', 'fields', 'info', 'item', 'mode', 'text')) return undefined;
  return isInfo(info) ? { draft, item, fields, info } : undefined;
}

function isInfo(info: JsonObject): info is JsonObject & PositionBody['info'] {
  for (const field in info) {
    const texts = info[field];
    if (!isObject(texts) || !isWording(texts)) return false;
  }
  return true;
}

function isWording(texts: JsonObject): texts is Readonly<Record<string, string>> {
  for (const lang in texts) if (!isLang(lang) || typeof texts[lang] !== 'string') return false;
  return true;
}

export function readWithdraw(body: JsonObject): WithdrawBody | undefined {
  const draft = readDraft(body);
  const { fields, item } = body;
  if (
    draft === undefined ||
    !isSubjectId(item) ||
    !isList(fields) ||
    !fields.every((field) => typeof field === 'string')
  )
    return undefined;
  return hasOnly(body, 'base', 'fields', 'item', 'mode', 'text') ? { draft, item, fields } : undefined;
}

export function readAccept(body: JsonObject): AcceptBody | undefined {
  const draft = readDraft(body);
  const at = readAt(body['at']);
  const { digest, field, item, party } = body;
  if (draft === undefined || at === undefined || !isPartyCode(party) || !isHash(digest)) return undefined;
  if (item !== undefined && !isSubjectId(item)) return undefined;
  if (field !== undefined && (typeof field !== 'string' || item === undefined)) return undefined;
  if (!hasOnly(body, 'at', 'base', 'digest', 'field', 'item', 'mode', 'party', 'text')) return undefined;
  return {
    draft,
    party,
    at,
    digest,
    ...(item === undefined ? {} : { item }),
    ...(field === undefined ? {} : { field }),
  };
}

export function readConfirm(body: JsonObject): ConfirmBody | undefined {
  const at = readAt(body['at']);
  const { digest, party } = body;
  if (at === undefined || !isPartyCode(party) || !isHash(digest) || !hasOnly(body, 'at', 'digest', 'party'))
    return undefined;
  return { party, at, digest };
}

function readAt(at: Json | undefined): { readonly seq: number; readonly hash: Hash } | undefined {
  if (!isObject(at) || !hasOnly(at, 'hash', 'seq')) return undefined;
  const { hash, seq } = at;
  return isHash(hash) && typeof seq === 'number' && seq > 0 ? { seq, hash } : undefined;
}

export function readStatement(body: JsonObject): StatementBody | undefined {
  const { accounts, attributed, facet, fields = noFields, kind, on, subject } = body;
  if (typeof kind !== 'string' || !isSubjectId(subject) || !isObject(fields)) return undefined;
  if (facet !== undefined && (typeof facet !== 'string' || !facetForm.test(facet))) return undefined;
  if (on !== undefined && !isPartialDate(on)) return undefined;
  if (!hasOnly(body, 'accounts', 'attributed', 'facet', 'fields', 'kind', 'on', 'subject')) return undefined;
  const told = accounts === undefined ? noAccounts : readAccounts(accounts);
  const source = attributed === undefined ? undefined : readAttributed(attributed);
  if (told === undefined || (attributed !== undefined && source === undefined)) return undefined;
  return { kind, subject, facet, on, fields, accounts: told, attributed: source };
}

function readAccounts(value: Json): readonly Account[] | undefined {
  if (!isList(value) || value.length === 0) return undefined;
  const accounts: Account[] = [];
  for (const account of value) {
    if (!isObject(account) || !hasOnly(account, 'fields', 'source')) return undefined;
    const { fields, source } = account;
    if (!isObject(fields) || typeof source !== 'string' || source === '') return undefined;
    accounts.push({ source, fields });
  }
  return accounts;
}

function readAttributed(value: Json): StatementBody['attributed'] {
  if (!isObject(value) || !hasOnly(value, 'party', 'source')) return undefined;
  const { party, source } = value;
  return isPartyCode(party) && typeof source === 'string' && source !== '' ? { party, source } : undefined;
}

/** Also `retract`: kind, subject, facet. */
export function readRetract(body: JsonObject): Pick<StatementBody, 'kind' | 'subject' | 'facet'> | undefined {
  const { facet, kind, subject } = body;
  if (typeof kind !== 'string' || !isSubjectId(subject) || !hasOnly(body, 'facet', 'kind', 'subject'))
    return undefined;
  if (facet === undefined) return { kind, subject, facet };
  return typeof facet === 'string' && facetForm.test(facet) ? { kind, subject, facet } : undefined;
}

export function readAct(body: JsonObject): Act | undefined {
  const { effective, level, openUntil, parties, partiesAfter, programme, supersedes, texts } = body;
  if (
    !hasOnly(
      body,
      'effective',
      'level',
      'openUntil',
      'parties',
      'partiesAfter',
      'partyList',
      'programme',
      'supersedes',
      'texts',
    )
  )
    return undefined;
  if (!isHash(programme) || !isHash(parties) || (partiesAfter !== undefined && !isHash(partiesAfter)))
    return undefined;
  if (level !== 'desk' && level !== 'signatory') return undefined;
  if (openUntil !== undefined && !isFullDate(openUntil)) return undefined;
  const starts = readEffective(effective);
  if (starts === undefined || !isAscendingHashes(supersedes) || !isList(texts)) return undefined;
  const carried: ActText[] = [];
  for (const text of texts) {
    const one = isObject(text) ? readActText(text) : undefined;
    if (one === undefined || carried.some((other) => other.text === one.text)) return undefined;
    carried.push(one);
  }
  if (carried.length === 0 && partiesAfter === undefined) return undefined;
  return {
    programme,
    parties,
    level,
    texts: carried,
    supersedes,
    effective: starts,
    ...(partiesAfter === undefined ? {} : { partiesAfter }),
    ...(openUntil === undefined ? {} : { openUntil }),
  };
}

/** The cards of the list after a change, in order, carried by the act so that its hash can be checked (A2). */
export function readPartyList(body: JsonObject): Json | undefined {
  return body['partyList'];
}

/** The parties of a list of cards (K5), in its order; undefined unless it could stand in a founding. */
export function partiesIn(list: Json): readonly PartyCode[] | undefined {
  if (!isList(list) || list.length < 2 || list.length > partiesMax) return undefined;
  if (!partiesRead.has(list)) partiesRead.set(list, readParties(list));
  return partiesRead.get(list);
}

/** A list of an entry never changes: its keys are checked once. */
const partiesRead = new WeakMap<readonly Json[], readonly PartyCode[] | undefined>();

function readParties(list: readonly Json[]): readonly PartyCode[] | undefined {
  const cards = attempt(() => list.map((card) => parseCard(encodeCanonical(card))));
  if (cards instanceof BytesError) return undefined;
  const names = cards.flatMap(({ exchange, party, recipient, root }) => [exchange, party, recipient, root]);
  return new Set(names).size === names.length ? cards.map(({ party }) => party) : undefined;
}

function readActText(text: JsonObject): ActText | undefined {
  const draft = readDraft(text);
  const { content } = text;
  if (draft === undefined || !isHash(content) || !hasOnly(text, 'base', 'content', 'mode', 'text'))
    return undefined;
  return { ...draft, content };
}

function readEffective(value: Json | undefined): Effective | undefined {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined;
  const { date, daysAfter, on } = value;
  if (on === 'signature') return { on };
  if (isFullDate(date)) return { date };
  return typeof daysAfter === 'number' && daysAfter >= 0 && daysAfter <= 3660 ? { daysAfter } : undefined;
}

function isAscendingHashes(value: Json | undefined): value is readonly Hash[] {
  if (!isList(value)) return false;
  let before = '';
  for (const hash of value) {
    if (!isHash(hash) || hash <= before) return false;
    before = hash;
  }
  return true;
}

export function readCounterpart(body: JsonObject): CounterpartBody | undefined {
  const { act, capacity, key, sig, strength } = body;
  if (!isHash(act) || !isKeyId(key) || typeof sig !== 'string') return undefined;
  if (strength !== 'account' && strength !== 'personal' && strength !== 'paper') return undefined;
  const signer = isObject(capacity) ? readCapacity(capacity) : undefined;
  if (strength === 'paper' && signer?.scan === undefined) return undefined;
  if (signer === undefined || !hasOnly(body, 'act', 'capacity', 'key', 'sig', 'strength')) return undefined;
  try {
    return { act, capacity: signer, strength, key, signature: fromBase64(sig, 64) };
  } catch {
    return undefined;
  }
}

export function readCapacity(value: JsonObject): Capacity | undefined {
  const { authority, date, name, place, post, scan } = value;
  if (
    typeof name !== 'string' ||
    name === '' ||
    typeof place !== 'string' ||
    place === '' ||
    !isFullDate(date)
  )
    return undefined;
  if (
    !isObject(post) ||
    !Object.entries(post).every(([lang, text]) => isLang(lang) && typeof text === 'string')
  )
    return undefined;
  if ((authority !== undefined && typeof authority !== 'string') || (scan !== undefined && !isHash(scan)))
    return undefined;
  if (!hasOnly(value, 'authority', 'date', 'name', 'place', 'post', 'scan')) return undefined;
  return {
    name,
    post: post as Readonly<Record<string, string>>,
    place,
    date,
    ...(authority === undefined ? {} : { authority }),
    ...(scan === undefined ? {} : { scan }),
  };
}

/** `decline` and `rescind`: the act they speak of. */
export function readAboutAct(body: JsonObject): Hash | undefined {
  const { act, reason } = body;
  if (!isHash(act) || !hasOnly(body, 'act', 'reason')) return undefined;
  return reason === undefined || (isObject(reason) && isWording(reason)) ? act : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
