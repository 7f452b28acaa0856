import type { FieldPage, FieldReport } from '../../api/field.ts';
import type { FileRef } from '../../api/schema.ts';
import type { Statement } from '../../api/statements.ts';
import { toHex } from '../../core/bytes/codec.ts';
import type { Json } from '../../core/bytes/json.ts';
import { asProblem, call, type Problem } from '../client.ts';
import type { Picture } from './photo.ts';
import { askToPersist, type Change, readAll, readKept, roomLeft, StorageFull, writeKept } from './store.ts';

/** A report that was written here. It leaves this place only when its author drops it, or long after it was received. */
export interface Entry {
  /** Of the report, for ever: sent twice it states once. */
  readonly id: string;
  readonly account: string;
  readonly programme: string;
  readonly kind: string;
  readonly subject: string;
  readonly facet?: string;
  readonly title: Readonly<Record<string, string>>;
  readonly number?: string;
  readonly fields: Readonly<Record<string, Json>>;
  /** Seq of our statement that it replaces; of the report `after` once that is sent. */
  readonly version: number;
  /** A report on the same thing, written here before this one and not sent then. */
  readonly after?: string;
  readonly files: readonly FileRef[];
  /** When it was saved here. */
  readonly made: string;
  /** `changed`: our side states something else meanwhile, in `current`; `refused`: the node says why, in `code`. */
  readonly state: 'saved' | 'sent' | 'changed' | 'refused';
  readonly at?: string;
  readonly seq?: number;
  /** Who carried it to the node as a file. */
  readonly through?: string;
  readonly received: FieldReport['received'];
  readonly current?: Statement | null;
  readonly code?: string;
}

interface KeptFile {
  readonly hash: string;
  readonly bytes: ArrayBuffer;
}

class Outbox {
  /** Of the account that is signed in, the newest first. */
  all = $state.raw<readonly Entry[]>([]);
  sending = $state(false);
  /** Why sending stopped, if the node could not take more for now. */
  problem = $state.raw<Problem>();

  get waiting(): readonly Entry[] {
    return this.all.filter((one) => one.state !== 'sent');
  }
}
export const outbox = new Outbox();

/** Sent reports that are kept here, to show what became of them. */
const sentKept = 60;
let account = '';
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('counterpart-outbox') : undefined;
channel?.addEventListener('message', () => void readOutbox());

/** Shows the outbox of an account; of nobody's, none. */
export async function openOutbox(of: string): Promise<void> {
  account = of;
  await readOutbox();
}

async function readOutbox(): Promise<void> {
  if (account === '') {
    outbox.all = [];
    return;
  }
  const all = (await readAll('outbox').catch(() => [])) as readonly Entry[];
  outbox.all = all
    .filter((one) => one.account === account)
    .toSorted((one, other) => (one.made < other.made ? 1 : -1));
}

/** What every tab of this browser shows follows from what is kept. */
async function changed(changes: readonly Change[]): Promise<void> {
  await writeKept(changes);
  channel?.postMessage('changed');
  await readOutbox();
}

export const newId = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)));
export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** Bytes beside the pictures that a report takes at most, with room for what the browser adds. */
const frame = 128 * 1024;

/** Bytes that a report with these pictures takes. */
export const roomNeeded = (pictures: readonly Picture[]): number =>
  pictures.reduce((sum, one) => sum + one.bytes.byteLength, frame);

/** Whether there is room here. Some browsers say more than they have: then the write itself is refused, whole. */
export async function hasRoom(pictures: readonly Picture[]): Promise<boolean> {
  const left = await roomLeft();
  return left === undefined || roomNeeded(pictures) <= left;
}

/**
 * Saves a report here, on the disk when this resolves.
 *
 * @throws StorageFull: nothing was written; whoever holds the report still does
 */
export async function saveReport(
  entry: Entry,
  pictures: readonly Picture[],
  draft: string | undefined,
): Promise<void> {
  if (!(await hasRoom(pictures))) throw new StorageFull();
  await changed([
    ...pictures.map(({ bytes, ref }) => ({ in: 'files' as const, put: { hash: ref.hash, bytes } })),
    { in: 'outbox', put: entry },
    ...(draft === undefined ? [] : [{ in: 'drafts' as const, delete: draft }]),
  ]);
  void askToPersist();
}

/** Drops a report that is not sent, on its author's word. */
export async function dropReport(entry: Entry): Promise<void> {
  const rest = outbox.all.filter((one) => one.id !== entry.id);
  const orphans = rest.filter((one) => one.after === entry.id);
  await changed([
    { in: 'outbox', delete: entry.id },
    ...filesGone(entry, rest),
    ...orphans.map(({ after: _, ...one }) => ({
      in: 'outbox' as const,
      put: { ...one, version: entry.current?.seq ?? entry.version },
    })),
  ]);
}

/** Sends a report although our side states something else now: it replaces what its author has seen. */
export async function sendAnyway(entry: Entry): Promise<void> {
  const { current, ...rest } = entry;
  await changed([{ in: 'outbox', put: { ...rest, state: 'saved', version: current?.seq ?? 0 } }]);
  await sendOutbox();
}

/** Pictures that no other report needs that is not sent. */
function filesGone(entry: Entry, others: readonly Entry[]): readonly Change[] {
  const needed = new Set(
    others
      .filter((one) => one.state !== 'sent' && one.id !== entry.id)
      .flatMap((one) => one.files.map((file) => file.hash)),
  );
  return entry.files
    .filter((file) => !needed.has(file.hash))
    .map((file) => ({ in: 'files' as const, delete: file.hash }));
}

/** The bytes of a picture that waits here. */
export async function fileBytes(hash: string): Promise<ArrayBuffer | undefined> {
  return ((await readKept('files', hash)) as KeptFile | undefined)?.bytes;
}

let again = false;

/** Sends what waits, in the order in which it was written. One tab sends; the others see it. */
export async function sendOutbox(): Promise<void> {
  if (outbox.sending) {
    again = true;
    return;
  }
  outbox.sending = true;
  try {
    do {
      again = false;
      await (navigator.locks
        ? navigator.locks.request('counterpart-outbox', { ifAvailable: true }, (lock) =>
            lock ? sendAll() : undefined,
          )
        : sendAll());
    } while (again);
  } finally {
    outbox.sending = false;
  }
}

async function sendAll(): Promise<void> {
  const mine = account;
  await readOutbox();
  outbox.problem = undefined;
  for (const { id } of outbox.all.filter((one) => one.state === 'saved').toReversed()) {
    const entry = outbox.all.find((one) => one.id === id);
    if (mine !== account || entry?.state !== 'saved') continue;
    const before = outbox.all.find((one) => one.id === entry.after);
    // What stands before it waits for a decision: so does this.
    if (before && before.state !== 'sent') continue;
    if (!(await sendOne({ ...entry, version: before?.seq ?? entry.version }))) return;
  }
}

/** @returns whether the next one may be tried */
async function sendOne(entry: Entry): Promise<boolean> {
  const { facet, fields, id, kind, made, programme, subject, version } = entry;
  const params = { programme };
  try {
    for (const file of entry.files) {
      const bytes = await fileBytes(file.hash);
      if (bytes)
        await call('POST /api/programmes/{programme}/attachments', { params, body: new Blob([bytes]) });
    }
    const answer = await call('POST /api/programmes/{programme}/field/reports', {
      params,
      body: { id, made, kind, subject, fields, version, ...(facet === undefined ? {} : { facet }) },
    });
    await changed([{ in: 'outbox', put: sent(entry, answer) }, ...filesGone(entry, outbox.all)]);
    return true;
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 409 && problem.code === 'statement.stale') {
      const current = (problem.body.current ?? null) as unknown as Statement | null;
      await changed([{ in: 'outbox', put: { ...entry, state: 'changed', current } }]);
      return true;
    }
    if ([400, 403, 404, 409, 413, 415, 422].includes(problem.status)) {
      await changed([{ in: 'outbox', put: { ...entry, state: 'refused', code: problem.code } }]);
      return true;
    }
    // No network, no session, or a node that cannot take it now: it stays as it is, and so does what follows.
    outbox.problem = problem;
    return false;
  }
}

function sent(entry: Entry, { at, received, seq, through }: FieldReport): Entry {
  const { code: _, current: _c, ...rest } = entry;
  return { ...rest, state: 'sent', at, seq, received, ...(through === undefined ? {} : { through }) };
}

/** Takes what the node knows of reports that were written here: received by partners, or carried to it as a file. */
export async function noteReports(programme: string, { reports }: FieldPage): Promise<void> {
  const known = new Map(reports.map((one) => [one.id, one]));
  const changes = outbox.all.flatMap((entry): Change[] => {
    const report = entry.programme === programme ? known.get(entry.id) : undefined;
    if (!report || (entry.state === 'sent' && entry.received.length >= report.received.length)) return [];
    return [{ in: 'outbox', put: sent(entry, report) }, ...filesGone(entry, outbox.all)];
  });
  const old = outbox.all.filter((one) => one.state === 'sent').slice(sentKept);
  const gone = old.map((one): Change => ({ in: 'outbox', delete: one.id }));
  if (changes.length + gone.length > 0) await changed([...changes, ...gone]);
}
