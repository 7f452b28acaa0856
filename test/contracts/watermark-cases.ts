import { expect, test } from 'vitest';
import { Chain, foundingOf, programme, sha, vn } from '../../src/store/feed.fixture.ts';
import type { RunAppend } from '../../src/store/store.ts';
import type { Bench } from './store.contract.ts';

/** What every storage promises about the high-water marks. */
export function watermarkCases(bench: Bench): void {
  const append = (...runs: RunAppend[]) => bench.store.append({ runs });
  const markOf = (run: RunAppend) => ({ programme, party: vn, seq: run.last, hash: run.lastHash });
  const codes = () => bench.store.findings().map((finding) => finding.code);

  test('F9 a mark lasts, and a feed that reaches it is in order', async () => {
    await bench.store.append({ foundings: [foundingOf()] });
    const chain = new Chain();
    const [first, second] = [chain.run(2), chain.run(2)] as const;
    await append(first);
    await bench.store.raiseWatermark(markOf(first));
    await append(second);
    await bench.store.raiseWatermark(markOf(second));
    await bench.reopen();
    expect(await bench.store.watermarks()).toEqual([markOf(second)]);
    expect(codes()).toEqual([]);
    await append(chain.run(3));
    await bench.reopen();
    expect(codes()).toEqual([]);
  });

  test('F9 a mark keeps the continuation of the chain that it marks', async () => {
    const continued = { seq: 3, hash: sha('continued') };
    const mark = { programme, party: vn, seq: 5, hash: sha('five'), continued };
    await bench.store.raiseWatermark(mark);
    await bench.reopen();
    expect(await bench.store.watermarks()).toEqual([mark]);
  });

  test('F9 no mark is set below or beside one that stands', async () => {
    const mark = { programme, party: vn, seq: 5, hash: sha('five') };
    await bench.store.raiseWatermark(mark);
    await bench.store.raiseWatermark(mark);
    const lower = { ...mark, seq: 4, hash: sha('four') };
    await expect(bench.store.raiseWatermark(lower)).rejects.toMatchObject({ code: 'watermark-lower' });
    await expect(bench.store.raiseWatermark({ ...mark, hash: sha('V') })).rejects.toMatchObject({
      code: 'watermark-lower',
    });
    expect(await bench.store.watermarks()).toEqual([mark]);
  });

  test('F9 a feed below its mark is found behind until it has caught up', async () => {
    await bench.store.append({ foundings: [foundingOf()] });
    const chain = new Chain();
    const [held, lost] = [chain.run(2), chain.run(2)] as const;
    await append(held);
    await bench.store.raiseWatermark(markOf(lost));
    await bench.reopen();
    expect(bench.store.findings()).toMatchObject([
      { code: 'behind', programme, message: expect.stringContaining('entry 4') },
    ]);
    await append(lost);
    expect(await bench.store.recheck()).toEqual([]);
    expect(codes()).toEqual([]);
  });

  test('F9 a feed with another entry at its mark is found beside, until the root continues it', async () => {
    await bench.store.append({ foundings: [foundingOf()] });
    const published = new Chain().run(2, 'published');
    const other = new Chain();
    const mine = other.run(2, 'signed again');
    await append(mine, other.run(1));
    await bench.store.raiseWatermark(markOf(published));
    await bench.reopen();
    expect(codes()).toEqual(['beside']);
    await bench.store.replaceWatermark(markOf(mine));
    expect(await bench.store.recheck()).toEqual([]);
    await bench.reopen();
    expect(codes()).toEqual([]);
  });

  test('F9 a mark on any branch of the feed is reached', async () => {
    await bench.store.append({ foundings: [foundingOf()] });
    const trunk = new Chain().run(3);
    const branch = new Chain({ branch: 1, parent: 0 }, 1, sha(trunk.run.lines[0] ?? '')).run(2, 'mine');
    await append(trunk, branch);
    await bench.store.raiseWatermark(markOf(branch));
    await bench.reopen();
    expect(codes()).toEqual([]);
  });

  test('marks of several programmes set at once all last', async () => {
    const marks = Array.from({ length: 20 }, (_, i) => ({
      programme: sha(`p${i}`),
      party: vn,
      seq: i + 1,
      hash: sha(`h${i}`),
    }));
    await Promise.all(marks.map((mark) => bench.store.raiseWatermark(mark)));
    await bench.reopen();
    expect(await bench.store.watermarks()).toEqual(marks);
    expect(codes()).toEqual(marks.map(() => 'behind'));
  });
}
