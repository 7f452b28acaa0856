import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { hashOfEntry, packRun } from '../store/block.ts';
import { StoreError } from '../store/errors.ts';
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
} from '../store/store.ts';
import type { Change, Workspace, WriteOutcome } from '../store/workspace.ts';
import { DiskFailure, MachineDown, type SimDisk } from './disk.ts';
import { SimAttachments, writerOf } from './sim-attachments.ts';
import { type PackedBatch, packBatch, SimFeeds } from './sim-feeds.ts';
import { SimLog } from './sim-log.ts';
import { SimMarks } from './sim-marks.ts';
import { SimWorkspace } from './sim-workspace.ts';

/** The files of a simulated node folder, by what a restored backup may put back. */
export const simFiles = {
  feeds: 'feeds.log',
  workspace: 'workspace.log',
  marks: 'watermark',
  restored: 'restored',
} as const;

export interface SimStoreParts {
  readonly disk: SimDisk;
  /** Taken before and after each operation: others go on meanwhile, and the machine may go down. */
  readonly turn: () => Promise<void>;
  /** What becomes of an operation whose machine went down. In a world nothing ever comes of it. */
  readonly dead: () => Promise<never>;
}

/** Starts a store on a disk: what was acknowledged is read back, what was torn is thrown away. @throws StoreError `failed` */
export function openSimStore(parts: SimStoreParts): SimStore {
  return new SimStore(parts);
}

/**
 * A store over a simulated disk: two logs of records, files for attachments, a file of marks. It acknowledges after the
 * disk has synced, and a failed sync ends all writing, as `Store` promises. Operations of one kind go one after the other.
 */
export class SimStore implements Store {
  readonly workspace: Workspace;
  readonly #parts: SimStoreParts;
  readonly #boot: number;
  readonly #feedLog: SimLog<PackedBatch>;
  readonly #workspaceLog: SimLog<readonly Change[]>;
  readonly #feeds = new SimFeeds();
  readonly #private = new SimWorkspace();
  readonly #attachments: SimAttachments;
  readonly #marks: SimMarks;
  readonly #listeners = new Set<(finding: Finding) => void>();
  #failed: Finding | undefined;
  #unreadable: Finding | undefined;
  #marked: readonly Finding[] = [];
  #isRestored: boolean;
  #isClosed = false;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(parts: SimStoreParts) {
    const { disk } = parts;
    this.#parts = parts;
    this.#boot = disk.boot;
    this.#feedLog = new SimLog(disk, simFiles.feeds);
    this.#workspaceLog = new SimLog(disk, simFiles.workspace);
    this.#attachments = new SimAttachments(disk);
    try {
      for (const batch of this.#feedLog.recover()) this.#feeds.take(batch);
      for (const changes of this.#workspaceLog.recover()) this.#private.take(changes);
      this.#marks = new SimMarks(disk, simFiles.marks);
    } catch (error) {
      throw error instanceof DiskFailure ? new StoreError('failed', error.message, { cause: error }) : error;
    }
    if (!this.#marks.isReadable) this.#unreadable = unreadableFinding;
    this.#isRestored = disk.size(simFiles.restored) !== undefined;
    this.workspace = this.#workspaceOf();
    this.#compareAll();
  }

  findings(): readonly Finding[] {
    const restored = this.#isRestored ? restoredFinding : undefined;
    const lasting = [this.#failed, this.#unreadable, restored].filter((finding) => finding !== undefined);
    return [...lasting, ...this.#marked];
  }

  onFinding(listener: (finding: Finding) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(batch: Batch): Promise<Appended> {
    return this.#write(packBatch, batch, (packed) => {
      const appended = this.#feeds.plan(packed);
      this.#feedLog.write(packed);
      this.#feeds.take(packed);
      return appended;
    });
  }

  async *readRuns(
    programme: ProgrammeId,
    party: PartyCode,
    branch: number,
    from = 1,
  ): AsyncIterable<StoredRun> {
    let next = from;
    for (;;) {
      const runs = await this.#read(() => this.#feeds.runsFrom({ programme, party, branch }, next, 64));
      if (runs.length === 0) return;
      yield* runs;
      next = (runs.at(-1)?.last ?? next) + 1;
    }
  }

  branches(programme: ProgrammeId): Promise<readonly Branch[]> {
    return this.#read(() => this.#feeds.branches(programme));
  }

  programmes(): Promise<readonly Founding[]> {
    return this.#read(() => this.#feeds.programmes());
  }

  founding(programme: ProgrammeId): Promise<Founding | null> {
    return this.#read(() => this.#feeds.founding(programme));
  }

  receipts(programme: ProgrammeId): Promise<readonly Receipt[]> {
    return this.#read(() => this.#feeds.receipts(programme));
  }

  async writeAttachment(hash: Hash, size: number): Promise<AttachmentWriter> {
    const writing = await this.#read(() => this.#attachments.write(hash, size));
    return writerOf(writing, (work) => this.#operate(work));
  }

  async readAttachment(hash: Hash, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    const { start = 0, end = Number.POSITIVE_INFINITY } = range ?? {};
    const bytes = await this.#read(() => this.#attachments.read(hash, start, end));
    return chunksOf(bytes);
  }

  attachmentSize(hash: Hash): Promise<number | null> {
    return this.#read(() => this.#attachments.size(hash));
  }

  async hasAttachment(hash: Hash): Promise<boolean> {
    return (await this.attachmentSize(hash)) !== null;
  }

  async *attachments(): AsyncIterable<StoredAttachment> {
    yield* await this.#read(() => this.#attachments.all());
  }

  watermarks(): Promise<readonly Watermark[]> {
    return this.#read(() => this.#marks.all());
  }

  raiseWatermark(mark: Watermark): Promise<void> {
    return this.#write(copyOfMark, mark, (copy) => this.#marks.raise(copy));
  }

  replaceWatermark(mark: Watermark): Promise<void> {
    return this.#write(copyOfMark, mark, (copy) => this.#marks.replace(copy));
  }

  recheck(): Promise<readonly Finding[]> {
    return this.#read(() => {
      this.#compareAll();
      return this.findings();
    });
  }

  /** A simulated machine takes part in one programme. */
  confirmRestored(_programme: ProgrammeId): Promise<void> {
    return this.#write(identity, undefined, () => {
      this.#parts.disk.remove(simFiles.restored);
      this.#parts.disk.syncNames();
      this.#isRestored = false;
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    this.#isClosed = true;
  }

  #workspaceOf(): Workspace {
    const rows = this.#private;
    return {
      write: (changes) =>
        this.#write(structuredClone<readonly Change[]>, changes, (copies): WriteOutcome => {
          const outcome = rows.plan(copies);
          if (!outcome.ok) return outcome;
          this.#workspaceLog.write(copies);
          rows.take(copies);
          return outcome;
        }),
      version: () => this.#read(() => rows.version),
      document: (collection, id) => this.#read(() => rows.document(collection, id)),
      documents: (collection, page) => this.#read(() => rows.documents(collection, page)),
      draft: (key) => this.#read(() => rows.draft(key)),
      drafts: (scope) => this.#read(() => rows.drafts(scope)),
      account: (id) => this.#read(() => rows.account(id)),
      accountNamed: (name) => this.#read(() => rows.accountNamed(name)),
      accounts: () => this.#read(() => rows.accounts()),
      session: (token) => this.#read(() => rows.session(token)),
      sessions: (account) => this.#read(() => rows.sessions(account)),
      auditLines: (page) => this.#read(() => rows.auditLines(page)),
    };
  }

  /** Where our feed stands below, or beside, what may have been published (F9). */
  #compareAll(): void {
    this.#marked = this.#marks.all().flatMap((mark) => this.#compare(mark) ?? []);
  }

  #compare({ hash, party, programme, seq }: Watermark): Finding | undefined {
    const own = this.#feeds.branches(programme).filter((branch) => branch.party === party);
    const reaching = own.filter((branch) => branch.seq >= seq);
    if (reaching.length === 0) {
      const message = `Our feed ends below entry ${seq}, which may have been published. Signing is locked.`;
      return { code: 'behind', message, programme };
    }
    const isKnown = reaching.some(({ branch }) => {
      const [stored] = this.#feeds.runsFrom({ programme, party, branch }, seq, 1);
      if (stored === undefined || stored.first > seq) return false;
      return hashOfEntry(packRun(stored.run, stored.first, stored.last), seq) === hash;
    });
    if (isKnown) return undefined;
    const message = `Another entry ${seq} stands in our feed than the one that may have been published. Signing is locked.`;
    return { code: 'beside', message, programme };
  }

  #read<Value>(work: () => Value): Promise<Value> {
    return this.#through(() => {
      if (this.#isClosed) throw closed();
      return work();
    });
  }

  /** A write, one after the other. `copy` is made when it is asked for: the caller may then change what it gave. */
  async #write<Given, Copied, Value>(
    copy: (given: Given) => Copied,
    given: Given,
    work: (copied: Copied) => Value,
  ): Promise<Value> {
    if (this.#isClosed) throw closed();
    const copied = copy(given);
    const turn = this.#writing.then(() => this.#operate(() => work(copied)));
    this.#writing = turn.catch(() => {});
    return turn;
  }

  /** An operation of the disk: when it fails, nothing is written from then on (F10). */
  #operate<Value>(work: () => Value): Promise<Value> {
    return this.#through(() => {
      if (this.#isClosed) throw closed();
      if (this.#failed !== undefined) throw new StoreError('failed', this.#failed.message);
      try {
        return work();
      } catch (error) {
        if (!(error instanceof DiskFailure)) throw error;
        const message = `The disk did not keep a write (${error.message}). Nothing later is acknowledged; signing is locked.`;
        this.#failed = { code: 'failed', message };
        for (const listener of this.#listeners) listener(this.#failed);
        throw new StoreError('failed', message, { cause: error });
      }
    });
  }

  /** Lets others go on before and after the work. Once the machine went down nothing comes of it. */
  async #through<Value>(work: () => Value): Promise<Value> {
    await this.#parts.turn();
    if (!this.#isAlive()) return this.#parts.dead();
    try {
      const value = work();
      await this.#parts.turn();
      return this.#isAlive() ? value : await this.#parts.dead();
    } catch (error) {
      if (error instanceof MachineDown || !this.#isAlive()) return this.#parts.dead();
      throw error;
    }
  }

  #isAlive(): boolean {
    const { disk } = this.#parts;
    return !disk.isDown && disk.boot === this.#boot;
  }
}

const restoredFinding: Finding = {
  code: 'restored',
  message: 'This folder was restored from a backup. Signing is locked until the partners confirm the head.',
};

const unreadableFinding: Finding = {
  code: 'watermark-unreadable',
  message: 'The file of high-water marks cannot be read. Signing is locked until partners confirm the head.',
};

function identity<Value>(value: Value): Value {
  return value;
}

function copyOfMark({ continued, hash, party, programme, seq }: Watermark): Watermark {
  return { programme, party, seq, hash, ...(continued && { continued: { ...continued } }) };
}

function closed(): StoreError {
  return new StoreError('closed', 'The store is closed.');
}

async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const size = 64 * 1024;
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
