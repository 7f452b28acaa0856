import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Paper, PaperFault, type PaperFormat, paperRowsMax } from './paper.ts';

/** What the process is asked, one paper after the other. */
export interface Wanted {
  readonly id: number;
  readonly format: PaperFormat;
  readonly paper: Paper;
}
/** What it answers: the bytes, or why there are none. */
export type Made =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly fault: PaperFault['code'] | 'bug'; readonly message: string };

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly limit: NodeJS.Timeout;
}

/** Milliseconds after which a document that is not made is given up. */
const usualPatience = 60_000;

let maker: ChildProcess | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/**
 * Makes a document in a process of its own, which starts with the first: what fails in the typesetter, which is no script
 * and ends its process when it does, must not take the node with it. It keeps nobody alive and knows no secret of the
 * node's. The same paper gives the same bytes.
 *
 * @param patience milliseconds after which the process is ended; what else it was asked fails with it
 * @throws PaperFault `large` beyond `paperRowsMax`, `glyph` when the fonts lack a letter of a PDF
 */
export function makeDocument(
  format: PaperFormat,
  paper: Paper,
  patience = usualPatience,
): Promise<Uint8Array> {
  if (paper.rows.length > paperRowsMax)
    return Promise.reject(new PaperFault('large', `more than ${paperRowsMax} rows`));
  return new Promise((resolve, reject) => {
    const child = startedMaker();
    const id = nextId;
    nextId += 1;
    const limit = setTimeout(() => child.kill('SIGKILL'), patience);
    waiting.set(id, { resolve, reject, limit });
    child.ref();
    child.channel?.ref();
    child.send({ id, format, paper } satisfies Wanted);
  });
}

/** The process that makes documents now, as the system numbers it; none before the first, nor after it ended. */
export const documentProcess = (): number | undefined => maker?.pid;

function startedMaker(): ChildProcess {
  if (maker !== undefined) return maker;
  const child = fork(fileURLToPath(new URL('./make-process.ts', import.meta.url)), {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', (message) => take(child, message as Made));
  child.on('error', (error) => giveUp(child, error));
  child.on('exit', () => giveUp(child, new Error('the process that makes documents ended')));
  maker = child;
  return child;
}

function take(child: ChildProcess, made: Made): void {
  const asked = waiting.get(made.id);
  waiting.delete(made.id);
  clearTimeout(asked?.limit);
  if (waiting.size === 0) {
    child.unref();
    child.channel?.unref();
  }
  if ('bytes' in made) asked?.resolve(made.bytes);
  else
    asked?.reject(made.fault === 'bug' ? new Error(made.message) : new PaperFault(made.fault, made.message));
}

/** All that was asked of it fails; the next document starts another. */
function giveUp(child: ChildProcess, error: Error): void {
  if (maker !== child) return;
  maker = undefined;
  for (const { limit, reject } of waiting.values()) {
    clearTimeout(limit);
    reject(error);
  }
  waiting.clear();
}
