import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { StoreError } from './errors.ts';
import { openDatabases } from './sqlite-databases.ts';
import { type StorageFinding, storageFinding } from './sqlite-file.ts';
import type { Answer, AnswerTo, Question, Report, Request, WriterData } from './sqlite-requests.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: StoreError) => void;
}

/** The main thread's end of the writer: sends questions, one message for each turn of the event loop, and hands out answers. */
export class WriterThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  readonly #idle: (() => void)[] = [];
  #outbox: Request[] = [];
  #nextId = 1;
  #recovered: DatabaseSync[] = [];
  #failure: StorageFinding | undefined;
  #closing = false;
  #tell: (finding: StorageFinding) => void = () => {};

  /**
   * Recovers the databases here, so that what is read from now on is durable, while the thread that writes them starts.
   *
   * @throws StoreError when the databases cannot be opened
   */
  static start(data: WriterData): WriterThread {
    const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
      workerData: data,
      name: 'store',
    });
    const writer = new WriterThread(worker);
    try {
      writer.#recovered = openDatabases(data);
    } catch (error) {
      writer.#closing = true;
      void worker.terminate();
      const { code, message } = error instanceof StoreError ? error : storageFinding(error);
      throw new StoreError(code, message);
    }
    return writer;
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (report: Report) => this.#take(report));
    worker.on('error', (error) => this.fail(storageFinding(error)));
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#letGo();
        if (!this.#closing) this.fail(storageFinding(new Error('the writing thread ended')));
        resolve();
      });
    });
  }

  onFinding(tell: (finding: StorageFinding) => void): void {
    this.#tell = tell;
  }

  /** @throws StoreError as the writer answers; `failed` once the disk has failed; `closed` */
  ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<AnswerTo[Kind]> {
    if (this.#closing) return Promise.reject(new StoreError('closed', 'The store is closed.'));
    if (this.#failure !== undefined) return Promise.reject(errorOf(this.#failure));
    return this.#send(question);
  }

  /** Resolves when nothing that was asked is unanswered. */
  async idle(): Promise<void> {
    if (this.#waiting.size === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Lets the writer finish, empty its logs and end. */
  async close(): Promise<void> {
    if (!this.#closing) {
      this.#closing = true;
      // The failure was told when it happened; here it only matters that the thread ends.
      await Promise.race([this.#send({ kind: 'close' }).catch(() => null), this.#ended]);
    }
    await this.#ended;
  }

  /** Refuses everything from now on, and what is under way. */
  fail(finding: StorageFinding): void {
    if (this.#failure !== undefined) return;
    this.#failure = finding;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(errorOf(finding));
    this.#tell(finding);
    this.#tellIdle();
  }

  #send<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<AnswerTo[Kind]> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      this.#outbox.push({ id, question });
      if (this.#outbox.length === 1) queueMicrotask(() => this.#post());
    });
  }

  #post(): void {
    const requests = this.#outbox;
    this.#outbox = [];
    this.#worker.postMessage(requests, buffersOf(requests));
  }

  #take(report: Report): void {
    if (report.kind === 'open') return this.#letGo();
    if (report.kind === 'unopened') return this.fail(report.finding);
    for (const answer of report.answers) this.#settle(answer);
    if (report.finding !== undefined) this.fail(report.finding);
    if (this.#waiting.size === 0) this.#tellIdle();
  }

  /** Closes the databases here: the last connection that closes would take the log away and the thread make it anew. */
  #letGo(): void {
    for (const db of this.#recovered.splice(0)) db.close();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting.resolve(answer.value as never);
    else waiting.reject(new StoreError(answer.code, answer.message));
  }

  #tellIdle(): void {
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

/** Lines are handed over, not copied: packing made fresh buffers for them. */
function buffersOf(requests: readonly Request[]): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const { question } of requests) {
    if (question.kind !== 'append') continue;
    for (const { packed } of question.batch.runs) buffers.push(packed.lines.buffer as ArrayBuffer);
  }
  return buffers;
}

function errorOf(finding: StorageFinding): StoreError {
  return new StoreError(finding.code, finding.message);
}
