import { joinBytes, toBase64 } from '../bytes/codec.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import { bytesOf } from '../bytes/utf8.ts';
import type { Run } from '../feed/entry.ts';
import type { FeedBranch, Segment } from './plan-exchange.ts';

/*
 * A register as plain files, in a folder named after its programme:
 *
 *   founding.json                      the founding's bytes, no line feed
 *   founding.sigs                      <party> TAB <key id> TAB <base64>, a line for each root
 *   feeds/<PARTY>.jsonl                one entry a line; the SHA-256 of a line is the next one's `prev`
 *   feeds/<PARTY>.fork-<first 8 of the hash of its first entry>.jsonl   what stands behind a parting
 *   signatures/<the same>.tsv          <seq> TAB <key id> TAB <base64>, a line for each signed entry
 *   keys/<key id>.pem                  every key that signed any of it
 *   attachments/<sha256>
 *   VERIFY.md                          how to check it all without our software
 *   SHA256SUMS                         of all files but itself and the feeds, which their chains prove
 *
 * A feed that forked lies in one file up to the parting and one for each branch, and so on behind further partings:
 * cut so, and named by what they hold, the files are the same whichever branch a node saw first.
 */

/** Name of a feed's file without folder and ending: `VN`, or `VN.fork-0123abcd` for what stands behind a parting. */
export function exportName(party: PartyCode, isBeginning: boolean, firstHash: Hash): string {
  return isBeginning ? party : `${party}.fork-${firstHash.slice(0, 8)}`;
}

/** A stretch of a feed without a parting inside; `branch` says where it is stored. */
export interface ExportStretch extends Segment {
  /** It is the common beginning of all branches. */
  readonly isBeginning: boolean;
}

/** Cuts the branches of one feed at every parting, so that no two stretches share an entry. */
export function exportStretches(feed: readonly FeedBranch[]): readonly ExportStretch[] {
  const isForkedAtStart = feed.some((row) => row.parent !== null && row.partedAt === 0);
  return feed.flatMap(({ branch, partedAt, seq }) => {
    const partings = feed.filter((row) => row.parent === branch).map((row) => row.partedAt);
    const inside = partings.filter((at) => at > partedAt && at < seq);
    const ends = [...new Set([...inside, seq])].toSorted((one, other) => one - other);
    return ends.map((to, at) => {
      const from = (ends[at - 1] ?? partedAt) + 1;
      return { branch, from, to, isBeginning: from === 1 && !isForkedAtStart };
    });
  });
}

/** What one run adds to the files of a stretch. */
export interface ExportPart {
  /** Lines, each with its line feed. */
  readonly feed: Uint8Array;
  /** The line of its signature; empty if the run's last entry lies behind the stretch. */
  readonly signature: Uint8Array;
}

/** What a run whose first entry is `first` adds to the stretch `from` to `to`. */
export function exportRun(
  run: Run,
  first: number,
  stretch: { readonly from: number; readonly to: number },
): ExportPart {
  const last = first + run.lines.length - 1;
  const lines = run.lines.slice(Math.max(0, stretch.from - first), Math.max(0, stretch.to - first + 1));
  const isSignedHere = last >= stretch.from && last <= stretch.to;
  return {
    feed: joinBytes(lines.flatMap((line) => [line, Uint8Array.of(0x0a)])),
    signature: bytesOf(isSignedHere ? `${last}\t${run.key}\t${toBase64(run.signature)}\n` : ''),
  };
}

/** An Ed25519 public key as PEM (RFC 8410), with its line feeds. */
export function pemOf(publicKey: Uint8Array): string {
  // DER of SubjectPublicKeyInfo up to the key itself.
  const prefix = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
  return `-----BEGIN PUBLIC KEY-----\n${toBase64(Uint8Array.of(...prefix, ...publicKey))}\n-----END PUBLIC KEY-----\n`;
}

/** SHA256SUMS, for `sha256sum -c`: the files by name. It shows what was cut where no chain does. */
export function sumsText(files: Iterable<readonly [name: string, hash: Hash]>): string {
  return [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join('');
}

/** The file of sums, and whether it lists a file. */
export const sumsName = 'SHA256SUMS';

export function isSummed(name: string): boolean {
  return name !== sumsName && !name.startsWith('feeds/');
}
