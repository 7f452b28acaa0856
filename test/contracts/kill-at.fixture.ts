import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';

/*
 * node --import kill-at.fixture.ts …, with KILL_AT=main:12 or KILL_AT=worker:5 in the environment: kills the process right
 * before that many writes of its main thread, or of its others, so that a test can interrupt it at any of them.
 */

const [thread, at = '0'] = (process.env['KILL_AT'] ?? '').split(':');
let left = Number(at);
if (thread === (isMainThread ? 'main' : 'worker')) {
  const handle = await fs.promises.open(import.meta.filename);
  await handle.close();
  const places: readonly (readonly [object, readonly string[]])[] = [
    [fs, ['writeSync', 'fsyncSync', 'renameSync', 'mkdirSync', 'writeFileSync', 'rmSync', 'unlinkSync']],
    [fs.promises, ['rename', 'mkdir', 'rm', 'writeFile']],
    [Object.getPrototypeOf(handle) as object, ['write', 'writeFile', 'sync', 'datasync', 'truncate']],
    [DatabaseSync.prototype, ['exec']],
    [StatementSync.prototype, ['run']],
  ];
  for (const [owner, names] of places) for (const name of names) countCalls(owner as Owner, name);
  syncBuiltinESMExports();
}

type Owner = Record<string, (...args: unknown[]) => unknown>;

function countCalls(owner: Owner, name: string): void {
  const call = owner[name];
  if (call === undefined) return;
  owner[name] = function counted(this: unknown, ...args: unknown[]) {
    left -= 1;
    if (left === 0) {
      process.kill(process.pid, 'SIGKILL');
      // Nothing more of this thread runs, however long the signal takes.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return call.apply(this, args);
  };
}
