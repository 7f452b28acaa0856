import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder, placesOf } from '../../bench/folder.ts';
import { makeWorld } from '../../bench/world.ts';
import { answer, counterpart, succeed } from '../../src/cli/command-line.fixture.ts';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { foldFiles } from '../../src/cli/fold-files.ts';
import type { PartyCode } from '../../src/core/bytes/ids.ts';
import { acceptRun } from '../../src/core/feed/accept-run.ts';
import { type ChainState, openChain } from '../../src/core/feed/chain.ts';
import type { Run } from '../../src/core/feed/entry.ts';
import { partyListHash } from '../../src/core/feed/founding.ts';
import { extend, notes, openFeedOf, type TestFeed, twoParties } from '../../src/core/feed/world.fixture.ts';
import { allKinds } from '../../src/core/kinds/catalogue.ts';
import { admit, openRegister } from '../../src/core/register/register.ts';
import { textOf, textsOf } from '../../src/core/register/texts.ts';
import { createFolder } from '../../src/store/folder.ts';
import { nodeCrypto } from '../../src/store/node-crypto.ts';
import { openStore } from '../../src/store/sqlite-store.ts';
import type { RunAppend } from '../../src/store/store.ts';

/* Exports of registers that the demo has not: long ones, verified on two threads, and feeds that forked. */

const dir = mkdtempSync(join(tmpdir(), 'counterpart-shapes-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const here = { cwd: dir };

describe('a long register', { timeout: 240_000 }, () => {
  const world = makeWorld(6_000);
  const { founding } = world;
  const feed = (party: string) => join(dir, 'E', founding.programme, 'feeds', `${party}.jsonl`);

  test('F2 is exported with the last signature of neighbouring runs, verified on two threads, and folded as accepted', async () => {
    await makeFolder(join(dir, 'long'), world, 'VN' as PartyCode);
    await succeed(['export', 'long', '--out', 'E'], here);
    const signatures =
      readFileSync(feed('VN').replace('feeds', 'signatures').replace('jsonl', 'tsv'), 'utf8').split('\n')
        .length - 1;
    expect(signatures).toBeLessThan(world.runs.length / 20);
    const { programmes } = await answer<{ programmes: { heads: { party: string; seq: number }[] }[] }>(
      ['verify', 'E'],
      here,
    );
    expect(programmes[0]?.heads.reduce((sum, { seq }) => sum + seq, 0)).toBe(6_000);
    expect(await answer(['verify', 'long'], here)).toEqual({ ok: true, programmes });

    const folded = foldFiles(diskFiles(join(dir, 'E', founding.programme)), () => {});
    const parties = founding.parties.map(({ party }) => party);
    const ground = {
      programme: founding.programme,
      languages: founding.languages,
      parties,
      partyList: partyListHash(founding.parties, nodeCrypto),
    };
    const accepted = openRegister(ground, allKinds, nodeCrypto);
    const chains = new Map(parties.map((party) => [party, openChain(founding, party) as ChainState]));
    for (const { party, run } of world.runs) {
      const read = acceptRun(chains.get(party) as ChainState, run, nodeCrypto);
      if (!read.ok) throw new Error(read.code);
      chains.set(party, read.chain);
      admit(accepted, party, 0, read.entries, read.chain);
    }
    for (const party of parties) {
      const [one, other] = [folded, accepted].map((register) => register.voices.get(party)?.[0]);
      expect(one?.chain).toEqual(other?.chain);
      expect(one?.inert).toEqual(other?.inert);
      expect(one?.applied).toBe(other?.applied);
    }
    expect(textsOf(folded)).toEqual(textsOf(accepted));
    for (const text of textsOf(folded)) expect(textOf(folded, { text })).toEqual(textOf(accepted, { text }));
  });

  test('F1 F2 its first fault is named with its line, also when the other thread folds it', async () => {
    const lines = readFileSync(feed('LA'), 'utf8').split('\n');
    const broken: readonly (readonly [readonly string[], object])[] = [
      [
        lines.toSpliced(2_000, 1, (lines[2_000] ?? '').replace('"time":"2026', '"time":"2027')),
        { line: 2_002, code: 'feed.prev' },
      ],
      [lines.toSpliced(1_500, 1), { line: 1_501, code: 'feed.gap' }],
      [lines.toSpliced(700, 0, '{"not":"an entry"}'), { line: 701, code: 'entry.shape' }],
    ];
    for (const [changed, fault] of broken) {
      writeFileSync(feed('LA'), changed.join('\n'));
      const ended = await counterpart(['verify', 'E', '--json'], here);
      expect(ended.code).toBe(1);
      expect((JSON.parse(ended.out) as { fault: object }).fault).toMatchObject({
        ...fault,
        file: join(founding.programme, 'feeds/LA.jsonl'),
      });
    }
    writeFileSync(feed('LA'), lines.join('\n'));
    expect((await counterpart(['verify', 'E'], here)).code).toBe(0);
  });
});

describe('a forked feed', { timeout: 240_000 }, () => {
  const world = twoParties();
  const opened = openFeedOf(world, 'VN');
  const shared = extend(extend(opened, notes(2, 'shared')), notes(1, 'shared'));
  const left = extend(shared, notes(3, 'left'));
  const right = extend(extend(shared, notes(1, 'right')), notes(2, 'right'));
  const other = extend(openFeedOf(world, 'LA'), notes(2, 'LA'));

  /** A folder that saw one branch first. */
  async function makeForked(name: string, first: TestFeed, second: TestFeed): Promise<void> {
    const root = join(dir, name);
    createFolder(root, { party: 'LA', names: { en: 'LA' } });
    const store = await openStore(root);
    const { bytes, founding, signatures } = world;
    await store.append({ foundings: [{ programme: founding.programme, bytes, signatures }] });
    const rows = (party: string, runs: readonly Run[]) =>
      placesOf({ ...world, runs: runs.map((run) => ({ party: party as PartyCode, run })) });
    await store.append({ runs: [...rows('VN', first.runs), ...rows('LA', other.runs)] });
    const branch = rows('VN', second.runs)
      .slice(shared.runs.length)
      .map((row, at): RunAppend => ({ ...row, branch: 1, ...(at === 0 ? { parent: 0 } : {}) }));
    await store.append({ runs: branch });
    await store.close();
  }

  test('F6 is exported the same whichever branch was seen first, and verified with both', async () => {
    await makeForked('left-first', left, right);
    await makeForked('right-first', right, left);
    for (const name of ['left-first', 'right-first'])
      await succeed(['export', name, '--out', `E-${name}`], here);
    const files = (name: string) =>
      readdirSync(join(dir, `E-${name}`), { recursive: true, encoding: 'utf8' }).sort();
    expect(files('right-first')).toEqual(files('left-first'));
    expect(
      files('left-first').filter((name) => name.includes('VN.fork-') && name.endsWith('.jsonl')),
    ).toHaveLength(2);
    for (const name of files('left-first').filter((one) => /\.\w+$/.test(one)))
      expect(readFileSync(join(dir, 'E-right-first', name), 'utf8')).toBe(
        readFileSync(join(dir, 'E-left-first', name), 'utf8'),
      );
    const verified = await answer<{ programmes: { heads: { party: string; seq: number }[] }[] }>(
      ['verify', 'E-left-first'],
      here,
    );
    expect(verified.programmes[0]?.heads.map(({ party, seq }) => `${party} ${seq}`)).toEqual([
      'LA 3',
      'VN 7',
      'VN 7',
    ]);
    expect(await answer(['verify', 'right-first'], here)).toEqual(verified);
    expect(await succeed(['verify', 'left-first'], here)).toContain('VN has signed two chains that part');
    const [fork] = files('left-first').filter((name) => name.includes('VN.fork-') && name.endsWith('.jsonl'));
    appendFileSync(join(dir, 'E-left-first', fork ?? ''), '\n');
    expect((await counterpart(['verify', 'E-left-first'], here)).code).toBe(1);
  });
});
