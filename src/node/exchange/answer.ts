import type { Hash, PartyCode } from '../../core/bytes/ids.ts';
import type { AskMessage, HeadsMessage } from '../../core/exchange/message.ts';
import { segmentsOf } from '../../core/exchange/plan-exchange.ts';
import type { Run } from '../../core/feed/entry.ts';
import { attachmentBytesMax } from '../../store/store.ts';
import { namedFiles } from '../contents.ts';
import { Refusal } from '../problem.ts';
import type { Programme, Received } from '../programme.ts';
import { branchesOf, finderOf, headsOf, runsOf, sizeOfRun } from './heads.ts';
import type { Peer } from './peer.ts';
import { ownReceipt, takeReceipt } from './receipts.ts';
import { othersDone, transfer } from './transfers.ts';

/** Bytes of runs in one answer, beyond which the partner asks again. At least one run goes. */
export const pageBytes = 4 * 1024 * 1024;
/** Files of one answer. */
const lacksMax = 500;

/** What a node does for a partner that calls it. `from` is known from the certificate, never from what is said. */
export function answererOf(programme: Programme, from: PartyCode): Peer {
  return {
    heads: (message) => answerHeads(programme, from, message),
    ask: (message) => answerAsk(programme, message),
    give: async (runs) => {
      refuseUnsound(await programme.receive(runs, from));
    },
    lacks: () => lackedFiles(programme),
    fileSize: async (hash) =>
      (await isShared(programme, hash))
        ? ((await programme.store.attachmentSize(hash)) ?? undefined)
        : undefined,
    file: async (hash, offset) => {
      if (!(await isShared(programme, hash))) throw new Refusal('request.not-found');
      return programme.store.readAttachment(hash, { start: offset });
    },
    fileOffset: (hash, size) => fileOffset(programme, hash, size),
    giveFile: (hash, size, offset, chunks) => takeFile(programme, hash, size, offset, chunks),
    receipt: async (note) => {
      if (note !== undefined) await takeReceipt(programme, from, note);
      return ownReceipt(programme);
    },
  };
}

async function answerHeads(
  programme: Programme,
  from: PartyCode,
  message: HeadsMessage,
): Promise<HeadsMessage> {
  await compareOwn(programme, from, message);
  return { programme: programme.id, heads: await headsOf(programme) };
}

/** X1: a partner that holds nothing of our feed beyond what we hold has confirmed our head. */
export async function compareOwn(
  programme: Programme,
  party: PartyCode,
  theirs: HeadsMessage,
): Promise<void> {
  const branchOf = await finderOf(programme);
  const isHeld = theirs.heads
    .filter((head) => head.party === programme.party)
    .every((head) => branchOf(head) !== undefined);
  if (isHeld) await programme.confirmedBy(party);
}

async function answerAsk(programme: Programme, { have, to }: AskMessage): Promise<readonly Run[]> {
  const branchOf = await finderOf(programme);
  const branch = branchOf(to);
  const all = (await branchesOf(programme)).filter((one) => one.party === to.party);
  const known = all.find((one) => one.branch === branch);
  if (branch === undefined || known === undefined || known.seq < to.seq) return [];
  const chain = (await programme.chains(to.party)).find((one) => one.branch === branch);
  const shared = have.find((one) => one.seq <= to.seq && chain?.hashAt(one.seq) === one.hash)?.seq ?? 0;
  const segments = segmentsOf(all, branch, shared)
    .filter((one) => one.from <= to.seq)
    .map((one) => ({ ...one, to: Math.min(one.to, to.seq) }));
  const runs: Run[] = [];
  let size = 0;
  for await (const run of runsOf(programme, to.party, segments)) {
    size += sizeOfRun(run);
    if (runs.length > 0 && size > pageBytes) break;
    runs.push(run);
  }
  return runs;
}

/** What a partner gives must stand; a gap is no fault, since runs may come in any order. */
function refuseUnsound(received: Received): void {
  const [fault] = received.refused;
  if (fault !== undefined)
    throw new Refusal('exchange.refused', {
      detail: `${fault.code}${fault.party === undefined ? '' : ` in ${fault.party}`}`,
    });
}

/** Files that the register names and that are not here. */
export async function lackedFiles(programme: Programme): Promise<readonly Hash[]> {
  const lacked: Hash[] = [];
  for (const hash of namedFiles(await programme.register())) {
    if (lacked.length === lacksMax) break;
    if (!(await programme.store.hasAttachment(hash))) lacked.push(hash);
  }
  return lacked;
}

/** Only what the shared register names may be fetched or given: a private file lies in the same folder. */
async function isShared(programme: Programme, hash: Hash): Promise<boolean> {
  return namedFiles(await programme.register()).has(hash);
}

/** @throws Refusal `attachment.too-large`, `request.not-found` for a file that nobody named */
export async function fileOffset(programme: Programme, hash: Hash, size: number): Promise<number> {
  if (size > attachmentBytesMax) throw new Refusal('attachment.too-large');
  if (!(await isShared(programme, hash))) throw new Refusal('request.not-found');
  await othersDone(programme.store, hash);
  return (await programme.store.writeAttachment(hash, size)).offset;
}

/**
 * Takes bytes of a file, from where it broke off last time (X5). What came before a break is kept for the next try.
 *
 * @throws Refusal `attachment.too-large`, `request.not-found` for a file that nobody named; StoreError `attachment-*`
 */
export async function takeFile(
  programme: Programme,
  hash: Hash,
  size: number,
  offset: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (size > attachmentBytesMax) throw new Refusal('attachment.too-large');
  if (!(await isShared(programme, hash))) throw new Refusal('request.not-found');
  await transfer(programme.store, hash, async (moved) => {
    const writer = await programme.store.writeAttachment(hash, size);
    let at = offset;
    for await (const chunk of chunks) {
      moved();
      const end = at + chunk.length;
      if (end > writer.offset && at <= writer.offset)
        await writer.write(writer.offset, chunk.subarray(writer.offset - at));
      at = end;
    }
    await writer.finish();
  });
  await programme.attachmentsCame();
}
