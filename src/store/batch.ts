import { StoreError } from './errors.ts';
import type { Batch, RunAppend } from './store.ts';

const hashPattern = /^[0-9a-f]{64}$/;
const partyPattern = /^[A-Z]{2,8}$/;
const keyPattern = /^[0-9a-f]{32}$/;
const signatureBytes = 64;
const lineFeed = 10;

/**
 * Refuses a batch whose shape no storage could keep, before anything is written. Signatures, hashes and the chain are not
 * looked at: core did that.
 * @throws StoreError `malformed`
 */
export function checkBatch(batch: Batch): void {
  for (const { programme, signatures } of batch.foundings ?? []) {
    expect(hashPattern.test(programme), 'a founding is named by its hash');
    for (const { party } of signatures) expect(partyPattern.test(party), 'a party is 2 to 8 letters');
  }
  for (const run of batch.runs ?? []) checkRun(run);
  for (const { programme, signer, party, seq, hash } of batch.receipts ?? []) {
    expect(
      hashPattern.test(programme) && hashPattern.test(hash),
      'a receipt names its programme and its head by hash',
    );
    expect(partyPattern.test(signer) && partyPattern.test(party), 'a party is 2 to 8 letters');
    expect(isPlace(seq), 'a receipt names a whole number');
  }
}

function checkRun(append: RunAppend): void {
  const { programme, party, branch, parent, run, first, last, lastHash } = append;
  expect(
    hashPattern.test(programme) && hashPattern.test(lastHash),
    'a run names its programme and its head by hash',
  );
  expect(partyPattern.test(party), 'a party is 2 to 8 letters');
  expect(Number.isSafeInteger(branch) && branch >= 0, 'a branch is numbered from 0');
  expect(
    parent === undefined || (Number.isSafeInteger(parent) && parent >= 0 && parent < branch),
    'a branch leaves a lower one',
  );
  expect(isPlace(first) && isPlace(last) && run.lines.length > 0, 'entries are numbered from 1');
  expect(
    last - first + 1 === run.lines.length,
    `${run.lines.length} lines do not stand at entries ${first} to ${last}`,
  );
  expect(
    keyPattern.test(run.key) && run.signature.length === signatureBytes,
    'a run has a key id and a signature of 64 bytes',
  );
  for (const line of run.lines)
    expect(line.length > 0 && !line.includes(lineFeed), 'a line is not empty and holds no line feed');
}

function isPlace(seq: number): boolean {
  return Number.isSafeInteger(seq) && seq >= 1;
}

function expect(holds: boolean, rule: string): void {
  if (!holds)
    throw new StoreError('malformed', `The batch is not well formed: ${rule}. Nothing was written.`);
}
