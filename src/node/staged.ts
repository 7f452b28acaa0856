import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import type { Crypto } from '../core/bytes/crypto.ts';
import { isKeyId, type ProgrammeId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import type { Run } from '../core/feed/entry.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../store/workspace.ts';
import { stringOf } from './json-text.ts';

/** Runs whose predecessor is missing (X2). Kept in the workspace, so that a pouch need not be opened twice. */
const collection = 'staged';
/** Most runs kept aside for one programme: beyond it they must come again. */
const stagedMax = 2_000;
/** And most bytes of them, as kept. */
const stagedBytesMax = 64 * 1024 * 1024;

export async function stagedRuns(store: Store, programme: ProgrammeId): Promise<readonly Run[]> {
  const documents = await store.workspace.documents(collection, { prefix: `${programme}/` });
  return documents.flatMap(({ value }) => {
    if (!isObject(value) || !Array.isArray(value['lines']) || !isKeyId(value['key'])) return [];
    const lines = (value['lines'] as readonly string[]).map((line) => fromBase64(line));
    return [{ lines, key: value['key'], signature: fromBase64(stringOf(value['signature'])) }];
  });
}

/** Keeps runs aside that are not kept yet, as far as there is room. @returns how many */
export async function stageRuns(
  store: Store,
  programme: ProgrammeId,
  runs: readonly Run[],
  crypto: Crypto,
): Promise<number> {
  if (runs.length === 0) return 0;
  const documents = await store.workspace.documents(collection, { prefix: `${programme}/` });
  const held = new Set(documents.map((one) => one.id));
  let bytes = documents.reduce((sum, { value }) => sum + sizeOf(value), 0);
  const changes: Change[] = [];
  for (const run of runs) {
    const id = idOf(programme, run, crypto);
    const value = { key: run.key, lines: run.lines.map(toBase64), signature: toBase64(run.signature) };
    if (held.has(id) || held.size >= stagedMax || bytes + sizeOf(value) > stagedBytesMax) continue;
    held.add(id);
    bytes += sizeOf(value);
    changes.push({ op: 'putDocument', collection, id, value, expected: 'any' });
  }
  if (changes.length > 0) await store.workspace.write(changes);
  return changes.length;
}

function sizeOf(value: Json): number {
  const lines = isObject(value) && Array.isArray(value['lines']) ? (value['lines'] as readonly string[]) : [];
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** Forgets runs that have found their place or were refused. */
export async function unstage(
  store: Store,
  programme: ProgrammeId,
  runs: readonly Run[],
  crypto: Crypto,
): Promise<void> {
  const held = new Set(
    (await store.workspace.documents(collection, { prefix: `${programme}/` })).map((one) => one.id),
  );
  if (held.size === 0) return;
  const gone = runs.map((run) => idOf(programme, run, crypto)).filter((id) => held.has(id));
  if (gone.length === 0) return;
  await store.workspace.write(
    [...new Set(gone)].map((id) => ({
      op: 'deleteDocument' as const,
      collection,
      id,
      expected: 'any' as const,
    })),
  );
}

const idOf = (programme: ProgrammeId, run: Run, crypto: Crypto): string =>
  `${programme}/${crypto.sha256(new Uint8Array(Buffer.concat([...run.lines, run.signature])))}`;
