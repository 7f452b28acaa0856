import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Hash } from '../../src/core/bytes/ids.ts';
import { collect, putAttachment, sha } from '../../src/store/feed.fixture.ts';
import { attachmentBytesMax } from '../../src/store/store.ts';
import type { Bench } from './store.contract.ts';

/** What every storage promises about attachments. */
export function attachmentCases(bench: Bench): void {
  const file = randomBytes(100_000);
  const hash = sha(file);

  test('X5 a file comes back by its hash, whole and by range', async () => {
    expect(await bench.store.hasAttachment(hash)).toBe(false);
    expect(await bench.store.attachmentSize(hash)).toBeNull();
    await putAttachment(bench.store, file);
    const store = await bench.reopen();
    expect(await store.hasAttachment(hash)).toBe(true);
    expect(await store.attachmentSize(hash)).toBe(100_000);
    const read = async (range?: { start: number; end?: number }) =>
      collect(await store.readAttachment(hash, range));
    expect((await read()).equals(file)).toBe(true);
    expect((await read({ start: 99_990 })).equals(file.subarray(99_990))).toBe(true);
    expect((await read({ start: 5, end: 70_000 })).equals(file.subarray(5, 70_000))).toBe(true);
    expect(await read({ start: 100_000 })).toHaveLength(0);
    expect(await read({ start: 7, end: 7 })).toHaveLength(0);
  });

  test('an empty file is a file', async () => {
    const writer = await bench.store.writeAttachment(sha(''), 0);
    expect(writer.offset).toBe(0);
    await writer.finish();
    expect(await bench.store.attachmentSize(sha(''))).toBe(0);
    expect(await collect(await bench.store.readAttachment(sha('')))).toHaveLength(0);
  });

  test('X5 a transfer goes on from where it stopped', async () => {
    const before = await bench.store.writeAttachment(hash, file.length);
    expect(await before.write(0, file.subarray(0, 30_000))).toBe(30_000);
    await before.write(30_000, file.subarray(30_000, 50_000));
    expect(await bench.store.hasAttachment(hash)).toBe(false);
    await bench.reopen();
    const after = await bench.store.writeAttachment(hash, file.length);
    expect(after.offset).toBe(50_000);
    await after.write(50_000, file.subarray(50_000));
    expect(await bench.store.hasAttachment(hash)).toBe(false);
    await after.finish();
    expect((await collect(await bench.store.readAttachment(hash))).equals(file)).toBe(true);
  });

  test('X5 a file that is held asks for nothing more', async () => {
    await putAttachment(bench.store, file);
    const again = await bench.store.writeAttachment(hash, file.length);
    expect(again.offset).toBe(file.length);
    await again.finish();
    await expect(bench.store.writeAttachment(hash, 5)).rejects.toMatchObject({ code: 'attachment-mismatch' });
    expect((await collect(await bench.store.readAttachment(hash))).equals(file)).toBe(true);
  });

  test('X5 other bytes than were announced are refused and leave nothing', async () => {
    const writer = await bench.store.writeAttachment(hash, file.length);
    await writer.write(
      0,
      Buffer.concat([file.subarray(0, file.length - 1), Buffer.of(1 ^ (file.at(-1) ?? 0))]),
    );
    await expect(writer.finish()).rejects.toMatchObject({ code: 'attachment-mismatch' });
    expect(await bench.store.hasAttachment(hash)).toBe(false);
    expect((await bench.store.writeAttachment(hash, file.length)).offset).toBe(0);
  });

  test('X5 a file is refused at the declared size and at the counted one', async () => {
    await expect(bench.store.writeAttachment(hash, attachmentBytesMax + 1)).rejects.toMatchObject({
      code: 'attachment-too-large',
    });
    const writer = await bench.store.writeAttachment(hash, 10);
    await writer.write(0, file.subarray(0, 8));
    await expect(writer.write(8, file.subarray(8, 11))).rejects.toMatchObject({ code: 'attachment-overrun' });
    expect((await bench.store.writeAttachment(hash, 10)).offset).toBe(0);
  });

  test('bytes at another place than wanted are refused, and what came stays', async () => {
    const writer = await bench.store.writeAttachment(hash, file.length);
    await writer.write(0, file.subarray(0, 10));
    for (const offset of [0, 9, 11])
      await expect(writer.write(offset, file.subarray(0, 5))).rejects.toMatchObject({
        code: 'attachment-offset',
      });
    await expect(writer.finish()).rejects.toMatchObject({ code: 'attachment-incomplete' });
    await writer.write(10, file.subarray(10));
    await writer.finish();
    expect((await collect(await bench.store.readAttachment(hash))).equals(file)).toBe(true);
  });

  test('a new transfer of a file takes over from one that hangs', async () => {
    const hanging = await bench.store.writeAttachment(hash, file.length);
    await hanging.write(0, file.subarray(0, 10));
    const fresh = await bench.store.writeAttachment(hash, file.length);
    expect(fresh.offset).toBe(10);
    await expect(hanging.write(10, file.subarray(10, 20))).rejects.toMatchObject({
      code: 'attachment-superseded',
    });
    await hanging.discard();
    await fresh.write(10, file.subarray(10));
    await fresh.finish();
    expect(await bench.store.hasAttachment(hash)).toBe(true);
  });

  test('who takes over while bytes are being written goes on behind them', async () => {
    const large = randomBytes(8_000_000);
    const name = sha(large);
    const hurried = await bench.store.writeAttachment(name, large.length);
    const writing = hurried.write(0, large.subarray(0, 7_000_000)).catch(() => {});
    const fresh = await bench.store.writeAttachment(name, large.length);
    await fresh.write(fresh.offset, large.subarray(fresh.offset));
    await fresh.finish();
    await writing;
    expect((await collect(await bench.store.readAttachment(name))).equals(large)).toBe(true);
  });

  test('X5 whoever begins while another ends finds the file held, or takes over: it comes whole, whatever the moment', async () => {
    for (let moment = 0; moment < 40; moment += 1) {
      const bytes = randomBytes(5_000);
      const name = sha(bytes);
      const first = await bench.store.writeAttachment(name, bytes.length);
      await first.write(0, bytes);
      const finishing = first.finish().then(
        () => 'finished',
        (error: unknown) => (error as { code?: string }).code,
      );
      for (let tick = 0; tick < moment; tick += 1) await new Promise((resolve) => setImmediate(resolve));
      const second = await bench.store.writeAttachment(name, bytes.length);
      if (second.offset < bytes.length) await second.write(second.offset, bytes.subarray(second.offset));
      await second.finish();
      expect(['finished', 'attachment-superseded']).toContain(await finishing);
      expect((await collect(await bench.store.readAttachment(name))).equals(bytes)).toBe(true);
    }
  });

  test('a transfer that is discarded leaves nothing', async () => {
    const writer = await bench.store.writeAttachment(hash, file.length);
    await writer.write(0, file.subarray(0, 10));
    await writer.discard();
    expect((await bench.store.writeAttachment(hash, file.length)).offset).toBe(0);
  });

  test('a name that is no hash never reaches the disk', async () => {
    for (const name of ['../../x', 'CON', '', hash.toUpperCase(), `${hash}/`, `${hash.slice(0, 63)}\0`]) {
      await expect(bench.store.writeAttachment(name as Hash, 1)).rejects.toMatchObject({ code: 'malformed' });
      await expect(bench.store.hasAttachment(name as Hash)).rejects.toMatchObject({ code: 'malformed' });
      await expect(bench.store.readAttachment(name as Hash)).rejects.toMatchObject({ code: 'malformed' });
    }
    for (const size of [-1, 1.5, Number.NaN]) {
      await expect(bench.store.writeAttachment(hash, size)).rejects.toMatchObject({ code: 'malformed' });
    }
  });

  test('a file that is not held is said to be missing', async () => {
    await expect(bench.store.readAttachment(hash)).rejects.toMatchObject({ code: 'attachment-missing' });
  });

  test('all files held whole are listed by hash', async () => {
    const files = [Buffer.from('one'), Buffer.from('two'), Buffer.from('three'), Buffer.from('four')];
    const hashes = await Promise.all(files.map((bytes) => putAttachment(bench.store, bytes)));
    await (await bench.store.writeAttachment(hash, file.length)).write(0, file.subarray(0, 10));
    const listed: { hash: Hash; size: number }[] = [];
    for await (const each of bench.store.attachments()) listed.push(each);
    expect(listed).toEqual(
      files
        .map((bytes, i) => ({ hash: hashes[i], size: bytes.length }))
        .sort((a, b) => (`${a.hash}` < `${b.hash}` ? -1 : 1)),
    );
  });
}
