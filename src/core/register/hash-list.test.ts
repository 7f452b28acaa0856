import { expect, test } from 'vitest';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { HashList } from './hash-list.ts';

test('hashes are given back by the place at which they were put, from 1', () => {
  const list = new HashList();
  const hashes = Array.from({ length: 9000 }, (_, at) => testCrypto.sha256(new Uint8Array([at, at >> 8])));
  for (const hash of hashes) list.push(hash);
  expect(list.length).toBe(9000);
  for (const [at, hash] of hashes.entries()) expect(list.at(at + 1)).toBe(hash);
  expect([list.at(0), list.at(9001)]).toEqual([undefined, undefined]);
});
