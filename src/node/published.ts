import type { ProgrammeId } from '../core/bytes/ids.ts';
import type { Watermark } from '../store/store.ts';
import type { Chain } from './chains.ts';

/** The mark that says: this chain up to its end may have been published. */
export function markOf(
  programme: ProgrammeId,
  { hashAt, party, state: { hash, seq } }: Chain,
  continuedAt: number | undefined,
): Watermark {
  const continuation = continuedAt === undefined ? undefined : hashAt(continuedAt);
  const continued =
    continuedAt === undefined || continuation === undefined
      ? {}
      : { continued: { seq: continuedAt, hash: continuation } };
  return { programme, party, seq, hash, ...continued };
}

/** The mark stands at a place of our chain, and on another chain. */
export function isBeside({ hashAt, state }: Chain, mark: Watermark | undefined): boolean {
  return mark !== undefined && mark.seq <= state.seq && hashAt(mark.seq) !== mark.hash;
}

/**
 * How far the chain that we write was certainly published, while signing is locked (F9). With the mark beside it nobody
 * knows. With the mark above it the chain may be older than what was published, or continued by a root whose mark a crash
 * kept from being written: then what stands from there on was not. The mark tells the two apart by the continuation it
 * knows of.
 *
 * @param continuedAt entry by which the root continued the chain
 */
export function publishedUpTo(
  own: Chain,
  continuedAt: number | undefined,
  mark: Watermark | undefined,
): number {
  const { seq } = own.state;
  if (mark === undefined || isBeside(own, mark)) return 0;
  if (mark.seq <= seq) return mark.seq;
  if (continuedAt === undefined) return seq;
  const { continued } = mark;
  const isKnown = continued?.seq === continuedAt && own.hashAt(continuedAt) === continued.hash;
  return isKnown ? seq : Math.min(seq, continuedAt - 1);
}
