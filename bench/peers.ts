import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './table.ts';

/** Entries for a peer: enough for its cost to show. */
const entries = 5_000;

/**
 * Other systems that keep signed or mergeable histories, fetched from the npm registry for this run alone. What each
 * does differs: the rows say what was measured.
 */
export async function peerRows(dir: string): Promise<Row[]> {
  const folder = join(dir, 'peers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const packages = ['@automerge/automerge', 'hypercore'];
  execFileSync('npm', ['install', '--no-save', '--prefix', folder, ...packages], {
    cwd: folder,
    stdio: 'inherit',
  });
  const rows: Row[] = [];
  for (const [what, script] of Object.entries(scripts)) {
    const file = join(folder, `${what.replaceAll(/\W/g, '-')}.mjs`);
    writeFileSync(file, script);
    const said = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
    rows.push({ what, size: entries, per: 'entry', ms: Number(said.trim()) / entries });
  }
  return rows;
}

/** Each prints milliseconds. */
const scripts: Readonly<Record<string, string>> = {
  'Automerge: a history loaded (no signatures)': `
import * as A from '@automerge/automerge';
let doc = A.from({ cells: {} });
for (let at = 0; at < ${entries}; at += 1) doc = A.change(doc, (d) => { d.cells['c' + (at % 500)] = 'x'.repeat(450) + at; });
const bytes = A.save(doc);
const since = performance.now();
A.load(bytes);
console.log(performance.now() - since);
`,
  'hypercore: a log appended block by block and read again': `
import Hypercore from 'hypercore';
import { mkdtempSync } from 'node:fs';
const core = new Hypercore(mkdtempSync('core-'));
await core.ready();
const since = performance.now();
for (let at = 0; at < ${entries}; at += 1) await core.append(Buffer.alloc(460, at % 256));
for (let at = 0; at < ${entries}; at += 1) await core.get(at);
console.log(performance.now() - since);
await core.close();
`,
};
