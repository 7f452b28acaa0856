import { writeSync } from 'node:fs';
import { StoreError } from './errors.ts';
import { Chain, la, programme, sha, vn } from './feed.fixture.ts';
import type { SqliteStore } from './sqlite-store.ts';
import { openStore } from './sqlite-store.ts';

/**
 * node appender.fixture.ts <folder> <clients> [<lines>]: goes on with both feeds, private notes, files and marks, many at a time, until it is
 * killed, or has said so many lines and kills itself, or the disk fails. Each acknowledgement is one line on the standard output, written before anything else happens:
 * `run VN 12 <hash>`, `note n12`, `file <hash>`, `mark 12 <hash>`. After a failure: `failed <code> …`, then `end`.
 */
const [root = '', clients = '8', lines = 'Infinity'] = process.argv.slice(2);
const store = await openStore(root);
let tick = 0;
let said = 0;
let failed = false;

say(
  `open ${store
    .findings()
    .map((finding) => finding.code)
    .join()}`,
);
const chains = await Promise.all([vn, la].map((party) => continueChain(store, party)));
await Promise.all(Array.from({ length: Number(clients) }, (_, client) => work(client)));
await afterFailure();
say('end');
await store.close();

async function work(client: number): Promise<void> {
  while (!failed) {
    try {
      await step(client, tick++);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      failed = true;
    }
  }
}

async function step(client: number, n: number): Promise<void> {
  if (client % 4 === 2) {
    await store.workspace.write([
      { op: 'putDocument', collection: 'note', id: `n${process.pid}-${n}`, value: n, expected: 0 },
    ]);
    return say(`note n${process.pid}-${n}`);
  }
  if (client % 8 === 3) {
    const bytes = Buffer.from(`file ${process.pid} ${n}`.repeat(500));
    const writer = await store.writeAttachment(sha(bytes), bytes.length);
    await writer.write(0, bytes);
    await writer.finish();
    return say(`file ${sha(bytes)}`);
  }
  const chain = chains[n % 2] as Chain;
  // Long enough for blocks to be sealed while the test runs.
  const run = chain.run(1 + (n % 40), 'x'.repeat(200));
  await store.append({ runs: [run] });
  say(`run ${run.party} ${run.last} ${run.lastHash}`);
  if (client % 4 !== 1 || run.party !== vn) return;
  try {
    await store.raiseWatermark({ programme, party: vn, seq: run.last, hash: run.lastHash });
  } catch (error) {
    // Another client was acknowledged further on in the meantime.
    if (error instanceof StoreError && error.code === 'watermark-lower') return;
    throw error;
  }
  say(`mark ${run.last} ${run.lastHash}`);
}

/** Nothing is acknowledged after the failure, by any way in. */
async function afterFailure(): Promise<void> {
  const bytes = Buffer.from('late');
  const attempts = [
    store.append({ runs: [new Chain({ party: la }).run()] }),
    store.workspace.write([]),
    store.raiseWatermark({ programme, party: vn, seq: 2 ** 40, hash: sha('late') }),
    store.writeAttachment(sha(bytes), bytes.length).then(async (writer) => {
      await writer.write(0, bytes);
      await writer.finish();
    }),
  ];
  const results = await Promise.allSettled(attempts);
  const codes = results.map((result) => {
    const reason: unknown = result.status === 'rejected' ? result.reason : undefined;
    return reason instanceof StoreError ? reason.code : 'acknowledged';
  });
  say(`failed ${codes.join(' ')}`);
  say(
    `findings ${store
      .findings()
      .map((finding) => finding.code)
      .join(' ')}`,
  );
}

async function continueChain(from: SqliteStore, party: typeof vn): Promise<Chain> {
  const head = (await from.branches(programme)).find((branch) => branch.party === party);
  return new Chain({ party }, head?.seq, head?.hash);
}

/** At once: a line that still lay in a buffer would be lost with the process. While the reader is behind, nothing goes on. */
function say(line: string): void {
  for (let rest = Buffer.from(`${line}\n`); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
  if (++said === Number(lines)) process.kill(process.pid, 'SIGKILL');
}
