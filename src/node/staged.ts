import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import type { Crypto } from '../core/bytes/crypto.ts';
import { isKeyId, type PartyCode, type ProgrammeId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import type { Run } from '../core/feed/entry.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Store } from '../store/store.ts';
import type { Change, Document } from '../store/workspace.ts';
import { stringOf } from './json-text.ts';
import { type FeedGap, gapsBefore, type ReceivePlan } from './plan-receive.ts';

/*
 * Runs whose predecessor is missing (X2), kept in the workspace so that a pouch need not be opened twice. Nobody can verify
 * them yet, whatever feed they say they are of: so places belong to whoever brought them, and nobody takes up another's.
 */
const collection = 'staged';
/** Most runs kept aside in one programme for whoever brought them: beyond it they must come again. */
export const stagedRunsMax = 500;
/** And most bytes of them, as kept. A run of the largest size has its place at least twice. */
export const stagedBytesMax = 16 * 1024 * 1024;

export async function stagedRuns(store: Store, programme: ProgrammeId): Promise<readonly Run[]> {
  return (await documentsOf(store, programme)).flatMap(({ value }) => runOf(value) ?? []);
}

/**
 * Keeps what waits for a predecessor, as far as there is room for whoever brought it, and forgets what has found its place or
 * was refused.
 *
 * @param waiting all that waits, what was kept before included
 * @returns how many runs are kept anew, and what is missing before them
 */
export async function keepAside(
  store: Store,
  programme: ProgrammeId,
  waiting: ReceivePlan['waiting'],
  from: PartyCode | undefined,
  crypto: Crypto,
): Promise<{ readonly staged: number; readonly gaps: readonly FeedGap[] }> {
  const documents = await documentsOf(store, programme);
  const wanted = new Map(waiting.map(({ run }) => [idOf(programme, run, crypto), run]));
  const changes: Change[] = [];
  const room = { runs: stagedRunsMax, bytes: stagedBytesMax };
  for (const { id, value } of documents) {
    const run = runOf(value);
    const kept = run && idOf(programme, run, crypto);
    if (kept !== id || !wanted.delete(kept)) {
      changes.push({ op: 'deleteDocument', collection, id, expected: 'any' });
    } else if (broughtBy(value) === (from ?? '')) {
      room.runs -= 1;
      room.bytes -= sizeOf(value);
    }
  }
  let staged = 0;
  for (const [id, { key, lines, signature }] of wanted) {
    const value = { from: from ?? '', key, lines: lines.map(toBase64), signature: toBase64(signature) };
    if (room.runs < 1 || room.bytes < sizeOf(value)) continue;
    room.runs -= 1;
    room.bytes -= sizeOf(value);
    staged += 1;
    changes.push({ op: 'putDocument', collection, id, value, expected: 'any' });
  }
  if (changes.length > 0) await store.workspace.write(changes);
  return { staged, gaps: gapsBefore(waiting) };
}

const documentsOf = (store: Store, programme: ProgrammeId): Promise<readonly Document[]> =>
  store.workspace.documents(collection, { prefix: `${programme}/` });

function runOf(value: Json): Run | undefined {
  if (!isObject(value) || !Array.isArray(value['lines']) || !isKeyId(value['key'])) return undefined;
  const lines = (value['lines'] as readonly string[]).map((line) => fromBase64(line));
  return { lines, key: value['key'], signature: fromBase64(stringOf(value['signature'])) };
}

const broughtBy = (value: Json): string => (isObject(value) ? stringOf(value['from']) : '');

function sizeOf(value: Json): number {
  const lines = isObject(value) && Array.isArray(value['lines']) ? (value['lines'] as readonly string[]) : [];
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** The key is part of it: the same lines under another key are another run, refused once they find their place. */
const idOf = (programme: ProgrammeId, { key, lines, signature }: Run, crypto: Crypto): string =>
  `${programme}/${crypto.sha256(new Uint8Array(Buffer.concat([Buffer.from(key), ...lines, signature])))}`;
