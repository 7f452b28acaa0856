import { BytesError } from '../core/bytes/error.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import type { Item } from '../core/feed/build-run.ts';
import { decodeEntry } from '../core/feed/decode-entry.ts';
import { isObject } from '../core/kinds/value.ts';
import { StoreError } from '../store/errors.ts';
import type { Change, DraftKey } from '../store/workspace.ts';
import type { Node } from './node.ts';
import type { Programme } from './programme.ts';

/*
 * A submission is said in our feed first, and its drafts are cleared after that, in another file. What is about to be said is
 * noted in the workspace before; a node that finds such a note asks the feed whether it was said. So no crash in between
 * makes it say the same again, and none loses a draft that was not said.
 */

const collection = 'sending';

/** What is about to be said, and what is cleared once it is. */
interface Sending {
  readonly submission: string;
  /** Entries of our feed before it. */
  readonly after: number;
  /** Hashes of what it says, `{body,type}` each, in order. */
  readonly said: readonly string[];
  readonly drafts: readonly { readonly key: DraftKey; readonly version: number }[];
}

const inFlight = new WeakMap<Programme, Set<string>>();

/** Runs what sends one submission; while it does, nobody else finishes it. */
export async function whileSending<Value>(
  programme: Programme,
  submission: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const flying = inFlight.get(programme) ?? new Set<string>();
  inFlight.set(programme, flying);
  const isFirst = !flying.has(submission);
  flying.add(submission);
  try {
    return await work();
  } finally {
    if (isFirst) flying.delete(submission);
  }
}

/** Notes, durably, what is about to be said; called with nobody else writing our feed. */
export async function noteSending(
  node: Node,
  programme: Programme,
  submission: string,
  items: readonly Item[],
  drafts: Sending['drafts'],
): Promise<void> {
  const after = (await programme.ownHead())?.seq ?? 0;
  const said = items.map((item) => nameOf(programme, item));
  const value = { submission, after, said, drafts } as unknown as JsonObject;
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: idOf(programme, submission), value, expected: 'any' },
  ]);
}

/** The change by which a submission is no longer about to be said; written together with what clears its drafts. */
export const sentChange = (programme: Programme, submission: string): Change => ({
  op: 'deleteDocument',
  collection,
  id: idOf(programme, submission),
  expected: 'any',
});

/** Finishes what a crash or a failed write broke off: what was said is marked as sent, and its drafts are cleared. */
export async function finishSending(node: Node, programme: Programme): Promise<void> {
  const { workspace } = node.store;
  const notes = await workspace.documents(collection, { prefix: `${programme.id}/` });
  for (const { id, value } of notes) {
    const sending = value as unknown as Sending;
    if (inFlight.get(programme)?.has(sending.submission) === true) continue;
    const changes: Change[] = [{ op: 'deleteDocument', collection, id, expected: 'any' }];
    const wasSaid = await isSaid(programme, sending).catch((error: unknown) => {
      // A feed that cannot be read locks signing: then nothing is said again either, and it is asked later.
      if (error instanceof BytesError || error instanceof StoreError) return undefined;
      throw error;
    });
    if (wasSaid === undefined) continue;
    if (wasSaid) {
      for (const { key, version } of sending.drafts) {
        // What was edited since stays a draft.
        const [draft] = (await workspace.drafts({ programme: key.programme, text: key.text })).filter(
          (one) => isSameKey(one, key) && one.version === version,
        );
        if (draft !== undefined) changes.push({ op: 'deleteDraft', key, expected: 'any' });
      }
      const submission = await workspace.document('submission', id);
      if (isObject(submission?.value))
        changes.push({
          op: 'putDocument',
          collection: 'submission',
          id,
          value: { ...submission.value, state: 'sent' },
          expected: 'any',
        });
    }
    await workspace.write(changes);
  }
}

/** Whether our feed says it, all of it in that order, behind the place where it was begun. */
async function isSaid(programme: Programme, { after, said }: Sending): Promise<boolean> {
  for (const { branch, party, seq } of await programme.store.branches(programme.id)) {
    if (party !== programme.party || seq <= after) continue;
    const names: string[] = [];
    for await (const { run } of programme.store.readRuns(programme.id, party, branch, after + 1)) {
      for (const line of run.lines) {
        const { entry } = decodeEntry(line, programme.crypto);
        if (entry.seq > after) names.push(nameOf(programme, entry));
      }
    }
    const isHere = names.some((_, at) => said.every((name, more) => names[at + more] === name));
    if (isHere) return true;
  }
  return false;
}

const nameOf = (programme: Programme, { body, type }: Pick<Item, 'body' | 'type'>): string =>
  hashOf({ body, type }, programme.crypto);

const idOf = (programme: Programme, submission: string): string => `${programme.id}/${submission}`;

const isSameKey = (one: DraftKey, other: DraftKey): boolean =>
  (['programme', 'text', 'base', 'mode', 'item', 'field'] as const).every(
    (part) => one[part] === other[part],
  );
