/**
 * node tools/build.mjs [--if-stale]
 *
 * Builds the app into dist/web. What it was made of is remembered there, so that a start builds only after a change.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { alone } from './lock.mjs';
import { root } from './paths.mjs';
import { run } from './spawn.mjs';

const out = join(root, 'dist', 'web');
const sources = ['src/web', 'src/words', 'src/core', 'src/api', 'package-lock.json', 'vite.config.ts'];

process.exitCode = await alone('build', () => buildApp(process.argv.includes('--if-stale')));

/** @param {boolean} onlyIfStale */
async function buildApp(onlyIfStale) {
  const madeOf = hashOf(sources);
  if (onlyIfStale && readIfThere(join(out, '.made-of')) === madeOf) return 0;
  if (onlyIfStale) process.stderr.write('counterpart: building the app …\n');
  // Built aside and moved in, so that a node that serves the former build never sees half of this one.
  const aside = join(root, 'dist', `.web-${process.pid}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const quiet = onlyIfStale ? ['--logLevel', 'warn'] : [];
  const built = await run(process.execPath, [vite, 'build', '--outDir', aside, '--emptyOutDir', ...quiet], {
    cwd: root,
  });
  if (built.code === 0) {
    packFiles(aside);
    writeFileSync(join(aside, '.made-of'), madeOf);
    mkdirSync(dirname(out), { recursive: true });
    rmSync(out, { recursive: true, force: true });
    renameSync(aside, out);
  }
  rmSync(aside, { recursive: true, force: true });
  return built.code;
}

/**
 * Lays a packed twin beside each file that packs well, for the node to send in its place (`node/http/static.ts`).
 *
 * @param {string} folder
 */
function packFiles(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css|html|svg|webmanifest)$/.test(name)) continue;
    const path = join(folder, name);
    const bytes = readFileSync(path);
    if (bytes.length < 1_024) continue;
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  }
}

/** @param {readonly string[]} paths under the root; folders count with all they hold, but for tests */
function hashOf(paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    if (!existsSync(join(root, path))) return;
    const entries = tryReaddir(join(root, path));
    if (entries) {
      for (const entry of entries.sort()) add(`${path}/${entry}`);
    } else if (!/\.(?:test|fixture)\.ts$/.test(path)) {
      hash.update(`${path}\0`).update(readFileSync(join(root, path)));
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/** @param {string} path */
function tryReaddir(path) {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
