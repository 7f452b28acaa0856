import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './table.ts';

/** Entries for a peer: enough for its cost to show. */
const entries = 5_000;

/** Versions that run on the Node of this project; their install scripts are not run, none of them needs one. */
const packages = [
  '@automerge/automerge@3',
  'hypercore@10',
  '@orbitdb/core@2',
  // OrbitDB asks for it without naming it.
  'it-drain',
  'pouchdb-core@9',
  'pouchdb-adapter-memory@9',
  'pouchdb-replication@9',
];

/**
 * Other systems that keep signed or mergeable histories, fetched from the npm registry for this run alone. What each
 * promises differs: the rows say what was measured. All get lines of about the same size.
 */
export async function peerRows(dir: string): Promise<Row[]> {
  const folder = join(dir, 'peers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const rows: Row[] = [];
  for (const [name, { says, script }] of Object.entries(peers)) {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, `${common}${script}\nprocess.exit(0);\n`);
    const said = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
    const { append, taken } = JSON.parse(said) as { readonly append: number; readonly taken: number };
    rows.push({ what: `${name}: ${says.append}`, size: entries, per: 'entry', ms: append });
    rows.push({ what: `${name}: ${says.taken}`, size: entries, per: 'entry', ms: taken });
  }
  return rows;
}

/** Each script prints the milliseconds of one entry, appended and taken in by another. */
const common = `
import { mkdtempSync } from 'node:fs';
const entries = ${entries};
const line = (at) => JSON.stringify({ item: 'visit.' + (at % 500), text: 'x'.repeat(430) + at });
const timed = async (work) => {
  const since = performance.now();
  await work();
  return (performance.now() - since) / entries;
};
const tell = (append, taken) => process.stdout.write(JSON.stringify({ append, taken }));
`;

interface Peer {
  readonly says: { readonly append: string; readonly taken: string };
  readonly script: string;
}

const peers: Readonly<Record<string, Peer>> = {
  Automerge: {
    says: {
      append: 'a change made, in memory (no signature, not durable)',
      taken: 'the changes taken in by another (no signatures)',
    },
    script: `
import * as A from '@automerge/automerge';
let doc = A.from({ cells: {} });
const append = await timed(() => {
  for (let at = 0; at < entries; at += 1) doc = A.change(doc, (draft) => { draft.cells['c' + (at % 500)] = line(at); });
});
const changes = A.getAllChanges(doc);
tell(append, await timed(() => A.applyChanges(A.init(), changes)));
`,
  },
  hypercore: {
    says: {
      append: 'a block appended (signed root, no fsync)',
      taken: 'blocks replicated to another and verified (one signature for all)',
    },
    script: `
import Hypercore from 'hypercore';
const one = new Hypercore(mkdtempSync('core-'));
await one.ready();
const append = await timed(async () => {
  for (let at = 0; at < entries; at += 1) await one.append(Buffer.from(line(at)));
});
const other = new Hypercore(mkdtempSync('core-'), one.key);
await other.ready();
const taken = await timed(async () => {
  const [to, from] = [one.replicate(true), other.replicate(false)];
  to.pipe(from).pipe(to);
  await other.update({ wait: true });
  await other.download({ start: 0, end: entries }).done();
});
if (other.contiguousLength !== entries) throw new Error('not all blocks came');
tell(append, taken);
`,
  },
  OrbitDB: {
    says: {
      append: 'an entry appended to its log, in memory (signed)',
      taken: 'entries joined to another log (each signature verified)',
    },
    script: `
import { Identities, KeyStore, Log, MemoryStorage } from '@orbitdb/core';
const identities = await Identities({ keystore: await KeyStore({ storage: await MemoryStorage() }), storage: await MemoryStorage() });
const log = await Log(await identities.createIdentity({ id: 'one' }), { logId: 'log' });
const append = await timed(async () => {
  for (let at = 0; at < entries; at += 1) await log.append(line(at));
});
const all = await log.values();
const other = await Log(await identities.createIdentity({ id: 'other' }), { logId: 'log' });
tell(append, await timed(async () => {
  for (const entry of all) await other.joinEntry(entry);
}));
`,
  },
  PouchDB: {
    says: {
      append: 'a document put, in memory (no signature, not durable)',
      taken: 'documents replicated to another, in memory (no signatures)',
    },
    script: `
import PouchDB from 'pouchdb-core';
import memory from 'pouchdb-adapter-memory';
import replication from 'pouchdb-replication';
PouchDB.plugin(memory).plugin(replication);
const [one, other] = ['one', 'other'].map((name) => new PouchDB(name, { adapter: 'memory' }));
const append = await timed(async () => {
  for (let at = 0; at < entries; at += 1) await one.put({ _id: String(at).padStart(9, '0'), text: line(at) });
});
tell(append, await timed(() => PouchDB.replicate(one, other, { batch_size: 1000 })));
`,
  },
};
