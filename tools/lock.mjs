import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs `work` while no other process of this checkout holds the lock `name`; waits for its turn.
 * The lock is a folder that holds its owner's process id, made in one step by a rename; an owner that died loses it.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const lock = join(root, `.lock-${name}`);
  while (!take(lock)) {
    breakIfOwnerDied(lock);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} lock */
function take(lock) {
  const mine = `${lock}-${process.pid}`;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, 'pid'), String(process.pid));
  try {
    // Renaming onto a folder that is not empty fails, so only one process gets through.
    renameSync(mine, lock);
    return true;
  } catch {
    rmSync(mine, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} lock */
function breakIfOwnerDied(lock) {
  const owner = ownerOf(lock);
  if (owner === undefined || isAlive(owner)) return;
  const aside = `${lock}-broken-${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  // Another waiter may have broken it first and taken it since: then it is a living owner's, and goes back.
  const moved = ownerOf(aside);
  if (moved !== undefined && isAlive(moved)) renameSync(aside, lock);
  else rmSync(aside, { recursive: true, force: true });
}

/** @param {string} lock */
function ownerOf(lock) {
  try {
    statSync(lock);
    return Number(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
