import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { AttachmentFolder } from './attachments.ts';
import { checkBatch } from './batch.ts';
import { hashOfEntry, openBlockAside, type PackedRun, packRun, unpackRun } from './block.ts';
import { checkDatabases } from './check.ts';
import { replaceFile, syncDirectory } from './durable-file.ts';
import { StoreError } from './errors.ts';
import { type FolderPaths, folderPaths, lockFolder, readFolder } from './folder.ts';
import type { PackedBatch } from './sqlite-feed-writer.ts';
import { type BranchKey, FeedReader } from './sqlite-feeds.ts';
import { isCorruption, openReader, storageFinding } from './sqlite-file.ts';
import { WorkspaceReader } from './sqlite-workspace.ts';
import type {
  Appended,
  AttachmentWriter,
  Batch,
  Branch,
  ByteRange,
  Finding,
  Founding,
  Receipt,
  Store,
  StoredAttachment,
  StoredRun,
  Watermark,
} from './store.ts';
import { WatermarkFile } from './watermark.ts';
import type { Change, Workspace, WriteOutcome } from './workspace.ts';
import { WriterThread } from './writer-thread.ts';

/**
 * Opens a node folder for this process. Folders are made by `createFolder`.
 * @throws StoreError `folder-missing`, `folder-unreadable`, `folder-newer`, `folder-busy`, `corrupt`, `failed`
 */
export async function openStore(root: string): Promise<SqliteStore> {
  readFolder(root);
  const paths = folderPaths(root);
  const unlock = lockFolder(root);
  try {
    // Never made anew in silence: an empty database beside existing keys would sign the feed a second time.
    for (const path of [paths.feeds, paths.workspace]) if (!existsSync(path)) throw missingDatabase();
    const writer = WriterThread.start({ feeds: paths.feeds, workspace: paths.workspace });
    try {
      await syncDirectory(root);
      return await SqliteStore.open(paths, writer, unlock);
    } catch (error) {
      await writer.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * The store in a node folder: SQLite files written by one thread and read on this one. Readers see each commit whole and
 * never wait for a writer, so that a read costs microseconds while a commit waits for the disk.
 */
export class SqliteStore implements Store {
  readonly workspace: Workspace;
  readonly #paths: FolderPaths;
  readonly #writer: WriterThread;
  readonly #unlock: () => void;
  readonly #feeds: FeedReader;
  readonly #private: WorkspaceReader;
  readonly #closeReaders: () => void;
  readonly #attachments: AttachmentFolder;
  readonly #watermarks: WatermarkFile | undefined;
  readonly #listeners = new Set<(finding: Finding) => void>();
  /** What happened to the disk stays until the node starts again. */
  readonly #lasting: Finding[] = [];
  /** What the comparison with the marks found. */
  #marked: readonly Finding[] = [];
  /** Programmes whose partners have not confirmed the head since a backup was put back. */
  #restored: readonly ProgrammeId[] = [];
  #closed: Promise<void> | undefined;

  private constructor(
    paths: FolderPaths,
    writer: WriterThread,
    unlock: () => void,
    watermarks: WatermarkFile | undefined,
  ) {
    this.#paths = paths;
    this.#writer = writer;
    this.#unlock = unlock;
    this.#watermarks = watermarks;
    const feeds = openReader(paths.feeds);
    const workspace = openReader(paths.workspace);
    this.#feeds = new FeedReader(feeds);
    this.#private = new WorkspaceReader(workspace);
    this.#closeReaders = () => {
      feeds.close();
      workspace.close();
    };
    this.#attachments = new AttachmentFolder(paths.attachments);
    this.workspace = this.#workspaceOf();
    writer.onFinding((finding) => this.#note(finding));
  }

  /** @internal use {@link openStore} */
  static async open(paths: FolderPaths, writer: WriterThread, unlock: () => void): Promise<SqliteStore> {
    let watermarks: WatermarkFile | undefined;
    let unreadable: Finding | undefined;
    try {
      watermarks = await WatermarkFile.open(paths.watermark);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      unreadable = { code: 'watermark-unreadable', message: error.message };
    }
    const store = new SqliteStore(paths, writer, unlock, watermarks);
    if (unreadable !== undefined) store.#lasting.push(unreadable);
    await store.#readRestored();
    await store.recheck();
    return store;
  }

  findings(): readonly Finding[] {
    const restored = this.#restored.map((programme): Finding => ({ ...restoredFinding, programme }));
    return [...this.#lasting, ...restored, ...this.#marked];
  }

  onFinding(listener: (finding: Finding) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async append(batch: Batch): Promise<Appended> {
    checkBatch(batch);
    return this.#writer.ask({ kind: 'append', batch: packBatch(batch) });
  }

  async *readRuns(
    programme: ProgrammeId,
    party: PartyCode,
    branch: number,
    from = 1,
  ): AsyncIterable<StoredRun> {
    const stretch = (first: number): Promise<PackedRun[]> =>
      this.#stretch({ programme, party, branch }, first);
    for (let coming = stretch(from); ; ) {
      const runs = await coming;
      const last = runs.at(-1)?.last;
      if (last === undefined) return;
      // Unpacked on another thread while these are read.
      coming = stretch(last + 1);
      // Whoever stops reading does not care what became of it.
      coming.catch(() => {});
      for (const packed of runs) yield { run: unpackRun(packed), first: packed.first, last: packed.last };
      // A block takes a millisecond or two: others get their turn between blocks.
      await nextTurn();
    }
  }

  /** Runs of a branch from the one that holds `from` on; empty at the end. */
  async #stretch(key: BranchKey, from: number): Promise<PackedRun[]> {
    const stretch = this.#read(() => this.#feeds.stretchFrom(key, from));
    if (Array.isArray(stretch)) return stretch;
    const runs = await openBlockAside(stretch.bytes, stretch.first).catch((error: unknown) =>
      this.#read((): PackedRun[] => {
        throw error;
      }),
    );
    return runs.filter((run) => run.last >= from);
  }

  async branches(programme: ProgrammeId): Promise<readonly Branch[]> {
    return this.#read(() => this.#feeds.branches(programme));
  }

  async programmes(): Promise<readonly Founding[]> {
    return this.#read(() => this.#feeds.programmes());
  }

  async founding(programme: ProgrammeId): Promise<Founding | null> {
    return this.#read(() => this.#feeds.programmes(programme)[0] ?? null);
  }

  async receipts(programme: ProgrammeId): Promise<readonly Receipt[]> {
    return this.#read(() => this.#feeds.receipts(programme));
  }

  async writeAttachment(hash: Hash, size: number): Promise<AttachmentWriter> {
    const writer = await this.#attachments.write(hash, size);
    return {
      get offset() {
        return writer.offset;
      },
      write: (offset, chunk) => this.#unlessFailed(() => writer.write(offset, chunk)),
      finish: () => this.#durably(() => writer.finish()),
      discard: () => writer.discard(),
    };
  }

  async readAttachment(hash: Hash, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    return this.#attachments.read(hash, range);
  }

  async attachmentSize(hash: Hash): Promise<number | null> {
    return this.#attachments.size(hash);
  }

  async hasAttachment(hash: Hash): Promise<boolean> {
    return (await this.#attachments.size(hash)) !== null;
  }

  attachments(): AsyncIterable<StoredAttachment> {
    return this.#attachments.all();
  }

  async watermarks(): Promise<readonly Watermark[]> {
    return this.#watermarks?.all() ?? [];
  }

  async raiseWatermark(mark: Watermark): Promise<void> {
    await this.#durably(() => this.#marks().raise(mark));
  }

  async replaceWatermark(mark: Watermark): Promise<void> {
    await this.#durably(() => this.#marks().replace(mark));
  }

  async recheck(): Promise<readonly Finding[]> {
    const found: Finding[] = [];
    for (const mark of this.#watermarks?.all() ?? []) {
      const finding = this.#compare(mark);
      if (finding !== undefined) found.push(finding);
    }
    this.#marked = found;
    return this.findings();
  }

  async confirmRestored(programme: ProgrammeId): Promise<void> {
    await this.#durably(() => this.#setRestored(this.#restored.filter((one) => one !== programme)));
  }

  /** A backup that was put back names no programme yet: all that it holds wait, and none that is founded later. */
  async #readRestored(): Promise<void> {
    if (!existsSync(this.#paths.restored)) return;
    const held = this.#read(() => this.#feeds.programmes().map(({ programme }) => programme));
    const waiting = waitingIn(await readFile(this.#paths.restored, 'utf8')) ?? held;
    await this.#setRestored(held.filter((programme) => waiting.includes(programme)));
  }

  async #setRestored(waiting: readonly ProgrammeId[]): Promise<void> {
    if (waiting.length > 0) await replaceFile(this.#paths.restored, `${JSON.stringify({ waiting })}\n`);
    else {
      await rm(this.#paths.restored, { force: true });
      await syncDirectory(dirname(this.#paths.restored));
    }
    this.#restored = waiting;
  }

  /** Seals what is full, gives freed pages back and empties the logs: for measurements and before copying the folder. */
  async settle(): Promise<void> {
    await this.#writer.ask({ kind: 'settle' });
  }

  /** Reads everything that is stored, on a thread of its own. @returns the faults; any of them locks signing */
  async check(): Promise<readonly string[]> {
    const faults = await checkDatabases(this.#paths);
    if (faults.length > 0) this.#note(storageFinding(new StoreError('corrupt', faults[0] ?? '')));
    return faults;
  }

  async close(): Promise<void> {
    this.#closed ??= this.#close();
    await this.#closed;
  }

  async #close(): Promise<void> {
    // The writer goes last, so that it is the one that folds the log into the database.
    await this.#writer.idle();
    this.#closeReaders();
    await this.#writer.close();
    this.#unlock();
  }

  #marks(): WatermarkFile {
    if (this.#watermarks !== undefined) return this.#watermarks;
    throw new StoreError(
      'failed',
      'The high-water marks cannot be read, so none can be raised. Nothing was published.',
    );
  }

  /** Where our feed stands below, or beside, what may have been published (F9). */
  #compare(mark: Watermark): Finding | undefined {
    const { programme, party, seq, hash } = mark;
    const own = this.#read(() => this.#feeds.branches(programme)).filter((branch) => branch.party === party);
    const reaching = own.filter((branch) => branch.seq >= seq);
    if (reaching.length === 0) {
      const head = Math.max(0, ...own.map((branch) => branch.seq));
      const message = `Our feed ends at entry ${head}, but entry ${seq} may have been published: the database is older than the node. Nothing was changed. Signing is locked until partners give back what is missing or the root continues the feed.`;
      return { code: 'behind', message, programme };
    }
    const known = reaching.some((branch) => {
      if (branch.seq === seq) return branch.hash === hash;
      const run = this.#read(() =>
        this.#feeds.runsFrom({ programme, party, branch: branch.branch }, seq, 1),
      )[0];
      return run !== undefined && run.first <= seq && hashOfEntry(run, seq) === hash;
    });
    if (known) return undefined;
    const message = `Another entry ${seq} stands in our feed than the one that may have been published. Nothing was changed. Signing is locked until the root continues the feed.`;
    return { code: 'beside', message, programme };
  }

  /** Reads; a damaged page locks signing from then on. */
  #read<Value>(read: () => Value): Value {
    if (this.#closed !== undefined) throw new StoreError('closed', 'The store is closed.');
    try {
      return read();
    } catch (error) {
      if (!isCorruption(error)) throw error;
      const finding = storageFinding(error);
      this.#note(finding);
      throw error instanceof StoreError
        ? error
        : new StoreError('corrupt', finding.message, { cause: error });
    }
  }

  async #unlessFailed<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#closed !== undefined) throw new StoreError('closed', 'The store is closed.');
    const failed = this.#lasting.find((finding) => finding.code === 'failed');
    if (failed !== undefined) throw new StoreError('failed', failed.message);
    return work();
  }

  /** A file operation that acknowledges: when it fails, so does the store (F10). */
  async #durably<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.#unlessFailed(async () => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof StoreError) throw error;
        const finding = storageFinding(error);
        this.#note(finding);
        this.#writer.fail(finding);
        throw new StoreError('failed', finding.message, { cause: error });
      }
    });
  }

  #note(finding: Finding): void {
    if (this.#lasting.some((known) => known.code === finding.code)) return;
    this.#lasting.push(finding);
    for (const listener of this.#listeners) listener(finding);
  }

  #workspaceOf(): Workspace {
    const reader = this.#private;
    const read = async <Value>(question: () => Value): Promise<Value> => this.#read(question);
    return {
      write: (changes: readonly Change[]): Promise<WriteOutcome> =>
        this.#writer.ask({ kind: 'write', changes }),
      version: () => read(() => reader.version()),
      document: (collection, id) => read(() => reader.document(collection, id)),
      documents: (collection, page) => read(() => reader.documents(collection, page)),
      draft: (key) => read(() => reader.draft(key)),
      drafts: (scope) => read(() => reader.drafts(scope)),
      account: (id) => read(() => reader.account(id)),
      accountNamed: (name) => read(() => reader.accountNamed(name)),
      accounts: () => read(() => reader.accounts()),
      session: (token) => read(() => reader.session(token)),
      sessions: (account) => read(() => reader.sessions(account)),
      auditLines: (page) => read(() => reader.auditLines(page)),
    };
  }
}

function missingDatabase(): StoreError {
  const message =
    'A database of this folder is missing. Nothing was changed. Run the rebuild command, or restore a backup.';
  return new StoreError('folder-unreadable', message);
}

/** The programmes that a mark of a restored folder names; undefined when it names none, as `restoreFolder` writes it. */
function waitingIn(text: string): readonly string[] | undefined {
  try {
    const mark: unknown = JSON.parse(text);
    const waiting = typeof mark === 'object' && mark !== null && 'waiting' in mark ? mark.waiting : undefined;
    return Array.isArray(waiting) ? (waiting as readonly string[]) : undefined;
  } catch {
    return undefined;
  }
}

const restoredFinding: Finding = {
  code: 'restored',
  message:
    'This folder was restored from a backup and may lie behind what was published. Reading works. Signing is locked until the partners confirm the head or the root continues the feed.',
};

/** Copies what is sent to the other thread: a view would take its whole buffer along, and Buffer's `slice` is a view. */
function packBatch(batch: Batch): PackedBatch {
  const { foundings = [], runs = [], receipts = [] } = batch;
  return {
    foundings: foundings.map(({ programme, bytes, signatures }) => ({
      programme,
      bytes: new Uint8Array(bytes),
      signatures: signatures.map(({ party, signature }) => ({ party, signature: new Uint8Array(signature) })),
    })),
    runs: runs.map(({ programme, party, branch, parent, run, first, last, lastHash }) => {
      return {
        programme,
        party,
        branch,
        parent: parent ?? null,
        packed: packRun(run, first, last),
        lastHash,
      };
    }),
    receipts: receipts.map((receipt) => ({ ...receipt, note: new Uint8Array(receipt.note) })),
  };
}
