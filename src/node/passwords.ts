import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What a guess costs. Memory in KiB. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
}
/** RFC 9106, second recommended option, on one lane: about 150 ms here. */
export const passwordCost: PasswordCost = { memory: 65_536, passes: 3 };

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** A key of `length` bytes from a password (argon2id, RFC 9106). Passwords are taken in NFKC, as typed on any keyboard. */
export async function keyOfPassword(
  password: string,
  salt: Uint8Array,
  cost: PasswordCost,
  length: number,
): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC'), 'utf8'),
    nonce: salt,
    parallelism: 1,
    tagLength: length,
    memory: cost.memory,
    passes: cost.passes,
  });
}

const bare = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** The password's hash as a PHC string, `$argon2id$v=19$m=…,t=…,p=1$salt$hash`. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await keyOfPassword(password, salt, cost, 32);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=1$${bare(salt)}$${bare(key)}`;
}

/** Whether a password is that of a hash. With no hash it takes as long and is false: who exists cannot be told by time. */
export async function isPassword(
  password: string,
  hash: string | undefined,
  cost: PasswordCost,
): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    hash ?? '',
  );
  if (!parts) {
    await keyOfPassword(password, new Uint8Array(16), cost, 32);
    return false;
  }
  const [, memory, passes, salt = '', wanted = ''] = parts;
  const known = Buffer.from(wanted, 'base64');
  const key = await keyOfPassword(
    password,
    Buffer.from(salt, 'base64'),
    { memory: Number(memory), passes: Number(passes) },
    known.length,
  );
  return timingSafeEqual(key, known);
}
