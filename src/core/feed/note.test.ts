import { describe, expect, test } from 'vitest';
import { fromBase64 } from '../bytes/codec.ts';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import { bytesOf } from '../bytes/utf8.ts';
import { noteVerifierKey, parseNote, signNote, verifyNote } from './note.ts';
import { type Receipt, signReceipt, verifyReceipt } from './receipt.ts';

// The example of golang.org/x/mod/sumdb/note, from which the format comes.
const peter = {
  name: 'PeterNeumann',
  public: fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').subarray(1),
};
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const line =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

test('X6 notes are those of C2SP: the published example verifies', () => {
  expect(noteVerifierKey(peter, testCrypto)).toBe(
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  );
  expect(verifyNote(bytesOf(`${text}\n${line}`), peter, testCrypto)).toBe(text);
  const foreign = '— Someone AAAAAAEC\n';
  expect(verifyNote(bytesOf(`${text}\n${foreign}${line}`), peter, testCrypto)).toBe(text);
  expect(() => verifyNote(bytesOf(`${text}\n${foreign}`), peter, testCrypto)).toThrow('note.signature');
});

const { public: key, sign } = testKey(1);
const programme = 'ab'.repeat(32) as Hash;
const receipt: Receipt = {
  programme,
  signer: 'LA' as PartyCode,
  heads: [
    { party: 'LA' as PartyCode, seq: 7, hash: '11'.repeat(32) as Hash },
    { party: 'VN' as PartyCode, seq: 41, hash: '22'.repeat(32) as Hash },
    { party: 'VN' as PartyCode, seq: 41, hash: '33'.repeat(32) as Hash },
  ],
};
const signed = signReceipt({ ...receipt, heads: receipt.heads.toReversed() }, key, sign, testCrypto);

test('X6 a receipt is a signed note that says which heads its signer holds', () => {
  const rows = `LA 7 ${'11'.repeat(32)}\nVN 41 ${'22'.repeat(32)}\nVN 41 ${'33'.repeat(32)}\n`;
  expect(parseNote(signed).text).toBe(`counterpart receipt 1\n${programme}\n${rows}`);
  expect(parseNote(signed).signatures[0]?.name).toBe(`LA.${programme}`);
  expect(verifyReceipt(signed, receipt, key, testCrypto)).toEqual(receipt);
});

test('X6 a receipt for another programme, signer or key is refused', () => {
  expect(() => verifyReceipt(signed, { ...receipt, signer: 'VN' as PartyCode }, key, testCrypto)).toThrow(
    'note.signature',
  );
  expect(() =>
    verifyReceipt(signed, { ...receipt, programme: '00'.repeat(32) as Hash }, key, testCrypto),
  ).toThrow('note.signature');
  expect(() => verifyReceipt(signed, receipt, testKey(2).public, testCrypto)).toThrow('note.signature');
  expect(() => signReceipt({ ...receipt, heads: [] }, key, sign, testCrypto)).toThrow('receipt.shape');
});

test('X6 any byte of a receipt flipped or cut is refused', () => {
  for (let at = 0; at < signed.length; at += 1) {
    const flipped = signed.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));
    expect(attempt(() => verifyReceipt(flipped, receipt, key, testCrypto))).toBeInstanceOf(BytesError);
    expect(attempt(() => verifyReceipt(signed.subarray(0, at), receipt, key, testCrypto))).toBeInstanceOf(
      BytesError,
    );
  }
});

describe('X6 a note of another shape is refused', () => {
  test.for([
    ['without signatures', `${text}\n`],
    ['without the empty line', `${text}${line}`],
    ['without its last line feed', `${text}\n${line.slice(0, -1)}`],
    ['with a carriage return in its text', `a\r\n\n${line}`],
    ['with a tab in its text', `a\tb\n\n${line}`],
    ['with a hyphen for the dash', `${text}\n${line.replace('—', '-')}`],
    ['with a plus in a name', `${text}\n${line.replace('Peter', 'Peter+')}`],
    ['with a space in a name', `${text}\n${line.replace('Peter', 'Peter\u00a0')}`],
    ['with two spaces', `${text}\n${line.replace(' x', '  x')}`],
    ['with base64 that is not canonical', `${text}\n${line.replace('nAM=', 'nAN=')}`],
    ['with something behind', `${text}\n${line}more`],
    ['of more than 64 signatures', `${text}\n${line.repeat(65)}`],
    ['too large', `${'a'.repeat(70_000)}\n\n${line}`],
  ])('%s', ([, note]) => {
    expect(attempt(() => parseNote(bytesOf(note as string)))).toBeInstanceOf(BytesError);
  });
});

test('X6 a text or name that the format cannot hold is not signed', () => {
  for (const bad of ['no line feed', 'tab\t\n', 'null\u0000\n']) {
    expect(() => signNote(bad, { name: 'a', public: key }, sign, testCrypto)).toThrow('note.shape');
  }
  for (const name of ['', 'a b', 'a+b', 'a\u2003b', 'a\u0085b']) {
    expect(() => signNote('a\n', { name, public: key }, sign, testCrypto)).toThrow('note.shape');
  }
});

test('X6 a receipt’s lines are in order and each head once', () => {
  const forms = [
    `counterpart receipt 2\n${programme}\nLA 7 ${'11'.repeat(32)}\n`,
    `counterpart receipt 1\n${programme}\n`,
    `counterpart receipt 1\n${'00'.repeat(32)}\nLA 7 ${'11'.repeat(32)}\n`,
    `counterpart receipt 1\n${programme}\nVN 7 ${'11'.repeat(32)}\nLA 7 ${'11'.repeat(32)}\n`,
    `counterpart receipt 1\n${programme}\nLA 7 ${'11'.repeat(32)}\nLA 7 ${'11'.repeat(32)}\n`,
    `counterpart receipt 1\n${programme}\nLA 07 ${'11'.repeat(32)}\n`,
    `counterpart receipt 1\n${programme}\nLA 9007199254740993 ${'11'.repeat(32)}\n`,
    `counterpart receipt 1\n${programme}\nLA 7 ${'11'.repeat(32)} more\n`,
  ];
  for (const form of forms) {
    const note = signNote(form, { name: `LA.${programme}`, public: key }, sign, testCrypto);
    expect(() => verifyReceipt(note, receipt, key, testCrypto)).toThrow('receipt.shape');
  }
});
