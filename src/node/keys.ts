import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from '../core/bytes/codec.ts';
import type { Crypto, Sign } from '../core/bytes/crypto.ts';
import { keyIdOf } from '../core/bytes/ed25519.ts';
import type { Hash, KeyId } from '../core/bytes/ids.ts';
import { replaceFileNow } from '../store/durable-file.ts';
import { rawPublicKey, signerOf } from '../store/node-crypto.ts';
import { Refusal } from './problem.ts';

/** A key that signs. */
export interface Signer {
  readonly id: KeyId;
  /** Raw 32 bytes. */
  readonly public: Uint8Array;
  readonly sign: Sign;
}

/** The keys that a running node needs. The root is asked for by itself, since it may be kept elsewhere. */
export interface NodeKeys {
  readonly operate: Signer;
  /** Ed25519; issues the node's certificates (X7). */
  readonly exchange: KeyObject;
  /** Opens pouches (X4): `AGE-SECRET-KEY-1…`. */
  readonly identity: string;
  readonly card: CardKeys;
  /** Hash of the raw public key that the feed commits to as next root. */
  readonly nextRoot: Hash;
  readonly root: RootPlace;
}

/** The public keys of a card, each as the founding writes it. */
export interface CardKeys {
  readonly root: string;
  readonly exchange: string;
  readonly recipient: string;
}

/** Where the root's private key is: in the folder in the clear, in it under a passphrase, or taken away. */
export type RootPlace = 'here' | 'sealed' | 'away';

const files = {
  root: 'root.pem',
  nextRoot: 'next-root.pem',
  operate: 'operate.pem',
  exchange: 'exchange.pem',
  identity: 'pouch.txt',
  public: 'public.json',
} as const;

/** What the folder keeps of the keys when the private halves of the roots are taken away. */
interface PublicKeys {
  readonly root: string;
  readonly nextRoot: string;
  readonly exchange: string;
  readonly recipient: string;
}

/**
 * Makes the keys of a new node, unless they are there. With a passphrase the two roots are sealed under it (PKCS #8,
 * AES-256-CBC), so that they can lie in the folder or be carried away as files.
 */
export async function makeKeys(folder: string, passphrase?: string): Promise<void> {
  if (existsSync(join(folder, files.public))) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = { root: newKey(), nextRoot: newKey(), operate: newKey(), exchange: newKey() };
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  writeKey(join(folder, files.root), made.root, passphrase);
  writeKey(join(folder, files.nextRoot), made.nextRoot, passphrase);
  writeKey(join(folder, files.operate), made.operate);
  writeKey(join(folder, files.exchange), made.exchange);
  replaceFileNow(join(folder, files.identity), `${identity}\n`);
  const published: PublicKeys = {
    root: toBase64(rawPublicKey(made.root)),
    nextRoot: toBase64(rawPublicKey(made.nextRoot)),
    exchange: toBase64(rawPublicKey(made.exchange)),
    recipient: await identityToRecipient(identity),
  };
  // Last: keys without it are made anew, since nothing was published under them.
  replaceFileNow(join(folder, files.public), `${JSON.stringify(published, null, 1)}\n`);
}

/** Reads the keys of a node. Throws a Refusal `node.failed` that names the file that is missing. */
export function readKeys(folder: string, crypto: Crypto): NodeKeys {
  const published = JSON.parse(readText(folder, files.public)) as PublicKeys;
  return {
    operate: signer(createPrivateKey(readText(folder, files.operate)), crypto),
    exchange: createPrivateKey(readText(folder, files.exchange)),
    identity: readText(folder, files.identity).trim(),
    card: { root: published.root, exchange: published.exchange, recipient: published.recipient },
    nextRoot: crypto.sha256(new Uint8Array(Buffer.from(published.nextRoot, 'base64'))),
    root: rootPlace(folder),
  };
}

function rootPlace(folder: string): RootPlace {
  if (!existsSync(join(folder, files.root))) return 'away';
  return readText(folder, files.root).includes('ENCRYPTED') ? 'sealed' : 'here';
}

/**
 * The root, from the node's folder or from another where it is kept.
 *
 * @throws Refusal `keys.root-away`, `keys.passphrase`
 */
export function openRoot(folder: string, crypto: Crypto, passphrase?: string): Signer {
  if (!existsSync(join(folder, files.root))) throw new Refusal('keys.root-away');
  try {
    return signer(
      createPrivateKey({ key: readText(folder, files.root), passphrase: passphrase ?? '' }),
      crypto,
    );
  } catch (cause) {
    throw new Refusal('keys.passphrase', { cause });
  }
}

/** A signer of a private Ed25519 key. */
export function signer(key: KeyObject, crypto: Crypto): Signer {
  const raw = rawPublicKey(key);
  return { id: keyIdOf(raw, crypto), public: raw, sign: signerOf(key) };
}

/** A new private Ed25519 key. */
export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** Writes the private half of an operating key, in the clear, readable by this user alone. */
export function writeOperatingKey(path: string, key: KeyObject): void {
  writeKey(path, key);
}

function writeKey(path: string, key: KeyObject, passphrase?: string): void {
  const pem =
    passphrase === undefined || passphrase === ''
      ? key.export({ format: 'pem', type: 'pkcs8' })
      : key.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase });
  replaceFileNow(path, pem);
}

function readText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (cause) {
    throw new Refusal('node.failed', { detail: `the key file ${name} is missing`, cause });
  }
}

/** Random bytes as base64url, for tokens and nonces. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('base64url');
