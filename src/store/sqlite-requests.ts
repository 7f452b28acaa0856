import type { StoreCode } from './errors.ts';
import type { PackedBatch } from './sqlite-feed-writer.ts';
import type { StorageFinding } from './sqlite-file.ts';
import type { Appended } from './store.ts';
import type { Change, WriteOutcome } from './workspace.ts';

/** What the main thread asks of the writer's thread. */
export type Question =
  | { readonly kind: 'append'; readonly batch: PackedBatch }
  | { readonly kind: 'write'; readonly changes: readonly Change[] }
  /** Seals full tails, gives freed pages back, empties the write-ahead logs. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'close' };

export interface Request {
  readonly id: number;
  readonly question: Question;
}

/** The answer to each kind of question. */
export interface AnswerTo {
  readonly append: Appended;
  readonly write: WriteOutcome;
  readonly settle: null;
  readonly close: null;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: AnswerTo[keyof AnswerTo] }
  | { readonly id: number; readonly ok: false; readonly code: StoreCode; readonly message: string };

/** What the writer's thread says: once that it is open or cannot be, then answers, one message for each group. */
export type Report =
  | { readonly kind: 'open' }
  | { readonly kind: 'unopened'; readonly finding: StorageFinding }
  | {
      readonly kind: 'answers';
      readonly answers: readonly Answer[];
      readonly finding: StorageFinding | undefined;
    };

/** What the thread is started with. */
export interface WriterData {
  readonly feeds: string;
  readonly workspace: string;
}
