import type { Crypto, Sign } from './crypto.ts';
import { preAuthEncoding, type RecordType } from './dsse.ts';
import { BytesError } from './error.ts';
import type { KeyId } from './ids.ts';

/*
 * What verifiers of Ed25519 disagree on, decided once (B7). Arithmetic on the curve -x² + y² = 1 + d x² y² over
 * 2^255 - 19, RFC 8032 section 5.1, in BigInt: not in constant time, used on public values only, and on keys once each.
 */

const p = 2n ** 255n - 19n;
/** Order of the prime subgroup. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const d = mod(-121665n * power(121666n, p - 2n));
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

/** Extended coordinates: x = X/Z, y = Y/Z, T = XY/Z. */
interface Point {
  readonly X: bigint;
  readonly Y: bigint;
  readonly Z: bigint;
  readonly T: bigint;
}

const identity: Point = { X: 0n, Y: 1n, Z: 1n, T: 0n };

/** First 32 hex digits of the SHA-256 of the raw 32-byte key. */
export function keyIdOf(publicKey: Uint8Array, crypto: Crypto): KeyId {
  return crypto.sha256(publicKey).slice(0, 32) as KeyId;
}

/**
 * Accepts a raw public key only if it is 32 bytes, canonically encoded, on the curve, not the identity and free of
 * torsion (B7), so that every correct verifier agrees on its signatures. Costs a millisecond once, then nothing.
 *
 * @throws BytesError `bytes.public-key`
 */
export function acceptKey(raw: Uint8Array): void {
  const name = nameOf(raw);
  let fault = keyFaults.get(name);
  if (fault === undefined) {
    fault = keyFault(raw);
    if (keyFaults.size >= keyFaultsMax) keyFaults.clear();
    keyFaults.set(name, fault);
  }
  if (fault !== '') throw new BytesError('bytes.public-key', fault);
}

const keyFaults = new Map<string, string>();
const keyFaultsMax = 4096;

function nameOf(raw: Uint8Array): string {
  return String.fromCharCode(...raw.subarray(0, 33));
}

function keyFault(raw: Uint8Array): string {
  if (raw.length !== 32) return 'not 32 bytes';
  const point = decodePoint(raw);
  if (point === undefined) return 'not a canonical point';
  if (isIdentity(point)) return 'the identity';
  if (!isIdentity(multiply(point, L))) return 'not free of torsion';
  return '';
}

/**
 * Whether a signature has the one form that is accepted: 64 bytes, S < L, R canonical and not of small order (B7).
 * Does not verify it. R is compared with the eight points of small order and its y with p; whether it lies on the
 * curve is the verifier's business, since it compares R with a point that it computed.
 */
export function isSoundSignature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  // Nearly every S is far below L; only a top byte of 0x10 needs the comparison.
  const top = signature[63] as number;
  if (top > 0x10 || (top === 0x10 && littleEndian(signature.subarray(32)) >= L)) return false;
  const r = signature.subarray(0, 32);
  // y of p or above: 0xed..0xff, then only 0xff, and 0x7f or 0xff on top.
  if (((r[31] as number) & 0x7f) === 0x7f && (littleEndian(r) & (2n ** 255n - 1n)) >= p) return false;
  return !isSmallOrderEncoding(r);
}

/**
 * Whether `signature` is a valid signature over the record (B6, B7). The key must have been accepted by
 * {@link acceptKey} before; it is checked again here, which costs a look-up.
 */
export function verifyRecord(
  crypto: Crypto,
  type: RecordType,
  payload: Uint8Array,
  publicKey: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifyMessage(crypto, preAuthEncoding(type, payload), publicKey, signature);
}

/** The same over a message as it is; for signed notes, whose format leaves no room for a type. */
export function verifyMessage(
  crypto: Crypto,
  message: Uint8Array,
  publicKey: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (!isSoundSignature(signature)) return false;
  try {
    acceptKey(publicKey);
  } catch {
    return false;
  }
  return crypto.verify(publicKey, signature, message);
}

/** Signs a record of that type (B6): 64 bytes. */
export function signRecord(sign: Sign, type: RecordType, payload: Uint8Array): Uint8Array {
  return sign(preAuthEncoding(type, payload));
}

function isSmallOrderEncoding(raw: Uint8Array): boolean {
  // y is one of 0, 1, -1 and the two of order 8; the first byte rules out nearly all others.
  const first = raw[0] as number;
  if (first !== 0 && first !== 1 && first !== 0xec && first !== 0x26 && first !== 0xc7) return false;
  // What is no point at all, such as the identity with the sign set, is no better.
  const point = decodePoint(raw);
  return point === undefined || isIdentity(double(double(double(point))));
}

/** The point of a canonical encoding (RFC 8032 5.1.3), else undefined. */
function decodePoint(raw: Uint8Array): Point | undefined {
  const encoded = littleEndian(raw);
  const sign = encoded >> 255n;
  const y = encoded & (2n ** 255n - 1n);
  if (y >= p) return undefined;
  const numerator = mod(y * y - 1n);
  const denominator = mod(d * y * y + 1n);
  const square = mod(numerator * power(denominator, p - 2n));
  let x = power(square, (p + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * rootOfMinusOne);
  if (mod(x * x) !== square) return undefined;
  if (x === 0n && sign === 1n) return undefined;
  if ((x & 1n) !== sign) x = p - x;
  return { X: x, Y: y, Z: 1n, T: mod(x * y) };
}

function isIdentity(point: Point): boolean {
  return point.X === 0n && point.Y === point.Z;
}

function multiply(point: Point, times: bigint): Point {
  let sum = identity;
  for (const bit of times.toString(2)) {
    sum = double(sum);
    if (bit === '1') sum = add(sum, point);
  }
  return sum;
}

function double(point: Point): Point {
  return add(point, point);
}

/** The complete addition law, RFC 8032 5.1.4. */
function add(one: Point, other: Point): Point {
  const A = mod((one.Y - one.X) * (other.Y - other.X));
  const B = mod((one.Y + one.X) * (other.Y + other.X));
  const C = mod(2n * d * one.T * other.T);
  const D = mod(2n * one.Z * other.Z);
  const E = B - A;
  const F = D - C;
  const G = D + C;
  const H = B + A;
  return { X: mod(E * F), Y: mod(G * H), Z: mod(F * G), T: mod(E * H) };
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) value = (value << 8n) | BigInt(bytes[at] as number);
  return value;
}

function mod(value: bigint): bigint {
  const rest = value % p;
  return rest < 0n ? rest + p : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = mod(base);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}
