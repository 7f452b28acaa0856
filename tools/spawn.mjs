import { spawn, spawnSync } from 'node:child_process';

/**
 * Runs a command with our own input and output until it ends; passes signals on to it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>} code is 1 where a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    /** @type {[NodeJS.Signals, () => void][]} */
    const passed = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
      const signal = /** @type {NodeJS.Signals} */ (name);
      // A terminal gives Ctrl-C to every process of the group: passing it on too would make it two.
      const pass = () => void ((signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
      process.on(signal, pass);
      return [signal, pass];
    });
    const forget = () => passed.forEach(([signal, pass]) => process.off(signal, pass));
    child.once('error', (error) => {
      forget();
      reject(error);
    });
    child.once('close', (code, signal) => {
      forget();
      resolve({ code: code ?? 1, signal });
    });
  });
}

/**
 * Ends this process the way the child ended.
 *
 * @param {{ code: number, signal: NodeJS.Signals | null }} end
 */
export function endAs(end) {
  if (end.signal) process.kill(process.pid, end.signal);
  process.exitCode = end.code;
}

/**
 * Runs a command to its end without showing what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {{ succeeded: boolean, output: string }}
 */
export function runQuietly(command, args, options = {}) {
  const done = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    ...options,
  });
  const why = done.status === 0 ? '' : (done.error?.message ?? `exit code ${done.status ?? done.signal}`);
  return { succeeded: done.status === 0, output: [done.stdout, done.stderr, why].join('') };
}
