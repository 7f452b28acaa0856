import { createDecipheriv, randomBytes } from 'node:crypto';
import { type OutboxManifest, outboxManifest } from '../api/field.ts';
import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import { decodeStrict } from '../core/bytes/decode.ts';
import { attempt, BytesError } from '../core/bytes/error.ts';
import { type Hash, isHash } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import { type Account, accountOf } from './accounts.ts';
import { stringOf } from './json-text.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';

/*
 * An outbox as a file: what a phone has not been able to send, carried to the desk. The node gave the account a key when the
 * phone was last connected; with it the phone seals the file (AES-256-GCM), so that nobody on the way reads it and nobody
 * else can have made it. docs/adr/0005 says why.
 *
 *   COUNTERPART-OUTBOX 1\n
 *   {"account":…,"made":…,"nonce":…,"party":…,"programme":…}\n     bound to the seal, not hidden
 *   sealed: canonical JSON of `outboxManifest`, \n, the bytes of its files in their order
 */

const magic = 'COUNTERPART-OUTBOX 1\n';
/** Most bytes of such a file: some two hundred photos. */
export const outboxBytesMax = 128 * 1024 * 1024;
const headerBytesMax = 1_024;
const manifestBytesMax = 8 * 1024 * 1024;
const tagBytes = 16;
const collection = 'outbox-key';

/** The key that seals an account's outbox; made at the first call, the same ever after. */
export async function outboxKey(node: Node, account: string): Promise<Uint8Array> {
  const held = await node.store.workspace.document(collection, account);
  if (held !== null) return fromBase64(stringOf(held.value), 32);
  const value = toBase64(randomBytes(32));
  const outcome = await node.store.workspace.write([
    { op: 'putDocument', collection, id: account, value, expected: 0 },
  ]);
  return outcome.ok ? fromBase64(value, 32) : outboxKey(node, account);
}

export interface OpenedOutbox {
  readonly author: Account;
  /** By the clock of whoever made it. */
  readonly made: string;
  readonly reports: OutboxManifest['reports'];
  readonly files: ReadonlyMap<Hash, Uint8Array>;
}

/**
 * Opens an outbox file of one of our accounts, checked to the last byte; nothing is written.
 *
 * @throws Refusal `outbox.refused`, `outbox.author`
 */
export async function openOutbox(node: Node, programme: Programme, file: Uint8Array): Promise<OpenedOutbox> {
  const { body, header, headerBytes } = splitHeader(file);
  if (header['party'] !== programme.party || header['programme'] !== programme.id)
    throw refused('it is of another party or programme');
  const stored = await node.store.workspace.account(stringOf(header['account']));
  if (stored === null) throw refused('its author is not known here');
  const plain = unseal(await outboxKey(node, stored.id), headerBytes, stringOf(header['nonce']), body);
  const { files, reports } = readContents(node, plain);
  const author = accountOf(stored);
  if (!mayReport(author, programme)) throw new Refusal('outbox.author');
  return { author, made: stringOf(header['made']), reports, files };
}

const mayReport = ({ disabled, programmes, roles }: Account, programme: Programme): boolean =>
  !disabled &&
  (programmes === undefined || programmes.includes(programme.id)) &&
  roles.some((role) => role === 'desk' || role === 'implementer');

function splitHeader(file: Uint8Array): {
  readonly header: Readonly<Record<string, Json>>;
  readonly headerBytes: Uint8Array;
  readonly body: Uint8Array;
} {
  if (Buffer.from(file.subarray(0, magic.length)).toString('latin1') !== magic)
    throw refused('it is no outbox file');
  const end = file.subarray(0, magic.length + headerBytesMax).indexOf(0x0a, magic.length);
  if (end === -1) throw refused('its header is cut');
  const header = attempt(() => decodeStrict(file.subarray(magic.length, end), headerBytesMax).value);
  if (header instanceof BytesError || !isObject(header)) throw refused('its header cannot be read');
  return { header, headerBytes: file.subarray(0, end + 1), body: file.subarray(end + 1) };
}

function unseal(key: Uint8Array, header: Uint8Array, nonce: string, body: Uint8Array): Uint8Array {
  const iv = attempt(() => fromBase64(nonce, 12));
  if (iv instanceof BytesError || body.length < tagBytes) throw refused('it is cut');
  const open = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  open.setAAD(header);
  open.setAuthTag(body.subarray(-tagBytes));
  try {
    return new Uint8Array(Buffer.concat([open.update(body.subarray(0, -tagBytes)), open.final()]));
  } catch {
    throw refused('its seal is broken: a byte was changed, or another phone made it');
  }
}

function readContents(node: Node, plain: Uint8Array): Pick<OpenedOutbox, 'reports' | 'files'> {
  const end = plain.subarray(0, manifestBytesMax).indexOf(0x0a);
  const value = attempt(() => decodeStrict(plain.subarray(0, Math.max(end, 0)), manifestBytesMax).value);
  const read = value instanceof BytesError ? undefined : outboxManifest.safeParse(value);
  if (end === -1 || read?.success !== true) throw refused('its contents cannot be read');
  const files = new Map<Hash, Uint8Array>();
  let at = end + 1;
  for (const { hash, size } of read.data.files) {
    const bytes = plain.subarray(at, at + size);
    if (!isHash(hash) || bytes.length !== size || node.crypto.sha256(bytes) !== hash)
      throw refused('a file in it is not what it says');
    files.set(hash, bytes);
    at += size;
  }
  if (at !== plain.length) throw refused('something follows its end');
  if (new Set(read.data.reports.map((one) => one.id)).size !== read.data.reports.length)
    throw refused('a report stands in it twice');
  return { reports: read.data.reports, files };
}

const refused = (detail: string): Refusal => new Refusal('outbox.refused', { detail });
