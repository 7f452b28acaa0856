import { fromBase64, fromHex, joinBytes, sameBytes, toBase64 } from '../bytes/codec.ts';
import type { Crypto, Sign } from '../bytes/crypto.ts';
import { verifyMessage } from '../bytes/ed25519.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { bytesOf, textOf } from '../bytes/utf8.ts';
import { refused } from './decode-entry.ts';

/* Signed notes as in https://c2sp.org/signed-note, with Ed25519 (type 0x01) only. */

export const noteBytesMax = 65_536;
const noteSignaturesMax = 64;

/** A key and the name by which notes call it. */
export interface NoteKey {
  /** No spaces, no `+`. */
  readonly name: string;
  /** Raw Ed25519, 32 bytes. */
  readonly public: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  /** First 4 bytes of SHA-256(name, line feed, 0x01, public key). */
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** A note taken apart; nothing is verified yet. */
export interface Note {
  /** Ends in a line feed; this is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Signs a text: the bytes of a note with one signature. Throws BytesError `note.shape`. */
export function signNote(text: string, key: NoteKey, sign: Sign, crypto: Crypto): Uint8Array<ArrayBuffer> {
  checkText(text);
  if (!isName(key.name)) throw refused('note.shape', 'name');
  const signature = joinBytes([noteKeyId(key, crypto), sign(bytesOf(text))]);
  return bytesOf(`${text}\n— ${key.name} ${toBase64(signature)}\n`);
}

/** Takes a note apart. Throws BytesError `note.shape`, `bytes.not-utf8`. */
export function parseNote(bytes: Uint8Array): Note {
  if (bytes.length > noteBytesMax) throw refused('note.shape', 'size');
  const whole = textOf(bytes);
  const at = whole.lastIndexOf('\n\n');
  if (at < 0 || !whole.endsWith('\n')) throw refused('note.shape');
  const text = whole.slice(0, at + 1);
  checkText(text);
  const lines = whole.slice(at + 2, -1).split('\n');
  if (lines.length > noteSignaturesMax) throw refused('note.shape', 'signatures');
  return { text, signatures: lines.map(readSignature) };
}

/**
 * Verifies a note by one key: its text. Signatures of other keys are passed over, as the format wants it; a false one
 * in the name and id of this key refuses the note.
 *
 * @throws BytesError `note.shape`, `note.signature`
 */
export function verifyNote(bytes: Uint8Array, key: NoteKey, crypto: Crypto): string {
  const { text, signatures } = parseNote(bytes);
  const id = noteKeyId(key, crypto);
  const own = signatures.filter((row) => row.name === key.name && sameBytes(row.id, id));
  const message = bytesOf(text);
  const isValid = own.every((row) => verifyMessage(crypto, message, key.public, row.signature));
  if (own.length === 0 || !isValid) throw refused('note.signature');
  return text;
}

/** The 4 bytes by which a signature names its key. */
export function noteKeyId(key: NoteKey, crypto: Crypto): Uint8Array<ArrayBuffer> {
  return fromHex(
    crypto.sha256(joinBytes([bytesOf(`${key.name}\n`), Uint8Array.of(1), key.public])).slice(0, 8),
  );
}

/** The key as other tools of the format take it: `name+id+base64(type, key)`. */
export function noteVerifierKey(key: NoteKey, crypto: Crypto): string {
  const id = crypto.sha256(joinBytes([bytesOf(`${key.name}\n`), Uint8Array.of(1), key.public])).slice(0, 8);
  return `${key.name}+${id}+${toBase64(joinBytes([Uint8Array.of(1), key.public]))}`;
}

function checkText(text: string): void {
  // Any control character but the line feed.
  if (!text.endsWith('\n') || !text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(text)) {
    throw refused('note.shape', 'text');
  }
}

function readSignature(line: string): NoteSignature {
  const parts = line.split(' ');
  const [dash, name, text] = parts;
  if (parts.length !== 3 || dash !== '—' || name === undefined || text === undefined || !isName(name)) {
    throw refused('note.shape', 'signature');
  }
  const bytes = attempt(() => fromBase64(text));
  // Other kinds of signature may have other lengths; below 5 bytes there is none.
  if (bytes instanceof BytesError || bytes.length < 5) throw refused('note.shape', 'signature');
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function isName(name: string): boolean {
  return name !== '' && !/[\s+\u0085\u0000-\u001f]/.test(name);
}
