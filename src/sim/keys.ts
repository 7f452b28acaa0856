import { toHex } from '../core/bytes/codec.ts';
import type { Crypto } from '../core/bytes/crypto.ts';
import { preAuthEncoding, recordTypes } from '../core/bytes/dsse.ts';
import { keyIdOf } from '../core/bytes/ed25519.ts';
import type { KeyId, PartyCode } from '../core/bytes/ids.ts';
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
  readonly #signed = new Set<string>();
  readonly #keys = new Map<string, Signer>();
  readonly crypto: Crypto = rememberingCrypto();

  constructor(seed: number) {
    this.#set = seed % keySets;
  }

  key(party: PartyCode, role: KeyRole, generation: number): Signer {
    const name = `${this.#set} ${party} ${role} ${generation}`;
    let key = this.#keys.get(name);
    if (key === undefined) {
      const pure = makeKey(name);
      key = {
        ...pure,
        sign: (message) => {
          this.#signed.add(`${pure.id} ${this.crypto.sha256(message)}`);
          return pure.sign(message);
        },
      };
      this.#keys.set(name, key);
      this.#owners.set(key.id, party);
    }
    return key;
  }

  /** Whether this run's last line was signed by a key of its party: nobody else spoke in its name. */
  isSaidBy(party: PartyCode, run: Run): boolean {
    if (this.#owners.get(run.key) !== party) return false;
    const last = run.lines.at(-1) ?? new Uint8Array();
    return this.#signed.has(`${run.key} ${this.crypto.sha256(preAuthEncoding(recordTypes.entry, last))}`);
  }
}

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

/** Each signature is verified once in a world, though every node asks again. */
function rememberingCrypto(): Crypto {
  const answers = new Map<string, { readonly message: Uint8Array; readonly answer: boolean }>();
  return {
    sha256: nodeCrypto.sha256,
    verify: (publicKey, signature, message) => {
      const name = `${toHex(publicKey)} ${toHex(signature)}`;
      const known = answers.get(name);
      if (known !== undefined && Buffer.compare(known.message, message) === 0) return known.answer;
      const answer = nodeCrypto.verify(publicKey, signature, message);
      answers.set(name, { message: message.slice(), answer });
      return answer;
    },
  };
}
