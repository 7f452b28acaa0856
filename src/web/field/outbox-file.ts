import type { FieldPage } from '../../api/field.ts';
import { fromBase64, joinBytes, toBase64 } from '../../core/bytes/codec.ts';
import { encodeCanonical } from '../../core/bytes/encode.ts';
import type { Json } from '../../core/bytes/json.ts';
import { type Entry, fileBytes, now } from './outbox.svelte.ts';
import { readKept, writeKept } from './store.ts';

/* An outbox as a file, for when no network comes: sealed so that only our own node opens it (`src/node/outbox-file.ts`). */

interface Seal {
  readonly account: string;
  /** May seal, and may not be read out. */
  readonly key: CryptoKey;
}

/** Keeps the key that the node gives an account; scripts can use it and cannot read it. */
export async function keepSeal(account: string, { key }: FieldPage): Promise<void> {
  if ((await readKept('seals', account)) !== undefined) return;
  const sealing = await crypto.subtle.importKey('raw', fromBase64(key, 32), 'AES-GCM', false, ['encrypt']);
  await writeKept([{ in: 'seals', put: { account, key: sealing } satisfies Seal }]);
}

/** Whether this device can make such a file: it has spoken with the node for this account. */
export const hasSeal = async (account: string): Promise<boolean> =>
  (await readKept('seals', account)) !== undefined;

/** The file of these reports with their pictures, all of one programme. */
export async function outboxFile(
  account: string,
  party: string,
  programme: string,
  entries: readonly Entry[],
): Promise<Blob> {
  const seal = (await readKept('seals', account)) as Seal | undefined;
  if (!seal) throw new Error('no seal is kept for this account');
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const line = new TextEncoder().encode('\n');
  const header = joinBytes([
    new TextEncoder().encode('COUNTERPART-OUTBOX 1\n'),
    encodeCanonical({ account, made: now(), nonce: toBase64(nonce), party, programme }),
    line,
  ]);
  const files = new Map<string, Uint8Array>();
  for (const { hash } of entries.flatMap((one) => one.files)) {
    const bytes = await fileBytes(hash);
    if (bytes) files.set(hash, new Uint8Array(bytes));
  }
  const manifest = encodeCanonical({
    files: [...files].map(([hash, bytes]) => ({ hash, size: bytes.length })),
    reports: entries.toReversed().map(reportOf),
  });
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: header },
    seal.key,
    joinBytes([manifest, line, ...files.values()]),
  );
  return new Blob([header, sealed], { type: 'application/octet-stream' });
}

const reportOf = ({ facet, fields, id, kind, made, subject, version }: Entry): Json => ({
  id,
  made,
  kind,
  subject,
  fields,
  version,
  ...(facet === undefined ? {} : { facet }),
});
