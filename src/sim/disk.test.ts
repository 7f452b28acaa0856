import { expect, test } from 'vitest';
import { DiskFailure, type Downfall, MachineDown, SimDisk } from './disk.ts';
import { Random } from './random.ts';

const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();

/** A disk that holds `kept` for certain. */
function diskWith(seed: number, kept: string): SimDisk {
  const disk = new SimDisk(new Random(`disk ${seed}`));
  disk.create('log');
  disk.append('log', Buffer.from(kept));
  disk.sync('log');
  disk.syncNames();
  return disk;
}

function after(disk: SimDisk, how: Downfall): string | undefined {
  disk.goDown(how);
  expect(() => disk.read('log')).toThrow(MachineDown);
  disk.start();
  return text(disk.read('log'));
}

/** What came of 400 seeds, each once. */
function outcomes(play: (seed: number) => string | undefined): Set<string | undefined> {
  return new Set(Array.from({ length: 400 }, (_, seed) => play(seed)));
}

test('F10 what was synced is there after a power cut; what was not is lost, kept, torn or kept with a hole', () => {
  const seen = outcomes((seed) => {
    const disk = diskWith(seed, 'kept.');
    disk.append('log', Buffer.from('one.'));
    disk.append('log', Buffer.from('two.'));
    return after(disk, 'power');
  });
  for (const content of seen) expect(content).toMatch(/^kept\./);
  for (const content of ['kept.', 'kept.one.', 'kept.one.two.', 'kept.on', 'kept.\0\0\0\0two.'])
    expect(seen).toContain(content);
});

test('F10 when only the process dies the page cache stays', () => {
  const disk = diskWith(1, 'kept.');
  disk.append('log', Buffer.from('one.'));
  expect(after(disk, 'kill')).toBe('kept.one.');
});

test('F10 after a failed sync no later one makes the writes durable that it lost, though they are seen', () => {
  const seen = outcomes((seed) => {
    const disk = diskWith(seed, 'kept.');
    disk.append('log', Buffer.from('one.'));
    disk.failSyncAfter(0);
    expect(() => disk.sync('log')).toThrow(DiskFailure);
    disk.append('log', Buffer.from('two.'));
    disk.sync('log');
    expect(text(disk.read('log'))).toBe('kept.one.two.');
    return after(disk, 'power');
  });
  expect(seen).toEqual(new Set(['kept.one.two.', 'kept.\0\0\0\0two.']));
});

test('F10 a name lasts only after its directory was synced, and names keep their order', () => {
  const seen = outcomes((seed) => {
    const disk = diskWith(seed, 'old');
    disk.create('next');
    disk.append('next', Buffer.from('new'));
    disk.sync('next');
    disk.rename('next', 'log');
    disk.create('later');
    disk.goDown('power');
    disk.start();
    return `${text(disk.read('log'))} ${disk.list('').join()}`;
  });
  expect(seen).toEqual(new Set(['old log', 'old log,next', 'new log', 'new later,log']));
});

test('F10 the machine goes down at the operation that was chosen, before it is done', () => {
  const disk = diskWith(1, 'kept.');
  disk.goDownAfter(1, 'kill');
  disk.append('log', Buffer.from('one.'));
  expect(() => disk.append('log', Buffer.from('two.'))).toThrow(MachineDown);
  disk.start();
  expect(text(disk.read('log'))).toBe('kept.one.');
});

test('a copy put back replaces what it is asked to, durably, and nothing else', () => {
  const disk = diskWith(1, 'first');
  const copy = disk.copy();
  disk.append('log', Buffer.from(' second'));
  disk.create('marks');
  disk.putBack(copy, (name) => name === 'log');
  expect(after(disk, 'power')).toBe('first');
  expect(disk.list('')).toEqual(['log', 'marks']);
});
