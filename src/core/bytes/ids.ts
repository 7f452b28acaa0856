import { BytesError } from './error.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** SHA-256, 64 lower-case hex digits. */
export type Hash = Branded<'Hash'>;
/** First 32 hex digits of the SHA-256 of a raw Ed25519 public key. */
export type KeyId = Branded<'KeyId'>;
/** 2 to 8 capital letters, unique in its programme. */
export type PartyCode = Branded<'PartyCode'>;
/** The hash of a founding's bytes. */
export type ProgrammeId = Hash;
/** `kind.suffix`: names a text, an item or the subject of a statement; its kind never changes. */
export type SubjectId = Branded<'SubjectId'>;
/** ISO 639 code, 2 or 3 letters. */
export type Lang = Branded<'Lang'>;

const hashForm = /^[0-9a-f]{64}$/;
const keyIdForm = /^[0-9a-f]{32}$/;
const partyForm = /^[A-Z]{2,8}$/;
const subjectForm = /^[a-z][a-zA-Z0-9]*\.[a-z0-9][a-z0-9-]{0,39}$/;
const langForm = /^[a-z]{2,3}$/;

/** Longest kind in a subject's id, as for keys (B3). */
export const kindLengthMax = 64;

export function isHash(text: unknown): text is Hash {
  return typeof text === 'string' && hashForm.test(text);
}

export function isKeyId(text: unknown): text is KeyId {
  return typeof text === 'string' && keyIdForm.test(text);
}

export function isPartyCode(text: unknown): text is PartyCode {
  return typeof text === 'string' && partyForm.test(text);
}

export function isSubjectId(text: unknown): text is SubjectId {
  return typeof text === 'string' && subjectForm.test(text) && text.indexOf('.') <= kindLengthMax;
}

export function isLang(text: unknown): text is Lang {
  return typeof text === 'string' && langForm.test(text);
}

/** Throws `bytes.hash`. */
export function parseHash(text: unknown): Hash {
  if (!isHash(text)) throw new BytesError('bytes.hash');
  return text;
}

/** Throws `bytes.key-id`. */
export function parseKeyId(text: unknown): KeyId {
  if (!isKeyId(text)) throw new BytesError('bytes.key-id');
  return text;
}

/** Throws `bytes.party`. */
export function parsePartyCode(text: unknown): PartyCode {
  if (!isPartyCode(text)) throw new BytesError('bytes.party');
  return text;
}

/** Throws `bytes.subject`. */
export function parseSubjectId(text: unknown): SubjectId {
  if (!isSubjectId(text)) throw new BytesError('bytes.subject');
  return text;
}

/** Throws `bytes.language`. */
export function parseLang(text: unknown): Lang {
  if (!isLang(text)) throw new BytesError('bytes.language');
  return text;
}

/** The kind of an id: what stands before its point. */
export function kindOf(id: SubjectId): string {
  return id.slice(0, id.indexOf('.'));
}

/** What stands behind the point of an id. */
export function suffixOf(id: SubjectId): string {
  return id.slice(id.indexOf('.') + 1);
}
