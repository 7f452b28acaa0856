import { fromBase64, sameBytes } from '../bytes/codec.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { verifyRecord } from '../bytes/ed25519.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { PartyCode, ProgrammeId } from '../bytes/ids.ts';
import { bytesOf } from '../bytes/utf8.ts';
import type { Run } from '../feed/entry.ts';
import { decodeForkProof, type ForkProof } from '../feed/fork.ts';
import { type Founding, verifyFounding } from '../feed/founding.ts';
import { readFrames } from '../feed/run-frame.ts';
import { placeOf } from '../feed/run-place.ts';
import { type SignatureLine, splitFoundingFile } from './founding-file.ts';
import {
  type Attachment,
  broken,
  type Manifest,
  manifestBytesMax,
  type PouchContent,
  type PouchTools,
  parseManifest,
  pouchOpening,
  pouchVersion,
  type Section,
} from './pouch.ts';

/** A pouch opened: every byte accounted for, but no run yet accepted behind its chain. */
export interface OpenedPouch {
  readonly ok: true;
  readonly manifest: Manifest;
  readonly founding: Founding;
  readonly content: PouchContent;
}

export interface PouchRefused {
  readonly ok: false;
  /** Of `exchangeCodes`, `feedCodes` or `bytesCodes`. */
  readonly code: string;
  readonly detail: string;
}

/** What the opener knows before. */
export interface PouchReader {
  /** The founding of a programme that the node takes part in, undefined for others. */
  foundingOf(programme: ProgrammeId): Founding | undefined;
  /** Which party of a founding the node is, undefined for none. */
  ownIn(founding: Founding): PartyCode | undefined;
}

/**
 * Opens a pouch and verifies it to its last byte (X3, X4): seal, version, sizes, the sender's signature by the exchange
 * key of the founding, the hash of each section, and that each holds what its kind says. Nothing is to be written
 * before this has answered; whether the runs stand, `acceptRun` says next.
 *
 * A programme that the node does not know yet is taken from the founding inside, if all its roots signed it: the
 * caller shows its fingerprint before it joins.
 */
export async function openPouch(
  file: Uint8Array,
  reader: PouchReader,
  tools: PouchTools,
): Promise<OpenedPouch | PouchRefused> {
  try {
    return await open(file, reader, tools);
  } catch (error) {
    if (error instanceof BytesError) return { ok: false, code: error.code, detail: error.detail };
    throw error;
  }
}

async function open(file: Uint8Array, reader: PouchReader, tools: PouchTools): Promise<OpenedPouch> {
  const plain = await tools.decrypt(file);
  const { manifestBytes, sectionsAt, signature } = takeOpening(plain);
  const manifest = parseManifest(manifestBytes);
  const bodies = cut(plain.subarray(sectionsAt), manifest.sections);
  const carried = await unpackFounding(manifest, bodies, tools);
  const founding = foundingFor(manifest, carried, reader, tools);
  const sender = founding.parties.find(({ party }) => party === manifest.from);
  if (sender === undefined || sender.exchangeId !== manifest.key) throw broken('pouch.sender');
  const key = fromBase64(sender.exchange, 32);
  if (!verifyRecord(tools.crypto, recordTypes.pouch, manifestBytes, key, signature))
    throw broken('pouch.signature');
  if (reader.ownIn(founding) !== manifest.to) throw broken('pouch.wrong-recipient', 'another party');
  const content = await unpackAll(manifest, bodies, carried, tools);
  return { ok: true, manifest, founding, content };
}

const lineFeed = 0x0a;
/** 64 bytes in base64. */
const signatureLength = 88;

function takeOpening(plain: Uint8Array): {
  readonly manifestBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly sectionsAt: number;
} {
  const opening = bytesOf(pouchOpening);
  if (!sameBytes(plain.subarray(0, opening.length), opening)) {
    throw broken(plain.length < opening.length ? 'pouch.truncated' : 'pouch.flipped', 'opening');
  }
  const versionEnd = lineEnd(plain, opening.length, 8);
  const version = plain.subarray(opening.length, versionEnd);
  if (!sameBytes(version, bytesOf(String(pouchVersion)))) throw broken('pouch.unknown-version');
  const manifestEnd = lineEnd(plain, versionEnd + 1, manifestBytesMax);
  const signatureEnd = lineEnd(plain, manifestEnd + 1, signatureLength);
  const text = String.fromCharCode(...plain.subarray(manifestEnd + 1, signatureEnd));
  const signature = attempt(() => fromBase64(text, 64));
  if (signature instanceof BytesError) throw broken('pouch.flipped', 'signature');
  return {
    manifestBytes: plain.subarray(versionEnd + 1, manifestEnd),
    signature,
    sectionsAt: signatureEnd + 1,
  };
}

function lineEnd(plain: Uint8Array, from: number, lengthMax: number): number {
  const length = plain.subarray(from, from + lengthMax + 1).indexOf(lineFeed);
  if (length >= 0) return from + length;
  throw broken(plain.length <= from + lengthMax ? 'pouch.truncated' : 'pouch.flipped', 'line');
}

/** Cuts the sections apart; their packed sizes must use up the bytes. */
function cut(packed: Uint8Array, sections: readonly Section[]): readonly Uint8Array[] {
  let at = 0;
  const bodies = sections.map((section) => {
    const body = packed.subarray(at, at + section.packed);
    at += section.packed;
    return body;
  });
  if (at > packed.length) throw broken('pouch.truncated');
  if (at < packed.length) throw broken('pouch.trailing');
  return bodies;
}

interface FoundingSection {
  readonly bytes: Uint8Array;
  readonly signatures: readonly SignatureLine[];
}

/** The founding section has to be read before the sender can be known. */
async function unpackFounding(
  manifest: Manifest,
  bodies: readonly Uint8Array[],
  tools: PouchTools,
): Promise<FoundingSection | undefined> {
  const section = manifest.sections[0];
  if (section?.kind !== 'founding') return undefined;
  return splitFoundingFile(await unpack(section, bodies[0] as Uint8Array, tools), 'pouch.section');
}

/** The founding by which the pouch is judged: the node's own, else the one inside. */
function foundingFor(
  manifest: Manifest,
  carried: FoundingSection | undefined,
  reader: PouchReader,
  tools: PouchTools,
): Founding {
  const known = reader.foundingOf(manifest.programme);
  if (carried === undefined) {
    if (known === undefined) throw broken('pouch.sender', 'unknown programme');
    return known;
  }
  const check = verifyFounding(carried.bytes, carried.signatures, tools.crypto);
  if (!check.ok) throw new BytesError(check.code, check.party);
  const { parties, programme } = check.founding;
  if (programme !== manifest.programme) throw broken('pouch.section', 'another founding');
  const { signatures } = carried;
  const isOrdered = parties.every(
    ({ party, rootId }, at) => signatures[at]?.party === party && signatures[at].key === rootId,
  );
  if (!isOrdered) throw broken('pouch.section', 'signatures');
  return known ?? check.founding;
}

async function unpackAll(
  manifest: Manifest,
  bodies: readonly Uint8Array[],
  founding: FoundingSection | undefined,
  tools: PouchTools,
): Promise<PouchContent> {
  const feeds: { readonly party: PartyCode; readonly runs: readonly Run[] }[] = [];
  const forks: ForkProof[] = [];
  const receipts: Uint8Array[] = [];
  const attachments: Attachment[] = [];
  for (const [at, section] of manifest.sections.entries()) {
    if (section.kind === 'founding') continue;
    const bytes = await unpack(section, bodies[at] as Uint8Array, tools);
    if (section.kind === 'feed') feeds.push(readFeed(bytes, manifest, tools));
    else if (section.kind === 'fork') forks.push(readFork(bytes, manifest));
    else if (section.kind === 'receipt') receipts.push(bytes);
    else attachments.push({ hash: tools.crypto.sha256(bytes), bytes });
  }
  const content = { feeds, forks, receipts, attachments };
  return founding === undefined ? content : { ...content, founding };
}

/** Hash first, so that the decompressor only ever sees what the sender packed. */
async function unpack(section: Section, packed: Uint8Array, tools: PouchTools): Promise<Uint8Array> {
  if (tools.crypto.sha256(packed) !== section.hash) throw broken('pouch.flipped', section.kind);
  let bytes: Uint8Array;
  try {
    bytes = await tools.decompress(packed, section.size);
  } catch {
    throw broken('pouch.size', `${section.kind} does not unpack to its size`);
  }
  if (bytes.length !== section.size) throw broken('pouch.size', section.kind);
  return bytes;
}

function readFeed(bytes: Uint8Array, manifest: Manifest, tools: PouchTools): PouchContent['feeds'][number] {
  const runs = readFrames(bytes);
  const first = runs[0];
  if (first === undefined) throw broken('pouch.section', 'no runs');
  const { party, programme } = placeOf(first, tools.crypto);
  if (programme !== manifest.programme) throw broken('pouch.section', 'another programme');
  return { party, runs };
}

function readFork(bytes: Uint8Array, manifest: Manifest): ForkProof {
  const proof = decodeForkProof(bytes);
  if (proof.programme !== manifest.programme) throw broken('pouch.section', 'another programme');
  return proof;
}
