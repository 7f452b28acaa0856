import type { Hash } from '../../core/bytes/ids.ts';
import type { AskMessage, HeadsMessage } from '../../core/exchange/message.ts';
import type { Run } from '../../core/feed/entry.ts';

/**
 * The node of a partner as an exchange sees it: over HTTPS, or another node in a simulation. Each call is complete in itself, so
 * that an exchange broken off anywhere goes on from the heads (X8). All reject when the partner cannot be reached.
 */
export interface Peer {
  /** Tells our heads, hears theirs (X1). */
  heads(message: HeadsMessage): Promise<HeadsMessage>;
  /** Some runs of a feed, from what we hold on towards the head asked for; none when it is not held. */
  ask(message: AskMessage): Promise<readonly Run[]>;
  give(runs: readonly Run[]): Promise<void>;
  /** Size of a file in bytes, if the partner holds it and the programme names it. */
  fileSize(hash: Hash): Promise<number | undefined>;
  /** Its bytes from an offset on. */
  file(hash: Hash, offset: number): Promise<AsyncIterable<Uint8Array>>;
  /** Files that the programme names and the partner lacks. */
  lacks(): Promise<readonly Hash[]>;
  /** The next byte of a file that the partner wants: what came before a break is kept (X5). */
  fileOffset(hash: Hash, size: number): Promise<number>;
  giveFile(hash: Hash, size: number, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Gives our receipt, takes theirs (X6). */
  receipt(note: Uint8Array | undefined): Promise<Uint8Array | undefined>;
}
