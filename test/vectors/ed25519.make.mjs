/*
 * Makes ed25519.json: keys and signatures on which verifiers of Ed25519 disagree, built from the curve's equations and
 * nothing else (RFC 8032; the kinds of case follow "Taming the many EdDSAs", https://eprint.iacr.org/2020/1244).
 *
 *   node test/vectors/ed25519.make.mjs > test/vectors/ed25519.json
 */
import { createHash } from 'node:crypto';

const p = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (a, m = p) => ((a % m) + m) % m;
const power = (base, exponent) => {
  let result = 1n;
  for (let square = mod(base), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
};
const inverse = (a) => power(a, p - 2n);
const d = mod(-121665n * inverse(121666n));

// Affine points; the addition law is complete, so it needs no special cases.
const zero = [0n, 1n];
const add = ([x1, y1], [x2, y2]) => {
  const t = mod(d * x1 * x2 * y1 * y2);
  return [mod((x1 * y2 + x2 * y1) * inverse(1n + t)), mod((y1 * y2 + x1 * x2) * inverse(1n - t))];
};
const times = (n, point) => {
  let sum = zero;
  for (const bit of n.toString(2)) {
    sum = add(sum, sum);
    if (bit === '1') sum = add(sum, point);
  }
  return sum;
};
const withY = (y, odd) => {
  const square = mod((y * y - 1n) * inverse(mod(d * y * y + 1n)));
  let x = power(square, (p + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * power(2n, (p - 1n) / 4n));
  if (mod(x * x) !== square) return undefined;
  return [(x & 1n) === odd ? x : mod(-x), y];
};
const bytes = (n) => Buffer.from(n.toString(16).padStart(64, '0'), 'hex').reverse();
const number = (buffer) => BigInt(`0x${Buffer.from(buffer).reverse().toString('hex')}`);
const encode = ([x, y]) => bytes(y | ((x & 1n) << 255n));
const sha512 = (...parts) => createHash('sha512').update(Buffer.concat(parts)).digest();

const B = withY(mod(4n * inverse(5n)), 0n);
// A point of order 8: L times some point whose torsion part has full order.
const T8 = (() => {
  for (let y = 2n; ; y += 1n) {
    const point = withY(y, 0n);
    if (point === undefined) continue;
    const torsion = times(L, point);
    if (times(4n, torsion).toString() !== zero.toString()) return torsion;
  }
})();

const seed = sha512(Buffer.from('counterpart vectors')).subarray(0, 32);
const half = sha512(seed).subarray(0, 32);
half[0] &= 248;
half[31] = (half[31] & 127) | 64;
const a = number(half);
const A = times(a, B);
const message = Buffer.from('counterpart');
const challenge = (R, key, text = message) => mod(number(sha512(R, key, text)), L);
const r = mod(number(sha512(Buffer.from('nonce'))), L);

/** A signature with R as it is encoded, made to hold in the cofactorless equation if R and the key are torsion-free. */
const sign = (R, rValue, keyBytes = encode(A), secret = a) => {
  const S = mod(rValue + challenge(R, keyBytes) * secret, L);
  return Buffer.concat([R, bytes(S)]);
};
const keys = [];
const signatures = [];
const key = (name, raw, accept) => keys.push({ name, public: raw.toString('hex'), accept });
const signature = (name, sig, accept, publicKey = encode(A), text = message) =>
  signatures.push({
    name,
    public: publicKey.toString('hex'),
    message: text.toString('hex'),
    signature: sig.toString('hex'),
    accept,
  });

key('of prime order', encode(A), true);
key('the base point', encode(B), true);
for (let n = 0n; n < 8n; n += 1n) key(`of small order: ${n} T8`, encode(times(n, T8)), false);
for (let n = 1n; n < 8n; n += 1n) key(`of mixed order: A + ${n} T8`, encode(add(A, times(n, T8))), false);
for (let k = 0n; k < 19n; k += 1n) {
  for (const odd of [0n, 1n]) {
    if (withY(k, odd) !== undefined) key(`y = p + ${k}, sign ${odd}`, bytes((p + k) | (odd << 255n)), false);
  }
}
key('x = 0 with the sign set', bytes(1n | (1n << 255n)), false);
key('y = -1, x = 0 with the sign set', bytes((p - 1n) | (1n << 255n)), false);
for (let y = 2n, found = 0; found < 2; y += 1n) {
  if (withY(y, 0n) !== undefined) continue;
  key(`not on the curve: y = ${y}`, bytes(y), false);
  found += 1;
}

const valid = sign(encode(times(r, B)), r);
const S = number(valid.subarray(32));
const withS = (n) => Buffer.concat([valid.subarray(0, 32), bytes(n)]);
signature('valid', valid, true);
signature('S + L', withS(S + L), false);
signature('S + 8 L', withS(S + 8n * L), false);
signature('S + 15 L, as far as 256 bits go', withS(S + 15n * L), false);
signature('S = L', withS(L), false);
signature('S = L - 1', withS(L - 1n), false);
signature('S = 0', withS(0n), false);
signature('over another message', valid, false, encode(A), Buffer.from('Counterpart'));
signature('by another key', valid, false, encode(B));
for (let n = 0n; n < 8n; n += 1n) {
  signature(`R of small order: ${n} T8`, sign(encode(times(n, T8)), 0n), false);
  if (n > 0n) signature(`R of mixed order: r B + ${n} T8`, sign(encode(add(times(r, B), times(n, T8))), r), false);
}
signature('R the identity as y = p + 1', sign(bytes(p + 1n), 0n), false);
signature('R the identity with the sign set', sign(bytes(1n | (1n << 255n)), 0n), false);
signature('R = (0, -1) with the sign set', sign(bytes((p - 1n) | (1n << 255n)), 0n), false);
for (let k = 0n; k < 19n; k += 1n) {
  for (const odd of [0n, 1n]) {
    if (withY(k, odd) !== undefined) signature(`R: y = p + ${k}, sign ${odd}`, sign(bytes((p + k) | (odd << 255n)), 0n), false);
  }
}
signature('R not on the curve', sign(bytes(2n), 0n), withY(2n, 0n) !== undefined);
for (let n = 1n; n < 8n; n += 1n) {
  const mixed = encode(add(A, times(n, T8)));
  signature(`key of mixed order: A + ${n} T8`, sign(encode(times(r, B)), r, mixed), false, mixed);
}
for (let n = 0n; n < 8n; n += 1n) {
  const small = encode(times(n, T8));
  // S B = R + k A with A of small order: holds for R = S B whenever the challenge is a multiple of the order.
  for (let i = 0n; ; i += 1n) {
    const text = Buffer.from(`counterpart ${i}`);
    const R = encode(times(r, B));
    if (challenge(R, small, text) % 8n !== 0n) continue;
    signature(`key of small order: ${n} T8`, Buffer.concat([R, bytes(r)]), false, small, text);
    break;
  }
}
console.log(JSON.stringify({ keys, signatures }, null, 1));
