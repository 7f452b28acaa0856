import { createCipheriv, createDecipheriv, createPrivateKey, randomBytes } from 'node:crypto';
import type { Crypto } from '../core/bytes/crypto.ts';
import { newKey, type Signer, signer } from './keys.ts';
import { keyOfPassword, type PasswordCost } from './passwords.ts';

/**
 * A signatory's key, sealed under the password of their account: only who types it can sign, whoever has the folder.
 *
 * Form: version (1 byte), memory in KiB and passes (4 bytes each, big endian), salt (16), nonce (12), the PKCS #8 DER of
 * the key under AES-256-GCM, tag (16). The key of the cipher is argon2id of the password; the account's id is authenticated.
 */
export type SealedKey = Uint8Array;

const version = 1;
const headLength = 37;

/** A new personal key: the public half, and the private one sealed. */
export async function makePersonalKey(
  account: string,
  password: string,
  cost: PasswordCost,
  crypto: Crypto,
): Promise<{ readonly signer: Signer; readonly sealed: SealedKey }> {
  const key = newKey();
  const der = key.export({ format: 'der', type: 'pkcs8' });
  return { signer: signer(key, crypto), sealed: await seal(der, account, password, cost) };
}

/** The key, if the password is right. */
export async function openPersonalKey(
  sealed: SealedKey,
  account: string,
  password: string,
  crypto: Crypto,
): Promise<Signer | undefined> {
  const der = await open(sealed, account, password);
  return der && signer(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }), crypto);
}

/** The same key under another password; undefined if the old one is wrong. */
export async function resealPersonalKey(
  sealed: SealedKey,
  account: string,
  password: { readonly old: string; readonly new: string },
  cost: PasswordCost,
): Promise<SealedKey | undefined> {
  const der = await open(sealed, account, password.old);
  return der && seal(der, account, password.new, cost);
}

async function seal(der: Buffer, account: string, password: string, cost: PasswordCost): Promise<SealedKey> {
  const head = Buffer.alloc(headLength);
  head.writeUInt8(version, 0);
  head.writeUInt32BE(cost.memory, 1);
  head.writeUInt32BE(cost.passes, 5);
  randomBytes(28).copy(head, 9);
  const key = await keyOfPassword(password, head.subarray(9, 25), cost, 32);
  const cipher = createCipheriv('aes-256-gcm', key, head.subarray(25, 37));
  cipher.setAAD(Buffer.from(account, 'utf8'));
  return new Uint8Array(Buffer.concat([head, cipher.update(der), cipher.final(), cipher.getAuthTag()]));
}

async function open(sealed: SealedKey, account: string, password: string): Promise<Buffer | undefined> {
  const bytes = Buffer.from(sealed);
  if (bytes.length < headLength + 16 || bytes.readUInt8(0) !== version)
    throw new Error('a sealed key of an unknown form');
  const cost = { memory: bytes.readUInt32BE(1), passes: bytes.readUInt32BE(5) };
  const key = await keyOfPassword(password, bytes.subarray(9, 25), cost, 32);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(25, 37));
  decipher.setAAD(Buffer.from(account, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headLength, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}
