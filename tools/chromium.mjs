import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './install.mjs';
import { alone } from './lock.mjs';
import { cache } from './paths.mjs';
import { runQuietly } from './spawn.mjs';

const sparticuz = '153.0.0';
const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'].concat([
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]);

/**
 * A Chromium for the journeys, made to be there: CHROMIUM_PATH, else the system's, else Debian's package where we are
 * root, else one from the registry, kept in the cache. What it returns goes to Playwright's `launch` as it is.
 *
 * @typedef {{ executablePath: string, args: string[], env?: Record<string, string> }} Launch
 * @returns {Promise<Launch>}
 */
export async function ensureChromium() {
  return (
    findSystem() ?? (await alone('chromium', async () => findSystem() ?? fromDebian() ?? fromRegistry()))
  );
}

/** @returns {Launch | undefined} */
function findSystem() {
  const wanted = process.env['CHROMIUM_PATH'];
  const executablePath = wanted ?? systemPaths.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, args };
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stderr.write('counterpart: installing chromium by apt-get …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = runQuietly('apt-get', ['update'], { env });
  const installed = runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  if (!installed.succeeded) process.stderr.write(`${updated.output}${installed.output}\n`);
  return findSystem();
}

/** Comes with the libraries it needs, for it is made for machines that have none of them. */
async function fromRegistry() {
  const folder = join(cache, 'chromium');
  const packaged = join(folder, 'node_modules/@sparticuz/chromium');
  if (!existsSync(packaged)) {
    process.stderr.write('counterpart: installing chromium from the registry …\n');
    mkdirSync(folder, { recursive: true });
    npm([
      'install',
      '--no-save',
      '--no-package-lock',
      '--prefix',
      folder,
      `@sparticuz/chromium@${sparticuz}`,
    ]);
  }
  const { default: chromium, inflate } = await import(pathToFileURL(join(packaged, 'build/index.js')).href);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder; // It unpacks to where temporary files go.
  try {
    const libraries = join(await inflate(join(packaged, 'bin/al2023.tar.br')), 'lib');
    const executablePath = await chromium.executablePath();
    return { executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: libraries } };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
