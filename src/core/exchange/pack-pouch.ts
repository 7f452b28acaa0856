import { joinBytes, toBase64 } from '../bytes/codec.ts';
import type { Sign } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { bytesOf } from '../bytes/utf8.ts';
import { encodeForkProof } from '../feed/fork.ts';
import { parseFounding } from '../feed/founding.ts';
import { compareHeads } from '../feed/heads.ts';
import { frameRun } from '../feed/run-frame.ts';
import { foundingFile } from './founding-file.ts';
import { headJson } from './message.ts';
import {
  broken,
  compareSections,
  type Manifest,
  manifestBytesMax,
  type PouchContent,
  type PouchTools,
  pouchBytesMax,
  pouchOpening,
  pouchSectionsMax,
  pouchVersion,
  type Section,
  type SectionKind,
  sectionBytesMax,
} from './pouch.ts';

/** Who sends what to whom: the manifest without its sections, and the recipient's age key from the founding. */
export interface PouchAddress extends Omit<Manifest, 'sections'> {
  readonly recipient: string;
}

/**
 * Packs a pouch: the bytes of one file (X4). Equal content gives equal bytes inside; the encryption differs each time.
 *
 * @param sign with the sender's exchange key
 * @throws BytesError `pouch.size` for more than one pouch can hold: the caller splits
 */
export async function packPouch(
  address: PouchAddress,
  content: PouchContent,
  sign: Sign,
  tools: PouchTools,
): Promise<Uint8Array> {
  const packed: { readonly section: Section; readonly bytes: Uint8Array }[] = [];
  let total = 0;
  for (const { kind, bytes } of plainSections(content, tools)) {
    total += bytes.length;
    if (bytes.length > sectionBytesMax[kind] || total > pouchBytesMax) throw broken('pouch.size', kind);
    const squeezed = await tools.compress(bytes);
    const hash = tools.crypto.sha256(squeezed);
    const section = { kind, hash, packed: squeezed.length, size: bytes.length };
    // The same thing given twice goes once.
    if (!packed.some((row) => compareSections(row.section, section) === 0))
      packed.push({ section, bytes: squeezed });
  }
  if (packed.length > pouchSectionsMax) throw broken('pouch.size', 'sections');
  packed.sort((one, other) => compareSections(one.section, other.section));
  const { from, heads, key, programme, time, to } = address;
  const manifest = encodeCanonical({
    from,
    heads: heads.toSorted(compareHeads).map(headJson),
    key,
    programme,
    sections: packed.map(({ section }) => ({ ...section })),
    time,
    to,
  });
  if (manifest.length > manifestBytesMax) throw broken('pouch.size', 'manifest');
  const signature = toBase64(signRecord(sign, recordTypes.pouch, manifest));
  const plain = joinBytes([
    bytesOf(`${pouchOpening}${pouchVersion}\n`),
    manifest,
    bytesOf(`\n${signature}\n`),
    ...packed.map(({ bytes }) => bytes),
  ]);
  return await tools.encrypt(plain, address.recipient);
}

function* plainSections(
  content: PouchContent,
  { crypto }: PouchTools,
): Iterable<{ readonly kind: SectionKind; readonly bytes: Uint8Array }> {
  const { attachments, feeds, forks, founding, receipts } = content;
  if (founding !== undefined) {
    const { bytes, signatures } = founding;
    yield { kind: 'founding', bytes: foundingFile(parseFounding(bytes, crypto), bytes, signatures) };
  }
  for (const { runs } of feeds) yield { kind: 'feed', bytes: joinBytes(runs.map(frameRun)) };
  for (const proof of forks) yield { kind: 'fork', bytes: encodeForkProof(proof) };
  for (const bytes of receipts) yield { kind: 'receipt', bytes };
  for (const { bytes } of attachments) yield { kind: 'attachment', bytes };
}
