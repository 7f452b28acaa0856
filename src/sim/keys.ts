import { toHex } from '../core/bytes/codec.ts';
import type { Crypto } from '../core/bytes/crypto.ts';
import { preAuthEncoding, recordTypes } from '../core/bytes/dsse.ts';
import { keyIdOf } from '../core/bytes/ed25519.ts';
import type { Hash, KeyId, PartyCode } from '../core/bytes/ids.ts';
import type { Run } from '../core/feed/entry.ts';
import type { Signer } from '../node/keys.ts';
import { nodeCrypto, privateKeyOfSeed, rawPublicKey, signerOf } from '../store/node-crypto.ts';
import { Random } from './random.ts';

/** What a key is for. Each party has one of each for every generation. */
export type KeyRole = 'root' | 'operate' | 'desk' | 'signatory' | 'exchange';

/** Worlds of different seeds share so many sets of keys: the check of a new key costs a millisecond. */
const keySets = 4;
const made = new Map<string, Signer>();

/**
 * The keys of a world, made from its seed, and everything that was ever signed with them: who said what is known here,
 * whatever the feeds say.
 */
export class KeyBook {
  readonly #set: number;
  readonly #owners = new Map<KeyId, PartyCode>();
  readonly #signed = new Map<string, Uint8Array>();
  readonly #keys = new Map<string, Signer>();
  readonly #answers = new Map<string, boolean>();
  /**
   * Real signatures, each made and verified once, though every node asks again. What was signed here needs no verifying: only
   * what was made up does.
   */
  readonly crypto: Crypto = {
    sha256: (bytes) => nodeCrypto.sha256(bytes),
    verify: (publicKey, signature, message) => this.#verify(publicKey, signature, message),
  };

  constructor(seed: number) {
    this.#set = seed % keySets;
  }

  key(party: PartyCode, role: KeyRole, generation: number): Signer {
    const name = `${this.#set} ${party} ${role} ${generation}`;
    let key = this.#keys.get(name);
    if (key === undefined) {
      const pure = makeKey(name);
      key = { ...pure, sign: (message) => this.#sign(pure, message) };
      this.#keys.set(name, key);
      this.#owners.set(key.id, party);
    }
    return key;
  }

  /** Whether this run's last line was signed by a key of its party: nobody else spoke in its name. */
  isSaidBy(party: PartyCode, run: Run): boolean {
    if (this.#owners.get(run.key) !== party) return false;
    const last = run.lines.at(-1) ?? new Uint8Array();
    return this.#signed.has(nameOf(run.key, this.crypto.sha256(preAuthEncoding(recordTypes.entry, last))));
  }

  #sign(key: Signer, message: Uint8Array): Uint8Array {
    const name = nameOf(key.id, this.crypto.sha256(message));
    const signature = this.#signed.get(name) ?? key.sign(message);
    this.#signed.set(name, signature);
    return signature.slice();
  }

  #verify(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
    const name = nameOf(keyIdOf(publicKey, this.crypto), this.crypto.sha256(message));
    const signed = this.#signed.get(name);
    if (signed !== undefined && Buffer.compare(signed, signature) === 0) return true;
    const asked = `${name} ${toHex(signature)}`;
    const answer = this.#answers.get(asked) ?? nodeCrypto.verify(publicKey, signature, message);
    this.#answers.set(asked, answer);
    return answer;
  }
}

const nameOf = (key: KeyId, message: Hash): string => `${key} ${message}`;

function makeKey(name: string): Signer {
  let key = made.get(name);
  if (key === undefined) {
    const object = privateKeyOfSeed(new Random(`key ${name}`).bytes(32));
    const raw = rawPublicKey(object);
    key = { id: keyIdOf(raw, nodeCrypto), public: raw, sign: signerOf(object) };
    made.set(name, key);
  }
  return key;
}
