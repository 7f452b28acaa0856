import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  Chain,
  collect,
  foundingOf,
  la,
  plain,
  programme,
  putAttachment,
  readBranch,
  sha,
  vn,
} from '../../src/store/feed.fixture.ts';
import type { RunAppend, Store } from '../../src/store/store.ts';
import type { Change } from '../../src/store/workspace.ts';
import type { Bench } from './store.contract.ts';

const file = randomBytes(100_000);
const hash = sha(file);

function append(store: Store, ...runs: RunAppend[]) {
  return store.append({ runs });
}

function codesOf(store: Store): string[] {
  return store.findings().map((finding) => finding.code);
}

function putNote(id: string): Change {
  return { op: 'putDocument', collection: 'note', id, value: 1, expected: 0 };
}

/** What stays when power goes, for storages that can play that (F10). */
export function powerCases(bench: Bench): void {
  test('F10 what was acknowledged is there after a power cut, and what was not is there whole or not at all', async () => {
    await bench.store.append({ foundings: [foundingOf()] });
    const chain = new Chain();
    const kept = chain.runs(5, 3);
    await append(bench.store, ...kept);
    const unanswered = Promise.allSettled([
      append(bench.store, ...chain.runs(4, 2)),
      append(bench.store, ...chain.runs(4, 2)),
    ]);
    await bench.cutPower();
    await unanswered;
    const held = await readBranch(bench.store);
    expect(held.slice(0, 5).map(plain)).toEqual(kept.map(plain));
    expect([5, 9, 13]).toContain(held.length);
    expect((await bench.store.branches(programme))[0]?.seq).toBe(held.at(-1)?.last);
  });

  test('F10 a file that was acknowledged is there after a power cut; one that was not can be sent again', async () => {
    await putAttachment(bench.store, Buffer.from('kept'));
    const writer = await bench.store.writeAttachment(hash, file.length);
    await writer.write(0, file.subarray(0, 60_000));
    await bench.cutPower();
    expect((await collect(await bench.store.readAttachment(sha('kept')))).toString()).toBe('kept');
    expect(await bench.store.hasAttachment(hash)).toBe(false);
    const again = await bench.store.writeAttachment(hash, file.length);
    await again.discard();
    await putAttachment(bench.store, file);
    expect(await bench.store.hasAttachment(hash)).toBe(true);
  });

  test('F10 a mark that was acknowledged is there after a power cut', async () => {
    const mark = { programme, party: vn, seq: 5, hash: sha('five') };
    await bench.store.raiseWatermark(mark);
    await bench.cutPower();
    expect(await bench.store.watermarks()).toEqual([mark]);
    expect(codesOf(bench.store)).toEqual(['behind']);
  });

  test('F10 a write that was acknowledged is there after a power cut', async () => {
    await bench.store.workspace.write([putNote('n1')]);
    const unanswered = Promise.allSettled([bench.store.workspace.write([putNote('n2'), putNote('n3')])]);
    await bench.cutPower();
    await unanswered;
    const ids = (await bench.store.workspace.documents('note')).map((each) => each.id);
    expect([['n1'], ['n1', 'n2', 'n3']]).toContainEqual(ids);
  });
}

/** What happens when the disk fails, for storages that can play that (F10). */
export function brokenDiskCases(bench: Bench): void {
  test('F10 once the disk has failed nothing is acknowledged, signing is locked, reading works', async () => {
    await bench.store.append({ foundings: [foundingOf()] });
    const chain = new Chain();
    await append(bench.store, chain.run());
    const told: string[] = [];
    bench.store.onFinding((finding) => told.push(finding.code));
    bench.breakDisk();
    await expect(append(bench.store, chain.run())).rejects.toMatchObject({ code: 'failed' });
    await expect(append(bench.store, new Chain({ party: la }).run())).rejects.toMatchObject({
      code: 'failed',
    });
    await expect(bench.store.workspace.write([])).rejects.toMatchObject({ code: 'failed' });
    expect(codesOf(bench.store)).toEqual(['failed']);
    expect(told).toEqual(['failed']);
    expect((await readBranch(bench.store)).map((run) => run.first)).toEqual([1]);
  });

  test('F10 a file that the disk did not keep is not acknowledged, and signing is locked', async () => {
    const writer = await bench.store.writeAttachment(hash, file.length);
    await writer.write(0, file);
    bench.breakDisk();
    await expect(writer.finish()).rejects.toMatchObject({ code: 'failed' });
    expect(codesOf(bench.store)).toEqual(['failed']);
  });

  test('F10 a mark that the disk did not keep is not acknowledged, and signing is locked', async () => {
    bench.breakDisk();
    const mark = { programme, party: vn, seq: 5, hash: sha('five') };
    await expect(bench.store.raiseWatermark(mark)).rejects.toMatchObject({ code: 'failed' });
    await expect(bench.store.raiseWatermark({ ...mark, seq: 6 })).rejects.toMatchObject({ code: 'failed' });
    expect(codesOf(bench.store)).toContain('failed');
  });
}
