import { expect, test } from 'vitest';
import {
  Chain,
  foundingOf,
  la,
  plain,
  programme,
  readBranch,
  sha,
  vn,
} from '../../src/store/feed.fixture.ts';
import type { RunAppend } from '../../src/store/store.ts';
import type { Bench } from './store.contract.ts';

/** What every storage promises about feeds, foundings and receipts. */
export function feedCases(bench: Bench): void {
  const found = () => bench.store.append({ foundings: [foundingOf()] });
  const append = (...runs: RunAppend[]) => bench.store.append({ runs });

  test('a run comes back as it was appended, also after opening again', async () => {
    await found();
    const run = new Chain().run(3);
    expect(await append(run)).toEqual({ appended: 1, held: 0 });
    expect((await readBranch(bench.store)).map(plain)).toEqual([plain(run)]);
    await bench.reopen();
    expect((await readBranch(bench.store)).map(plain)).toEqual([plain(run)]);
  });

  test('runs are read in order from the one that holds the place asked for', async () => {
    await found();
    const runs = new Chain().runs(20, 5);
    for (const run of runs) await append(run);
    const from = async (place: number) =>
      (await readBranch(bench.store, vn, 0, place)).map((run) => run.first);
    expect(await from(1)).toEqual(runs.map((run) => run.first));
    expect(await from(91)).toEqual([91, 96]);
    expect(await from(95)).toEqual([91, 96]);
    expect(await from(96)).toEqual([96]);
    expect(await from(101)).toEqual([]);
  });

  test('many entries come back byte for byte, whatever form the storage gives them', async () => {
    await found();
    const chain = new Chain();
    const runs = [
      ...chain.runs(300, 1, 'short'),
      ...chain.runs(40, 250, 'x'.repeat(100)),
      ...chain.runs(9, 7),
    ];
    for (let i = 0; i < runs.length; i += 10) await append(...runs.slice(i, i + 10));
    const expected = runs.map(plain);
    expect((await readBranch(bench.store)).map(plain)).toEqual(expected);
    await bench.reopen();
    expect((await readBranch(bench.store)).map(plain)).toEqual(expected);
    const late = await readBranch(bench.store, vn, 0, 5000);
    expect(late.map(plain)).toEqual(expected.slice(runs.findIndex((run) => run.last >= 5000)));
  });

  test('a large batch comes back byte for byte and goes on', async () => {
    await found();
    const chain = new Chain();
    const runs = chain.runs(30, 400, 'y'.repeat(200));
    const all = [...runs, chain.run(2)];
    await append(...all);
    const next = chain.run(1);
    await append(next);
    expect((await readBranch(bench.store)).map(plain)).toEqual([...all, next].map(plain));
  });

  test('F1 a run that leaves a gap is refused and nothing of its batch is written', async () => {
    await found();
    const chain = new Chain();
    const [first, second, third] = chain.runs(3, 2) as [RunAppend, RunAppend, RunAppend];
    const other = new Chain({ party: la }).run();
    await expect(append(first, other, third)).rejects.toMatchObject({
      code: 'gap',
      message: expect.stringContaining('3 to 4'),
    });
    expect(await bench.store.branches(programme)).toEqual([]);
    await append(first, second, third);
    expect((await bench.store.branches(programme))[0]?.seq).toBe(6);
  });

  test('a refused batch leaves the others that were asked at the same time alone', async () => {
    await found();
    const [first, second, third, fourth] = new Chain().runs(4) as [
      RunAppend,
      RunAppend,
      RunAppend,
      RunAppend,
    ];
    const other = new Chain({ party: la }).run();
    const results = await Promise.allSettled([
      append(first),
      append(third),
      append(second, other, fourth),
      append(second),
      append(third),
    ]);
    expect(results.map((result) => result.status === 'fulfilled')).toEqual([true, false, false, true, true]);
    expect((await readBranch(bench.store)).map(plain)).toEqual([first, second, third].map(plain));
    expect(await bench.store.branches(programme)).toHaveLength(1);
  });

  test('X2 a run that is held already is a no-op, alone, in a batch and at the same time', async () => {
    await found();
    const [first, second, third] = new Chain().runs(3, 2) as [RunAppend, RunAppend, RunAppend];
    await append(first, second);
    expect(await append(first)).toEqual({ appended: 0, held: 1 });
    expect(await append(first, second, third, third)).toEqual({ appended: 1, held: 3 });
    expect(await Promise.all([append(third), append(third)])).toEqual([
      { appended: 0, held: 1 },
      { appended: 0, held: 1 },
    ]);
    expect((await readBranch(bench.store)).map(plain)).toEqual([first, second, third].map(plain));
  });

  test('F6 other bytes at a place that is taken are refused', async () => {
    await found();
    await append(...new Chain().runs(2));
    const before = await bench.store.branches(programme);
    const [, twin] = new Chain().runs(2, 1, 'twin') as [RunAppend, RunAppend];
    await expect(append(twin)).rejects.toMatchObject({ code: 'conflict' });
    expect(await bench.store.branches(programme)).toEqual(before);
  });

  test('of two that write at one place at the same time one is refused', async () => {
    await found();
    const [one, other] = [new Chain().run(1, 'one'), new Chain().run(1, 'other')];
    const results = await Promise.allSettled([append(one), append(other)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect((await readBranch(bench.store)).map(plain)).toEqual([plain(one)]);
  });

  test('F6 a fork is kept as a branch that begins after the parting', async () => {
    await found();
    const trunk = new Chain();
    const [shared, mine] = [trunk.run(3), trunk.run(2)] as const;
    await append(shared, mine);
    const branch = new Chain({ branch: 1, parent: 0 }, 3, shared.lastHash).runs(2, 1, 'forked');
    await append(...branch);
    const late = new Chain({ branch: 2, parent: 1 }, 4, branch[0]?.lastHash).run(2, 'again');
    await append(late);
    expect((await readBranch(bench.store, vn, 1)).map(plain)).toEqual(branch.map(plain));
    expect((await readBranch(bench.store, vn, 2)).map(plain)).toEqual([plain(late)]);
    const heads = await bench.store.branches(programme);
    expect(heads.map(({ change: _, ...head }) => head)).toEqual([
      { party: vn, branch: 0, parent: null, partedAt: 0, seq: 5, hash: mine.lastHash },
      { party: vn, branch: 1, parent: 0, partedAt: 3, seq: 5, hash: branch[1]?.lastHash },
      { party: vn, branch: 2, parent: 1, partedAt: 4, seq: 6, hash: late.lastHash },
    ]);
    // The parting may lie within a run of the parent, and the branch may be asked for in the batch that brings the parent.
    const both = new Chain({ party: la });
    const whole = both.run(4);
    const parted = new Chain({ party: la, branch: 1, parent: 0 }, 2, sha(whole.run.lines[1] ?? '')).run(
      1,
      'parted',
    );
    await append(whole, parted);
    expect((await readBranch(bench.store, la, 1)).map(plain)).toEqual([plain(parted)]);
  });

  test('a branch that leaves no known one, or beyond its end, is refused', async () => {
    await found();
    await append(new Chain().run(2));
    const from = (parent: number, at: number) => append(new Chain({ branch: 3, parent }, at).run());
    await expect(from(1, 2)).rejects.toMatchObject({ code: 'unknown-branch' });
    await expect(from(0, 3)).rejects.toMatchObject({ code: 'gap' });
    await expect(append(new Chain({ branch: 3 }, 2).run())).rejects.toMatchObject({ code: 'unknown-branch' });
    expect(await bench.store.branches(programme)).toHaveLength(1);
  });

  test('each write that changes a branch numbers it higher, by programme', async () => {
    await found();
    const [mine, theirs] = [new Chain(), new Chain({ party: la })];
    const changes = async () =>
      Object.fromEntries((await bench.store.branches(programme)).map((b) => [b.party, b.change]));
    await append(mine.run());
    const one = await changes();
    await append(theirs.run());
    const two = await changes();
    await append(mine.run());
    const three = await changes();
    expect(two['VN']).toBe(one['VN']);
    expect(two['LA']).toBeGreaterThan(two['VN'] ?? 0);
    expect(three['VN']).toBeGreaterThan(three['LA'] ?? 0);
  });

  test('programmes are apart, and nothing is written to one that is not held', async () => {
    const other = sha('another programme');
    await expect(append(new Chain().run())).rejects.toMatchObject({ code: 'unknown-programme' });
    await bench.store.append({ foundings: [foundingOf(), foundingOf(other)], runs: [new Chain().run()] });
    await append(new Chain({ programme: other }).run(2));
    expect((await bench.store.branches(programme)).map((branch) => branch.seq)).toEqual([1]);
    expect((await bench.store.branches(other)).map((branch) => branch.seq)).toEqual([2]);
    expect((await bench.store.programmes()).map((held) => held.programme)).toEqual([programme, other].sort());
  });

  test('a founding keeps its bytes, and its signatures as they come in', async () => {
    const { bytes, signatures } = foundingOf();
    expect(await bench.store.founding(programme)).toBeNull();
    await bench.store.append({ foundings: [{ programme, bytes, signatures: signatures.slice(0, 1) }] });
    await bench.store.append({
      foundings: [{ programme, bytes: Buffer.from('other'), signatures: signatures.slice(1) }],
    });
    const held = await (await bench.reopen()).founding(programme);
    expect(Buffer.from(held?.bytes ?? []).toString()).toBe('{"name":{}}');
    expect(held?.signatures.map(({ party, signature }) => [party, signature[0]])).toEqual([
      [la, 1],
      [vn, 2],
    ]);
  });

  test('X6 the latest receipt by signer and feed is kept, never a lower one', async () => {
    await found();
    const receipt = (seq: number, text: string) => {
      return { programme, signer: la, party: vn, seq, hash: sha(`${seq}`), note: Buffer.from(text) };
    };
    for (const each of [receipt(4, 'four'), receipt(9, 'nine'), receipt(5, 'five')])
      await bench.store.append({ receipts: [each] });
    await bench.store.append({ receipts: [{ ...receipt(2, 'own'), signer: vn }] });
    const held = await (await bench.reopen()).receipts(programme);
    expect(held.map(({ signer, seq, note }) => [signer, seq, Buffer.from(note).toString()])).toEqual([
      [la, 9, 'nine'],
      [vn, 2, 'own'],
    ]);
  });

  test('a batch is one: receipts and foundings of a refused one are not written', async () => {
    await found();
    const other = sha('another programme');
    const receipt = { programme, signer: la, party: vn, seq: 1, hash: sha('1'), note: Buffer.from('note') };
    const chain = new Chain();
    chain.run();
    const batch = { foundings: [foundingOf(other)], runs: [chain.run()], receipts: [receipt] };
    await expect(bench.store.append(batch)).rejects.toMatchObject({ code: 'gap' });
    expect(await bench.store.founding(other)).toBeNull();
    expect(await bench.store.receipts(programme)).toEqual([]);
    await expect(append(new Chain({ programme: other }).run())).rejects.toMatchObject({
      code: 'unknown-programme',
    });
  });

  test('a batch of a shape that cannot be kept is refused', async () => {
    await found();
    const good = new Chain().run(2);
    const bad: RunAppend[] = [
      { ...good, last: 3 },
      { ...good, first: 0, last: 1 },
      { ...good, branch: -1 },
      { ...good, party: '../x' as typeof vn },
      { ...good, run: { ...good.run, signature: new Uint8Array(63) } },
      { ...good, run: { ...good.run, lines: [Buffer.from('a\nb'), Buffer.from('c')] } },
      { ...good, run: { ...good.run, lines: [Buffer.from('a'), new Uint8Array()] } },
      { ...good, first: 2 ** 53, last: 2 ** 53 + 1 },
    ];
    for (const run of bad) await expect(append(run)).rejects.toMatchObject({ code: 'malformed' });
    expect(await bench.store.branches(programme)).toEqual([]);
  });

  test('the caller may use its buffers again once the append was called', async () => {
    await found();
    const run = new Chain().run(2);
    const expected = plain(run);
    const done = append(run);
    for (const line of run.run.lines) line.fill(0);
    run.run.signature.fill(0);
    await done;
    expect((await readBranch(bench.store)).map(plain)).toEqual([expected]);
  });

  test('readers see what was acknowledged, whole, while others write', async () => {
    await found();
    const runs = new Chain().runs(400, 20, 'z'.repeat(60));
    const seen: number[] = [];
    const reading = async () => {
      for (let i = 0; i < 10; i++) {
        const held = await readBranch(bench.store);
        expect(held.map((run) => run.first)).toEqual(runs.slice(0, held.length).map((run) => run.first));
        seen.push(held.length);
      }
    };
    await Promise.all([...runs.map((run) => append(run)), reading()]);
    expect(await readBranch(bench.store)).toHaveLength(400);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  test('closing waits for the writes under way', async () => {
    await found();
    const chain = new Chain();
    const under = [append(chain.run()), append(chain.run()), bench.store.workspace.write([])];
    await bench.store.close();
    expect((await Promise.allSettled(under)).map((result) => result.status)).toEqual(
      Array(3).fill('fulfilled'),
    );
    await bench.reopen();
    expect(await readBranch(bench.store)).toHaveLength(2);
  });

  test('a closed store refuses reads and writes', async () => {
    await found();
    await bench.store.close();
    await expect(append(new Chain().run())).rejects.toMatchObject({ code: 'closed' });
    await expect(bench.store.branches(programme)).rejects.toMatchObject({ code: 'closed' });
    await bench.store.close();
    await bench.reopen();
  });
}
