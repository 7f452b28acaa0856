import type { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { StoreError } from './errors.ts';
import { openDatabases } from './sqlite-databases.ts';
import { FeedWriter } from './sqlite-feed-writer.ts';
import { isRefusal, pragma, type StorageFinding, storageFinding } from './sqlite-file.ts';
import type { Answer, AnswerTo, Question, Report, Request, WriterData } from './sqlite-requests.ts';
import { WorkspaceWriter } from './sqlite-workspace.ts';

/**
 * The one writer of a node folder. Requests that arrive while a commit waits for the disk form the next group: one
 * transaction with a savepoint for each request, one commit, one fsync, then all answers. After a failure of the disk
 * nothing is acknowledged any more: what a failed fsync left behind cannot be known, so it is never retried (F10).
 */
const port = parentPort as MessagePort;
const paths = workerData as WriterData;

/** The write-ahead logs are emptied when about this much was written to them. */
const logBytesMax = 4 * 1024 * 1024;
/** Pages that stay free for the next tail instead of being given back. */
const sparePages = 64;

let feedsDb: DatabaseSync;
let workspaceDb: DatabaseSync;
let feeds: FeedWriter;
let workspace: WorkspaceWriter;
let failure: StorageFinding | undefined;
let scheduled = false;
let loggedBytes = 0;
const queue: Request[] = [];

open();

function open(): void {
  try {
    [feedsDb, workspaceDb] = openDatabases(paths);
    feeds = new FeedWriter(feedsDb);
    workspace = new WorkspaceWriter(workspaceDb);
  } catch (error) {
    port.postMessage({ kind: 'unopened', finding: storageFinding(error) } satisfies Report);
    port.close();
    return;
  }
  port.on('message', (requests: readonly Request[]) => {
    queue.push(...requests);
    schedule();
  });
  port.postMessage({ kind: 'open' } satisfies Report);
  schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(step);
}

/** One group of writes, or, when nobody waits, one step of upkeep. */
function step(): void {
  scheduled = false;
  drainPort();
  const before = failure;
  const group = queue.splice(0);
  const answers = answerGroup(group);
  const more = group.length > 0 || upkeep();
  if (answers.length > 0 || failure !== before) {
    const finding = failure === before ? undefined : failure;
    port.postMessage({ kind: 'answers', answers, finding } satisfies Report);
  }
  if (group.some((request) => request.question.kind === 'close')) port.close();
  else if (more) schedule();
}

/** Takes what has arrived since the event loop last looked, so that it shares this commit. */
function drainPort(): void {
  for (;;) {
    const next: { message: readonly Request[] } | undefined = receiveMessageOnPort(port);
    if (next === undefined) return;
    queue.push(...next.message);
  }
}

function answerGroup(group: readonly Request[]): Answer[] {
  const answers = new Map<number, Answer>();
  append(ofKind(group, 'append'), answers);
  write(ofKind(group, 'write'), answers);
  for (const { id } of ofKind(group, 'settle')) answers.set(id, guard(settle) ? done(id) : refused(id));
  for (const { id } of ofKind(group, 'close')) answers.set(id, guard(close) ? done(id) : refused(id));
  return group.map((request) => answers.get(request.id) ?? refused(request.id));
}

interface Asked<Kind extends Question['kind']> {
  readonly id: number;
  readonly question: Extract<Question, { kind: Kind }>;
}

function ofKind<Kind extends Question['kind']>(group: readonly Request[], kind: Kind): Asked<Kind>[] {
  return group.filter((request) => request.question.kind === kind) as unknown as Asked<Kind>[];
}

/** Feeds plan each request before they write, so a refused one leaves nothing to undo. */
function append(group: readonly Asked<'append'>[], answers: Map<number, Answer>): void {
  commit(feedsDb, group, answers, () => {
    const results = group.map(({ id, question }) => attempt(id, () => feeds.append(question.batch)));
    feeds.flush();
    return results;
  });
}

/** In the workspace a savepoint undoes a refused request; nobody writes there by the thousand. */
function write(group: readonly Asked<'write'>[], answers: Map<number, Answer>): void {
  commit(workspaceDb, group, answers, () =>
    group.map(({ id, question }) => {
      workspaceDb.exec('SAVEPOINT request');
      const answer = attempt(id, () => workspace.write(question.changes));
      workspaceDb.exec(answer.ok ? 'RELEASE request' : 'ROLLBACK TO request; RELEASE request');
      return answer;
    }),
  );
}

function attempt(id: number, work: () => AnswerTo[keyof AnswerTo]): Answer {
  try {
    return { id, ok: true, value: work() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return {
      id,
      ok: false,
      code: error instanceof StoreError ? error.code : 'malformed',
      message: error.message,
    };
  }
}

/** One transaction for a group. A request that does not fit is refused alone; a failure of the disk fails them all. */
function commit(
  db: DatabaseSync,
  group: readonly { id: number; question: Question }[],
  answers: Map<number, Answer>,
  work: () => readonly Answer[],
): void {
  if (group.length === 0) return;
  let results: readonly Answer[] = [];
  const committed = guard(() => {
    db.exec('BEGIN IMMEDIATE');
    results = work();
    db.exec('COMMIT');
    loggedBytes += 16_384 + group.reduce((sum, { question }) => sum + sizeOf(question), 0);
  });
  // Only now: before the commit has reached the disk nothing may be acknowledged.
  if (committed) for (const answer of results) answers.set(answer.id, answer);
}

function sizeOf(question: Question): number {
  if (question.kind !== 'append') return 1024;
  return question.batch.runs.reduce((sum, run) => sum + run.packed.lines.length, 1024);
}

/** Runs a step that must reach the disk. After one has failed none runs any more. @returns whether it was done */
function guard(work: () => void): boolean {
  if (failure !== undefined) return false;
  try {
    work();
    return true;
  } catch (error) {
    failure = storageFinding(error);
    for (const db of [feedsDb, workspaceDb]) {
      try {
        if (db.isTransaction) db.exec('ROLLBACK');
      } catch {
        // Out of use in any case; the finding above says why.
      }
    }
    return false;
  }
}

function done(id: number): Answer {
  return { id, ok: true, value: null };
}

function refused(id: number): Answer {
  const { code, message } = failure ?? storageFinding(new Error('the request was not understood'));
  return { id, ok: false, code, message };
}

/** One step of sealing, or of emptying the logs. @returns true when there may be more to do */
function upkeep(): boolean {
  if (feeds.hasFull) return guard(sealOne);
  if (loggedBytes > logBytesMax) guard(() => emptyLogs('PASSIVE'));
  return false;
}

function sealOne(): void {
  feedsDb.exec('BEGIN IMMEDIATE');
  loggedBytes += feeds.sealNext();
  feedsDb.exec('COMMIT');
}

/** By hand and not by SQLite inside a commit: there a failure would go unseen. */
function emptyLogs(mode: 'PASSIVE' | 'TRUNCATE'): void {
  const free = pragma(feedsDb, 'freelist_count');
  if (free > sparePages) feedsDb.prepare(`PRAGMA incremental_vacuum(${free - sparePages})`).all();
  for (const db of [feedsDb, workspaceDb]) db.prepare(`PRAGMA wal_checkpoint(${mode})`).all();
  loggedBytes = 0;
}

function settle(): void {
  while (feeds.hasFull) sealOne();
  emptyLogs('TRUNCATE');
}

function close(): void {
  settle();
  feedsDb.close();
  workspaceDb.close();
}
