import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import { keyIdOf } from '../core/bytes/ed25519.ts';
import { type Hash, isHash, type KeyId, type PartyCode, type ProgrammeId } from '../core/bytes/ids.ts';
import { bytesOf, textOf } from '../core/bytes/utf8.ts';
import {
  type ExportStretch,
  exportName,
  exportStretches,
  isSummed,
  pemOf,
  sumsName,
  sumsText,
} from '../core/exchange/export-files.ts';
import { signatureLines } from '../core/exchange/founding-file.ts';
import type { ExportFiles } from '../core/exchange/verify-export.ts';
import { verifyText } from '../core/exchange/verify-text.ts';
import { type Founding, parseFounding } from '../core/feed/founding.ts';
import { runBytesMax, runEntriesMax } from '../core/feed/limits.ts';
import type { PackedRun } from '../store/block.ts';
import { folderPaths } from '../store/folder.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import type { FeedReader } from '../store/sqlite-feeds.ts';
import type { Branch } from '../store/store.ts';
import { chunksOf, hashOfFile } from './disk-files.ts';

/** A programme of a node folder at one moment: what its feeds hold later is not looked at. */
export interface NodeProgramme {
  readonly programme: ProgrammeId;
  readonly branches: readonly Branch[];
}

interface FeedFile {
  readonly party: PartyCode;
  readonly stretch: ExportStretch;
  /** The lines of its signatures. */
  readonly signatures: string;
}

/**
 * A programme of a node folder as the plain files that its export consists of, made as they are read: what is verified of
 * a folder, and what an export writes, are the same bytes. Two nodes that hold the same entries give the same files.
 *
 * @param attachments the files that belong to it; all that the folder holds unless given
 */
export function nodeFiles(
  root: string,
  feeds: FeedReader,
  { branches, programme }: NodeProgramme,
  attachments: readonly Hash[] = heldAttachments(root),
): ExportFiles {
  const stored = feeds.programmes(programme)[0];
  if (stored === undefined) throw new Error(`no programme ${programme}`);
  const founding = parseFounding(stored.bytes, nodeCrypto);
  const keys = rootsOf(founding);
  const signers = new Set<KeyId>(founding.parties.map(({ rootId }) => rootId));
  const feedFiles = new Map<string, FeedFile>();
  for (const { party } of founding.parties) {
    const feed = branches.filter((branch) => branch.party === party);
    for (const stretch of exportStretches(feed.map((row) => ({ ...row })))) {
      const signatures = readStretch(feeds, { programme, party, stretch }, keys, signers);
      const name = exportName(party, stretch.isBeginning, firstHash(feeds, programme, party, stretch));
      feedFiles.set(name, { party, stretch, signatures });
    }
  }
  const small = new Map<string, string | Uint8Array>([
    ['founding.json', stored.bytes],
    ['founding.sigs', signatureLines(founding, stored.signatures)],
    ['VERIFY.md', verifyText()],
  ]);
  for (const [name, { signatures }] of feedFiles) small.set(`signatures/${name}.tsv`, signatures);
  for (const id of signers) small.set(`keys/${id}.pem`, pemOf(keys.raw.get(id) ?? new Uint8Array()));
  const list = (): readonly string[] => [
    ...small.keys(),
    ...[...feedFiles.keys()].map((name) => `feeds/${name}.jsonl`),
    ...attachments.map((hash) => `attachments/${hash}`),
    sumsName,
  ];
  const hash = (name: string): Hash =>
    name.startsWith('attachments/')
      ? hashOfFile(attachmentPath(root, name.slice(12)))
      : nodeCrypto.sha256(read(name));
  const read = (name: string): Uint8Array => {
    if (name === sumsName)
      return bytesOf(
        sumsText(
          list()
            .filter(isSummed)
            .map((summed) => [summed, hash(summed)] as const),
        ),
      );
    const found = small.get(name);
    if (found !== undefined) return typeof found === 'string' ? bytesOf(found) : new Uint8Array(found);
    return new Uint8Array(Buffer.concat([...chunks(name)]));
  };
  function* chunks(name: string): Iterable<Uint8Array> {
    const [folder, file = ''] = name.split('/');
    const feed = feedFiles.get(file.replace(/\.jsonl$/, ''));
    if (folder === 'attachments') yield* chunksOf(attachmentPath(root, file));
    else if (folder === 'feeds' && feed !== undefined) yield* linesOfStretch(feeds, { programme, ...feed });
    else yield read(name);
  }
  return { list, read, chunks, hash };
}

/** Files that a node folder holds whole. */
export function heldAttachments(root: string): readonly Hash[] {
  const { attachments } = folderPaths(root);
  if (!existsSync(attachments)) return [];
  return readdirSync(attachments)
    .filter((folder) => /^[0-9a-f]{2}$/.test(folder))
    .flatMap((folder) => readdirSync(join(attachments, folder)).filter(isHash))
    .sort();
}

/** Where a node folder keeps a file. */
export const attachmentPath = (root: string, hash: string): string =>
  join(folderPaths(root).attachments, hash.slice(0, 2), hash);

interface Stretch {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly stretch: ExportStretch;
}

/** The runs that a stretch touches, in order. */
function* runsOf(feeds: FeedReader, { party, programme, stretch }: Stretch): Iterable<PackedRun> {
  const { branch, from, to } = stretch;
  for (let next = from; next <= to; ) {
    const runs = feeds.runsFrom({ programme, party, branch }, next);
    if (runs.length === 0) return;
    for (const run of runs) if (run.first <= to) yield run;
    next = (runs.at(-1)?.last ?? to) + 1;
  }
}

const lineFeed = 0x0a;

/** The lines of a stretch, each with its line feed, a run or more at a time. */
function* linesOfStretch(feeds: FeedReader, place: Stretch): Iterable<Uint8Array> {
  const { from, to } = place.stretch;
  for (const run of runsOf(feeds, place)) {
    const cut = new Uint8Array(run.lines.length + 1);
    cut.set(run.lines);
    cut[run.lines.length] = lineFeed;
    yield cut.subarray(startOfLine(cut, from - run.first), startOfLine(cut, to - run.first + 1));
  }
}

/** Where line `at` of some lines begins, counted from 0; behind the last, their end. */
function startOfLine(lines: Uint8Array, at: number): number {
  let start = 0;
  for (let skipped = 0; skipped < at && start < lines.length; skipped += 1)
    start = lines.indexOf(lineFeed, start) + 1;
  return start;
}

/**
 * The signatures of a stretch: neighbouring runs of one key count as one, as far as a run may reach, since the signature
 * of the last covers those before it (F2). A million entries then need a thousand signatures, however small the runs were.
 * Keys that are named, and those that signed, are noted.
 */
function readStretch(feeds: FeedReader, place: Stretch, keys: NamedKeys, signers: Set<KeyId>): string {
  const { from, to } = place.stretch;
  const lines: string[] = [];
  let group: { readonly run: PackedRun; readonly entries: number; readonly bytes: number } | undefined;
  const close = (): void => {
    if (group !== undefined) lines.push(signatureLine(group.run, signers));
    group = undefined;
  };
  for (const run of runsOf(feeds, place)) {
    noteKeys(run, keys);
    const count = run.last - run.first + 1;
    const size = run.lines.length + 1;
    if (run.first < from || run.last > to) {
      // A parting lies within it: it stays alone on both sides.
      close();
      if (run.last <= to) lines.push(signatureLine(run, signers));
      continue;
    }
    const fits =
      group?.run.key === run.key &&
      group.entries + count <= runEntriesMax &&
      group.bytes + size <= runBytesMax;
    if (!fits) close();
    group = { run, entries: (group?.entries ?? 0) + count, bytes: (group?.bytes ?? 0) + size };
  }
  close();
  return lines.join('');
}

function signatureLine({ key, last, signature }: PackedRun, signers: Set<KeyId>): string {
  signers.add(key);
  return `${last}\t${key}\t${toBase64(signature)}\n`;
}

function firstHash(
  feeds: FeedReader,
  programme: ProgrammeId,
  party: PartyCode,
  stretch: ExportStretch,
): Hash {
  for (const chunk of linesOfStretch(feeds, { programme, party, stretch }))
    return nodeCrypto.sha256(chunk.subarray(0, chunk.indexOf(lineFeed)));
  return programme;
}

/** Keys by id, as far as they are named, and which of them are roots. */
interface NamedKeys {
  readonly raw: Map<KeyId, Uint8Array>;
  readonly roots: Set<KeyId>;
}

function rootsOf(founding: Founding): NamedKeys {
  const raw = new Map(founding.parties.map(({ root, rootId }) => [rootId, fromBase64(root, 32)]));
  return { raw, roots: new Set(raw.keys()) };
}

/**
 * Notes the keys that a run of a root names. A run of a key that nobody has named yet can only be of a new root, which
 * names itself (K4). Whether they stand is for the verifier to say.
 */
function noteKeys(run: PackedRun, { raw, roots }: NamedKeys): void {
  const isNew = !raw.has(run.key);
  if (!isNew && !roots.has(run.key)) return;
  if (isNew) roots.add(run.key);
  for (const [, base64 = ''] of textOf(run.lines).matchAll(/"public":"([A-Za-z0-9+/]{43}=)"/g)) {
    const key = fromBase64(base64, 32);
    raw.set(keyIdOf(key, nodeCrypto), key);
  }
}
