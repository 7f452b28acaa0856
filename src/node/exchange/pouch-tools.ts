import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { Crypto } from '../../core/bytes/crypto.ts';
import type { BytesError } from '../../core/bytes/error.ts';
import { broken, type PouchTools } from '../../core/exchange/pouch.ts';

/** Loaded late: only pouches need it. */
const age = () => import('age-encryption');
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** What core needs to pack and open pouches (X4): zstd by Node, age by age-encryption. */
export function makePouchTools(crypto: Crypto, identity: string): PouchTools {
  return {
    crypto,
    compress: async (bytes) =>
      new Uint8Array(await compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 6 } })),
    decompress: async (bytes, size) => {
      // One byte more than declared, so that a frame which lies about its size is seen to.
      const unpacked = await decompress(bytes, { maxOutputLength: Math.max(1, size) + 1 });
      return new Uint8Array(unpacked);
    },
    encrypt: async (bytes, recipient) => {
      const { Encrypter } = await age();
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      return encrypter.encrypt(bytes);
    },
    decrypt: async (file) => decrypt(file, identity),
  };
}

const opening = 'age-encryption.org/v1\n';
/** An age header is text; its last line begins so and holds the seal. */
const headerEnd = '\n--- ';

async function decrypt(file: Uint8Array, identity: string): Promise<Uint8Array> {
  const start = Buffer.from(file.subarray(0, Math.min(file.length, 65_536))).toString('latin1');
  if (!start.startsWith(opening))
    throw broken(opening.startsWith(start) ? 'pouch.truncated' : 'pouch.flipped', 'age');
  const end = start.indexOf('\n', Math.max(0, start.indexOf(headerEnd)) + headerEnd.length);
  if (!start.includes(headerEnd) || end < 0) throw broken('pouch.truncated', 'age header');
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    throw faultOf(error, file.length - end - 1);
  }
}

const nonceBytes = 16;
const tagBytes = 16;
const chunkBytes = 65_536 + tagBytes;

/** The library says what is wrong in words; what stands is whether the key fits, and whether bytes can be missing. */
function faultOf(error: unknown, body: number): BytesError {
  const message = error instanceof Error ? error.message : '';
  if (/no identity matched/i.test(message)) return broken('pouch.wrong-recipient');
  if (body < nonceBytes + tagBytes) return broken('pouch.truncated', 'age payload');
  // A payload cut between two chunks ends in one that is not marked as the last.
  const isCutBetween = (body - nonceBytes) % chunkBytes === 0;
  return broken(
    isCutBetween || /truncat|unexpected end/i.test(message) ? 'pouch.truncated' : 'pouch.flipped',
    'age',
  );
}
