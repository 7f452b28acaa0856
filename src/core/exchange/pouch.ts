import type { Crypto } from '../bytes/crypto.ts';
import { decodeStrict } from '../bytes/decode.ts';
import { BytesError } from '../bytes/error.ts';
import {
  type Hash,
  isHash,
  isKeyId,
  isPartyCode,
  type KeyId,
  type PartyCode,
  type ProgrammeId,
} from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { isTime } from '../bytes/time.ts';
import { isArray, isObject } from '../feed/decode-entry.ts';
import type { Head, Run } from '../feed/entry.ts';
import type { ForkProof } from '../feed/fork.ts';
import { attachmentBytesMax, contentBytesMax } from '../feed/limits.ts';
import { noteBytesMax } from '../feed/note.ts';
import type { ExchangeCode } from './codes.ts';
import { readHeadList } from './message.ts';

/*
 * A pouch (X4): one age file to the recipient's key. Inside: the line `COUNTERPART-POUCH 1`, the manifest's line, the
 * line of the sender's signature over the manifest in base64, then the packed sections that the manifest lists, in its
 * order, and nothing behind.
 */

export const pouchOpening = 'COUNTERPART-POUCH ';
export const pouchVersion = 1;

/** Sum of all sections, unpacked: a pouch is held in memory while it is verified. More goes into a second pouch. */
export const pouchBytesMax = 1.5 * 1024 * 1024 * 1024;
export const pouchSectionsMax = 4_096;
export const manifestBytesMax = 2 * 1024 * 1024;

/** What the environment lends: compression and encryption, neither of which core has. */
export interface PouchTools {
  readonly crypto: Crypto;
  /** One zstd frame. */
  compress(bytes: Uint8Array): Promise<Uint8Array>;
  /** Unpacks one zstd frame that fills the bytes, and stops with a throw above `size` bytes, counted as they come. */
  decompress(bytes: Uint8Array, size: number): Promise<Uint8Array>;
  /** One age file to an `age1…` recipient. */
  encrypt(bytes: Uint8Array, recipient: string): Promise<Uint8Array>;
  /**
   * Opens an age file with the node's own identity. Throws BytesError `pouch.wrong-recipient` if it is for another,
   * `pouch.truncated` if it ends early, `pouch.flipped` for anything else that is wrong with it.
   */
  decrypt(file: Uint8Array): Promise<Uint8Array>;
}

/** Kinds of section, in the order in which they stand. */
export const sectionKinds = ['founding', 'feed', 'fork', 'receipt', 'attachment'] as const;
export type SectionKind = (typeof sectionKinds)[number];

export interface Section {
  readonly kind: SectionKind;
  /** SHA-256 of the packed bytes; of two sections of one kind the lower hash comes first, so none comes twice. */
  readonly hash: Hash;
  /** Bytes in the pouch. */
  readonly packed: number;
  /** Bytes unpacked. */
  readonly size: number;
}

export interface Manifest {
  readonly programme: ProgrammeId;
  readonly from: PartyCode;
  readonly to: PartyCode;
  /** The sender's exchange key, as in the founding. */
  readonly key: KeyId;
  /** Asserted by the sender. */
  readonly time: string;
  /** All heads that the sender holds, whether or not the pouch brings them (X1). */
  readonly heads: readonly Head[];
  readonly sections: readonly Section[];
}

/** A founding as it travels. */
export interface CarriedFounding {
  readonly bytes: Uint8Array;
  readonly signatures: readonly { readonly party: PartyCode; readonly signature: Uint8Array }[];
}

export interface Attachment {
  readonly hash: Hash;
  readonly bytes: Uint8Array;
}

/** What a pouch brings. */
export interface PouchContent {
  readonly founding?: CarriedFounding;
  /** One row for each stretch of a feed: its runs follow each other. A fork has several rows of one party. */
  readonly feeds: readonly { readonly party: PartyCode; readonly runs: readonly Run[] }[];
  readonly forks: readonly ForkProof[];
  /** Signed notes. */
  readonly receipts: readonly Uint8Array[];
  readonly attachments: readonly Attachment[];
}

/** Most bytes of a section, unpacked. */
export const sectionBytesMax: Readonly<Record<SectionKind, number>> = {
  founding: 131_072,
  feed: contentBytesMax * 16,
  fork: contentBytesMax,
  receipt: noteBytesMax,
  attachment: attachmentBytesMax,
};

/** Reads a manifest. Throws BytesError `bytes.*`, `pouch.manifest`, `pouch.section-*`, `pouch.size`. */
export function parseManifest(bytes: Uint8Array): Manifest {
  const value = decodeStrict(bytes, manifestBytesMax).value;
  if (!isObject(value) || Object.keys(value).length !== 7) throw broken('pouch.manifest', 'keys');
  const { from, heads, key, programme, sections, time, to } = value;
  if (!isPartyCode(from) || !isPartyCode(to)) throw broken('pouch.manifest', 'parties');
  if (!isHash(programme) || !isKeyId(key) || !isTime(time)) throw broken('pouch.manifest', 'frame');
  if (!isArray(sections) || sections.length > pouchSectionsMax) throw broken('pouch.manifest', 'sections');
  const rows = sections.map(readSection);
  checkOrder(rows);
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  if (total > pouchBytesMax) throw broken('pouch.size', `${total} bytes`);
  return { programme, from, to, key, time, heads: readHeadList(heads), sections: rows };
}

function readSection(value: Json): Section {
  if (!isObject(value) || Object.keys(value).length !== 4) throw broken('pouch.manifest', 'section');
  const { hash, kind, packed, size } = value;
  const known = sectionKinds.find((row) => row === kind);
  if (!isHash(hash) || known === undefined || typeof packed !== 'number' || typeof size !== 'number') {
    throw broken('pouch.manifest', 'section');
  }
  if (packed < 1 || size < 0 || size > sectionBytesMax[known]) throw broken('pouch.size', known);
  return { kind: known, hash, packed, size };
}

function checkOrder(sections: readonly Section[]): void {
  sections.forEach((section, at) => {
    const before = sections[at - 1];
    if (before === undefined) return;
    const order = compareSections(before, section);
    if (order === 0 || (before.kind === 'founding' && section.kind === 'founding')) {
      throw broken('pouch.section-duplicate');
    }
    if (order > 0) throw broken('pouch.section-order');
  });
}

export function compareSections(one: Section, other: Section): number {
  const kinds = sectionKinds.indexOf(one.kind) - sectionKinds.indexOf(other.kind);
  if (kinds !== 0) return kinds;
  return one.hash === other.hash ? 0 : one.hash < other.hash ? -1 : 1;
}

/** A refusal of `exchange/`, to be thrown. */
export function broken(code: ExchangeCode, detail?: string): BytesError {
  return new BytesError(code, detail);
}
