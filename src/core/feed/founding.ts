import { fromBase64 } from '../bytes/codec.ts';
import type { Crypto, Sign } from '../bytes/crypto.ts';
import { decodeStrict } from '../bytes/decode.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { acceptKey, keyIdOf, signRecord, verifyRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import {
  type Hash,
  isLang,
  isPartyCode,
  type KeyId,
  type Lang,
  type PartyCode,
  type ProgrammeId,
} from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { nameFault } from '../bytes/name.ts';
import { isArray, isObject, refused } from './decode-entry.ts';
import { foundingBytesMax, partiesMax } from './limits.ts';

/** A name in one or more languages. */
export type Names = Readonly<Partial<Record<Lang, string>>>;

/** What a party gives to its partners before the founding. */
export interface PartyCard {
  readonly party: PartyCode;
  readonly names: Names;
  /** Raw Ed25519 public key of the root, base64. */
  readonly root: string;
  /** Raw Ed25519 public key by which its node is known on the wire (X7), base64. */
  readonly exchange: string;
  /** To whom pouches are encrypted (X4): an age recipient, `age1…`, X25519. */
  readonly recipient: string;
}

/** What the parties found a programme on (K5), before it has bytes. */
export interface FoundingTerms {
  readonly name: Names;
  /** Authentic languages, in the order in which they are shown. */
  readonly languages: readonly Lang[];
  /** Protocol level, 1 or more (K6). */
  readonly level: number;
  /** IANA name, `Asia/Vientiane`: in which zone dates are days. */
  readonly zone: string;
  /** 16 random bytes, base64: two programmes of equal terms differ. */
  readonly nonce: string;
  /** In the order of founding; the first listed yields last where an order is needed (T8). */
  readonly parties: readonly PartyCard[];
}

export interface FoundingParty extends PartyCard {
  readonly rootId: KeyId;
  readonly exchangeId: KeyId;
}

/** A founding read from its bytes. */
export interface Founding extends FoundingTerms {
  /** The hash of its bytes. */
  readonly programme: ProgrammeId;
  readonly parties: readonly FoundingParty[];
}

export interface FoundingSignature {
  readonly party: PartyCode;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/** The canonical bytes of a founding. Throws the code that reading them would give. */
export function foundingBytes(terms: FoundingTerms): Uint8Array {
  const { languages, level, name, nonce, parties, zone } = terms;
  const value = { languages, level, name: jsonNames(name), nonce, parties: parties.map(cardJson), zone };
  checkTerms(value);
  return encodeCanonical(value);
}

/** Reads and checks a founding, without its signatures. Throws BytesError `bytes.*`, `founding.*`; `founding.level` (K6). */
export function parseFounding(bytes: Uint8Array, crypto: Crypto): Founding {
  const terms = checkTerms(decodeStrict(bytes, foundingBytesMax).value);
  const parties = terms.parties.map((card) => ({
    ...card,
    rootId: keyIdOf(fromBase64(card.root, 32), crypto),
    exchangeId: keyIdOf(fromBase64(card.exchange, 32), crypto),
  }));
  return { ...terms, programme: crypto.sha256(bytes), parties };
}

/** A root's signature on the founding, 64 bytes. */
export function signFounding(bytes: Uint8Array, sign: Sign): Uint8Array {
  return signRecord(sign, recordTypes.founding, bytes);
}

/** A founding that holds, or the code of the first fault and the party whose signature lacks or fails. */
export type FoundingCheck =
  | { readonly ok: true; readonly founding: Founding }
  | { readonly ok: false; readonly code: string; readonly party?: PartyCode };

/** Whether a founding is sound and each root has signed it, exactly once (K5). */
export function verifyFounding(
  bytes: Uint8Array,
  signatures: readonly FoundingSignature[],
  crypto: Crypto,
): FoundingCheck {
  const founding = attempt(() => parseFounding(bytes, crypto));
  if (founding instanceof BytesError) return { ok: false, code: founding.code };
  for (const { party, root } of founding.parties) {
    const own = signatures.filter((row) => row.party === party);
    const signature = own.length === 1 ? own[0]?.signature : undefined;
    if (
      signature === undefined ||
      !verifyRecord(crypto, recordTypes.founding, bytes, fromBase64(root, 32), signature)
    ) {
      return { ok: false, code: 'founding.signature', party };
    }
  }
  if (signatures.length !== founding.parties.length) return { ok: false, code: 'founding.signature' };
  return { ok: true, founding };
}

/** The party list that acts name by hash (A2): the cards as they stand in the founding. */
export function partyListHash(parties: readonly PartyCard[], crypto: Crypto): Hash {
  return crypto.sha256(encodeCanonical(parties.map(cardJson)));
}

/** A checked card. Throws BytesError `founding.*`. */
export function makeCard(card: PartyCard): PartyCard {
  return checkCard(cardJson(card));
}

/** The canonical bytes of a card, for handing over. */
export function cardBytes(card: PartyCard): Uint8Array {
  return encodeCanonical(cardJson(makeCard(card)));
}

/** Reads a card that was handed over. Throws BytesError `bytes.*`, `founding.*`. */
export function parseCard(bytes: Uint8Array): PartyCard {
  return checkCard(decodeStrict(bytes, foundingBytesMax).value);
}

function cardJson({ exchange, names, party, recipient, root }: PartyCard): JsonObject {
  return { exchange, names: jsonNames(names), party, recipient, root };
}

function jsonNames(names: Names): JsonObject {
  return names as JsonObject;
}

/** The protocol level that this code knows in full: it would fold a later one otherwise than its partners (K6). */
export const protocolLevel = 1;

const zoneForm = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

function checkTerms(value: Json): FoundingTerms {
  // Before its shape, which a later level may have changed.
  if (isObject(value) && typeof value['level'] === 'number' && value['level'] > protocolLevel)
    throw refused('founding.level', String(value['level']));
  if (!isObject(value) || Object.keys(value).sort().join() !== 'languages,level,name,nonce,parties,zone') {
    throw refused('founding.shape', 'keys');
  }
  const { languages, level, name, nonce, parties, zone } = value;
  if (typeof level !== 'number' || !Number.isSafeInteger(level) || level < 1)
    throw refused('founding.shape', 'level');
  if (typeof zone !== 'string' || zone.length > 64 || !zoneForm.test(zone))
    throw refused('founding.shape', 'zone');
  if (typeof nonce !== 'string') throw refused('founding.shape', 'nonce');
  fromBase64(nonce, 16);
  if (!isArray(languages) || languages.length === 0 || !languages.every(isLang))
    throw refused('founding.languages');
  if (new Set(languages).size !== languages.length) throw refused('founding.languages', 'twice');
  const names = checkNames(name);
  if (!languages.every((lang) => names[lang] !== undefined))
    throw refused('founding.names', 'authentic language');
  if (!isArray(parties) || parties.length < 2 || parties.length > partiesMax)
    throw refused('founding.parties');
  const cards = parties.map(checkCard);
  if (new Set(cards.map((card) => card.party)).size !== cards.length)
    throw refused('founding.parties', 'twice');
  const keys = cards.flatMap((card) => [card.root, card.exchange, card.recipient]);
  if (new Set(keys).size !== keys.length) throw refused('founding.keys', 'twice');
  return { languages, level, name: names, nonce, parties: cards, zone };
}

function checkCard(value: Json): PartyCard {
  if (!isObject(value) || Object.keys(value).sort().join() !== 'exchange,names,party,recipient,root') {
    throw refused('founding.shape', 'card');
  }
  const { exchange, names, party, recipient, root } = value;
  if (!isPartyCode(party)) throw refused('founding.parties', 'code');
  return {
    party,
    names: checkNames(names),
    root: checkKey(root),
    exchange: checkKey(exchange),
    recipient: checkRecipient(recipient),
  };
}

function checkNames(value: Json | undefined): Names {
  if (!isObject(value)) throw refused('founding.names');
  const rows = Object.entries(value);
  if (rows.length === 0) throw refused('founding.names', 'none');
  for (const [lang, name] of rows) {
    if (!isLang(lang) || typeof name !== 'string') throw refused('founding.names', 'language');
    const fault = nameFault(name);
    if (fault !== undefined) throw refused('founding.names', fault);
  }
  return value as Names;
}

function checkKey(value: Json | undefined): string {
  if (typeof value !== 'string') throw refused('founding.keys');
  acceptKey(fromBase64(value, 32));
  return value;
}

function checkRecipient(value: Json | undefined): string {
  if (typeof value !== 'string' || !/^age1[ac-hj-np-z02-9]{58}$/.test(value)) {
    throw refused('founding.keys', 'recipient');
  }
  return value;
}
