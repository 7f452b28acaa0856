import type { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { hashOfEntry } from './block.ts';
import type { DatabasePaths } from './check.ts';
import { FeedReader } from './sqlite-feeds.ts';
import { openReader } from './sqlite-file.ts';

const faultsMax = 100;
const paths = workerData as DatabasePaths;
const faults: string[] = [];

visit('feeds', paths.feeds, checkFeeds);
visit('workspace', paths.workspace, () => {});
(parentPort as MessagePort).postMessage(faults.slice(0, faultsMax));

function visit(name: string, path: string, check: (db: DatabaseSync) => void): void {
  try {
    const db = openReader(path);
    try {
      const rows = db.prepare(`PRAGMA integrity_check(${faultsMax})`).all();
      const said = rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
      faults.push(...said.map((line) => `${name}: ${line}`));
      if (said.length === 0) check(db);
    } finally {
      db.close();
    }
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

/** Every run stands where the one before it ended, has its bytes, and the last one is the head that the branch names. */
function checkFeeds(db: DatabaseSync): void {
  const reader = new FeedReader(db);
  // One moment for all questions, whatever the node writes meanwhile.
  db.exec('BEGIN');
  const keys = db
    .prepare('SELECT programme, party, branch FROM block UNION SELECT programme, party, branch FROM tail')
    .all() as unknown as { programme: ProgrammeId; party: PartyCode; branch: number }[];
  for (const key of keys) {
    const head = reader
      .branches(key.programme)
      .find((each) => each.party === key.party && each.branch === key.branch);
    const name = `feeds: ${key.party}, branch ${key.branch}`;
    if (head === undefined) faults.push(`${name} has entries but no head`);
    else checkBranch(reader, name, key, head);
  }
  db.exec('COMMIT');
}

type Key = Parameters<FeedReader['runsFrom']>[0];
type Head = ReturnType<FeedReader['branches']>[number];

function checkBranch(reader: FeedReader, name: string, key: Key, head: Head): void {
  let next = head.partedAt + 1;
  let hash = '';
  try {
    for (;;) {
      const runs = reader.runsFrom(key, next);
      if (runs.length === 0) break;
      for (const run of runs) {
        if (run.first !== next) faults.push(`${name}: entries ${next} to ${run.first - 1} are missing`);
        next = run.last + 1;
      }
      const last = runs.at(-1);
      hash = (last && hashOfEntry(last, last.last)) ?? '';
    }
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : 'unreadable'}`);
    return;
  }
  if (next !== head.seq + 1 || hash !== head.hash)
    faults.push(`${name} ends at entry ${next - 1}, its head names ${head.seq}`);
}
