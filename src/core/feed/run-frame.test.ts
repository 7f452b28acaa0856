import { expect, test } from 'vitest';
import { joinBytes } from '../bytes/codec.ts';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import { bytesOf, textOf } from '../bytes/utf8.ts';
import { acceptRun } from './accept-run.ts';
import type { Head, Run } from './entry.ts';
import { missingSince } from './heads.ts';
import { frameRun, readFrame, readFrames } from './run-frame.ts';
import { chainWithin, placeOf, trimRun } from './run-place.ts';
import { extend, notes, openFeedOf, twoParties } from './world.fixture.ts';

const start = openFeedOf(twoParties(), 'VN');
const feed = extend(extend(start, notes(2, 'ສະ')), notes(1));
const runs = feed.runs.slice(1);
const bytes = joinBytes(runs.map(frameRun));

test('X3 runs travel framed, with their sizes counted, and read back', () => {
  expect(readFrames(bytes)).toEqual(runs);
  expect(readFrames(new Uint8Array(0))).toEqual([]);
  expect(
    textOf(frameRun(runs[1] as Run)).startsWith(
      `run 1 ${(runs[1] as Run).lines[0]!.length + 1} ${feed.key.id} `,
    ),
  ).toBe(true);
});

test('X3 X8 a run that has not come whole is not there yet', () => {
  const first = frameRun(runs[0] as Run);
  for (let at = 0; at < first.length; at += 1) expect(readFrame(first.subarray(0, at), 0)).toBeUndefined();
  expect(readFrame(bytes, 0)?.end).toBe(first.length);
  expect(readFrame(bytes, first.length)?.end).toBe(bytes.length);
});

test('X3 any byte of framed runs flipped or cut is refused', () => {
  const isTaken = (candidate: Uint8Array): boolean => {
    const read = attempt(() => readFrames(candidate));
    if (read instanceof BytesError || read.length !== runs.length) return false;
    let { chain } = start;
    return read.every((run) => {
      const answer = acceptRun(chain, run, testCrypto);
      if (answer.ok) chain = answer.chain;
      return answer.ok;
    });
  };
  expect(isTaken(bytes)).toBe(true);
  for (let at = 0; at < bytes.length; at += 1) {
    expect(isTaken(bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte)))).toBe(false);
    expect(isTaken(bytes.subarray(0, at))).toBe(false);
  }
  expect(isTaken(joinBytes([bytes, bytesOf('\n')]))).toBe(false);
  expect(isTaken(joinBytes([bytes, bytes]))).toBe(false);
});

test('X3 a frame that claims more than a run may have is refused before it has come', () => {
  const head = textOf(bytes).slice(0, textOf(bytes).indexOf('\n') + 1);
  const [, count = '', size = ''] = head.split(' ');
  const claim = (from: string, to: string) => attempt(() => readFrame(bytesOf(head.replace(from, to)), 0));
  expect(claim(`run ${count} `, 'run 1025 ')).toMatchObject({ code: 'run.too-large' });
  expect(claim(` ${size} `, ' 4194305 ')).toMatchObject({ code: 'run.too-large' });
  for (const bad of ['run 0 ', 'run 01 ', 'run -1 ', 'run 1e1 ', 'run  1 ', 'run 10000 ', 'Run 1 ']) {
    expect(claim(`run ${count} `, bad)).toMatchObject({ code: 'run.frame' });
  }
  expect(attempt(() => readFrame(new Uint8Array(200).fill(0x61), 0))).toMatchObject({ code: 'run.frame' });
});

test('X2 a run says where it belongs; what is held of it is cut off and the rest still stands', () => {
  const [first, second] = runs as [Run, Run];
  expect(placeOf(first, testCrypto)).toMatchObject({ party: 'VN', first: 2, prev: start.chain.hash });
  expect(placeOf(second, testCrypto)).toMatchObject({ first: 4, prev: placeOf(first, testCrypto).hashes[1] });
  const within = chainWithin(start.chain, first, 1, testCrypto);
  if (!within.ok) throw new Error(within.code);
  expect(acceptRun(within.chain, trimRun(first, 1), testCrypto)).toMatchObject({
    ok: true,
    chain: { seq: 3 },
  });
  expect(trimRun(first, 0)).toBe(first);
  expect(() => placeOf({ ...first, lines: [] }, testCrypto)).toThrow('run.empty');
});

test('X1 heads are compared by party, position and hash', () => {
  const head = (party: string, seq: number, digit: string): Head => ({
    party: party as PartyCode,
    seq,
    hash: digit.repeat(64) as Hash,
  });
  const mine = [head('VN', 5, 'a'), head('LA', 9, 'b')];
  expect(missingSince(mine, mine)).toEqual([]);
  expect(missingSince([], mine)).toEqual([
    { party: 'LA', after: 0, to: head('LA', 9, 'b') },
    { party: 'VN', after: 0, to: head('VN', 5, 'a') },
  ]);
  expect(missingSince(mine, [head('VN', 7, 'c')])).toEqual([
    { party: 'VN', after: 5, to: head('VN', 7, 'c') },
  ]);
  // The same place with another hash is a branch that I lack.
  expect(missingSince(mine, [head('VN', 5, 'd')])).toEqual([
    { party: 'VN', after: 5, to: head('VN', 5, 'd') },
  ]);
});
