import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { ensureChromium } from '../tools/chromium.mjs';
import { measurePage, type PageFigures } from './app-page.ts';
import { freePort, serveBeside } from './beside.ts';
import { shownLines } from './long-plan.ts';

/** As many as the app's node sends at first. */
const firstLines = 40;
/**
 * The table of `reference-react/`, measured as the app is: its packages come from the npm registry for this run alone, it is
 * built by the same bundler and served packed by a bare server.
 */
export async function measureReference(
  dir: string,
  lines: number,
  slowed: number,
  views: number,
): Promise<PageFigures> {
  const root = join(dir, 'reference-react');
  mkdirSync(root);
  cpSync(join(import.meta.dirname, 'reference-react'), root, { recursive: true });
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 180_000,
  });
  const out = join(root, 'out');
  await build({ root, configFile: false, logLevel: 'error', build: { outDir: out, target: 'es2023' } });
  const all = shownLines(lines);
  writeFileSync(join(out, 'first.json'), JSON.stringify(all.slice(0, firstLines)));
  writeFileSync(join(out, 'rest.json'), JSON.stringify(all.slice(firstLines)));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const served = await serveBeside('serve-folder.ts', [out, String(port)], [url]);
  const browser = await chromium.launch(await ensureChromium());
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    return await measurePage(context, url, slowed, views);
  } finally {
    await browser.close();
    await served.stop();
  }
}
