import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { ensureChromium } from '../tools/chromium.mjs';
import { measurePage, type PageFigures } from './app-page.ts';
import { shownLines } from './long-plan.ts';

/** As many as the app's node sends at first. */
const firstLines = 40;
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

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
  const served = await serveFolder(out);
  const browser = await chromium.launch(await ensureChromium());
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    return await measurePage(context, served.url, slowed, views);
  } finally {
    await browser.close();
    served.stop();
  }
}

async function serveFolder(folder: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    try {
      const bytes = packed.get(name) ?? gzipSync(readFileSync(join(folder, name)));
      packed.set(name, bytes);
      response.writeHead(200, {
        'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
        'content-length': bytes.length,
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
