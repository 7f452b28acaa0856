import { attempt, BytesError } from '../core/bytes/error.ts';
import type { Hash, KeyId, PartyCode } from '../core/bytes/ids.ts';
import type { ExportFault, ExportFiles } from '../core/exchange/verify-export.ts';
import { linesOf } from '../core/exchange/verify-feed.ts';
import { decodeEntry } from '../core/feed/decode-entry.ts';
import { parseFounding } from '../core/feed/founding.ts';
import { decodeAt } from '../core/feed/next-entry.ts';
import { nodeCrypto } from '../store/node-crypto.ts';

/**
 * The fault that a reader looks for. A signature that finds no entry most often lacks it because of a line before it that
 * is gone, doubled or in the wrong place: then that line is named, and the fault as it was found otherwise.
 */
export function nearestFault(files: ExportFiles, found: ExportFault): ExportFault {
  const feed = /^signatures\/([A-Z]+)\.tsv$/.exec(found.file)?.[1];
  if (feed === undefined || found.code !== 'export.signatures') return found;
  const file = `feeds/${feed}.jsonl`;
  const programme = parseFounding(files.read('founding.json'), nodeCrypto).programme;
  let prev: Hash = programme;
  let seq = 0;
  for (const line of linesOf(files.chunks(file))) {
    seq += 1;
    const place = { programme, party: feed as PartyCode, seq, prev, key: keyOf(line) };
    const next = attempt(() => decodeAt(place, line, nodeCrypto));
    if (next instanceof BytesError)
      return { ok: false, code: next.code, file, line: seq, detail: next.detail };
    prev = next.hash;
  }
  return found;
}

/** Which key wrote a line is not asked here; a line that cannot be read is refused whatever its key. */
function keyOf(line: Uint8Array): KeyId {
  const decoded = attempt(() => decodeEntry(line, nodeCrypto));
  return decoded instanceof BytesError ? ('' as KeyId) : decoded.entry.key;
}
