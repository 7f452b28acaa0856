import type { Watermark } from '../store/store.ts';
import type { Chain } from './chains.ts';

/** The mark stands at a place of our chain, and on another chain. */
export function isBeside({ hashAt, state }: Chain, mark: Watermark | undefined): boolean {
  return mark !== undefined && mark.seq <= state.seq && hashAt(mark.seq) !== mark.hash;
}

/**
 * How far the chain that we write was certainly published, while signing is locked (F9). With the mark beside it nobody
 * knows. With the mark above it the chain may be older than what was published, or continued by a root whose mark a crash
 * kept from being written: then what stands from there on was not.
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
  return Math.min(seq, (continuedAt ?? seq + 1) - 1);
}
