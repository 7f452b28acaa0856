/** node tools/icons.mjs: draws the app's icons anew from src/web/public/icon.svg, as devices want them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { root } from './paths.mjs';

const folder = join(root, 'src/web/public');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
const paper = '#f3f1ec';

/** `inset`: how much of each side stays paper, since devices cut a maskable icon to their own shape. */
const icons = [
  { name: 'icon-192', size: 192, inset: 0.08 },
  { name: 'icon-512', size: 512, inset: 0.08 },
  { name: 'icon-maskable-512', size: 512, inset: 0.2 },
];

const browser = await chromium.launch(await ensureChromium());
try {
  const page = await browser.newPage();
  for (const { inset, name, size } of icons) {
    await page.setViewportSize({ width: size, height: size });
    const pad = Math.round(size * inset);
    await page.setContent(
      `<body style="margin:0;box-sizing:border-box;padding:${pad}px;height:${size}px;background:${paper}">${drawing}</body>`,
    );
    writeFileSync(join(folder, `${name}.png`), await page.screenshot());
    process.stdout.write(`${name}.png\n`);
  }
} finally {
  await browser.close();
}
