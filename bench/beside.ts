import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

/** A server in a process of its own: what measures it has enough to do with the browser. */
export interface Beside {
  readonly stop: () => Promise<void>;
}

/** Runs a file of ours until `url` answers. */
export async function serveBeside(
  file: string,
  given: readonly string[],
  urls: readonly string[],
): Promise<Beside> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...given], { stdio: 'ignore' });
  for (const url of urls) await answers(url, child);
  return { stop: () => stopped(child) };
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Until an address answers well. @throws Error when the process ends before */
export async function answers(url: string, process: ChildProcess): Promise<void> {
  for (;;) {
    if (process.exitCode !== null) throw new Error(`${url}: ended with ${process.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await rest(200);
  }
}

export async function stopped(process: ChildProcess): Promise<void> {
  process.kill();
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
}
