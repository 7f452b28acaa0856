import { fromBase64, sameBytes } from '../bytes/codec.ts';
import type { Crypto } from '../bytes/crypto.ts';
import { BytesError } from '../bytes/error.ts';
import { type Hash, isHash, type KeyId } from '../bytes/ids.ts';
import { bytesOf } from '../bytes/utf8.ts';
import type { ChainState } from '../feed/chain.ts';
import type { Head } from '../feed/entry.ts';
import { type Founding, verifyFounding } from '../feed/founding.ts';
import { isSummed, pemOf, sumsName, sumsText } from './export-files.ts';
import { readSignatureLines, signatureLines } from './founding-file.ts';
import { broken } from './pouch.ts';
import { verifyExportedFeeds } from './verify-feeds.ts';
import { verifyText } from './verify-text.ts';

/** An exported register's folder, to be read. Names are relative to it, with `/`. */
export interface ExportFiles {
  /** Names of all files in it, in any order. */
  list(): readonly string[];
  read(name: string): Uint8Array;
  /** A large file, in pieces of any size. */
  chunks(name: string): Iterable<Uint8Array>;
  /** SHA-256 of a file, without holding it in memory. */
  hash(name: string): Hash;
}

export interface VerifiedExport {
  readonly ok: true;
  readonly founding: Founding;
  /** Of all branches, by party, position and hash. */
  readonly heads: readonly Head[];
}

/** The first fault of an export. */
export interface ExportFault {
  readonly ok: false;
  /** Of `exchangeCodes`, `feedCodes` or `bytesCodes`. */
  readonly code: string;
  readonly file: string;
  /** Counted from 1; 0 if the file as a whole is at fault. */
  readonly line: number;
  readonly detail: string;
}

/**
 * Checks an exported register whole: founding and its signatures, the chain and every signature of every feed, keys,
 * attachments, VERIFY.md, SHA256SUMS, and that nothing else lies there. Names the first fault and its line.
 */
export function verifyExport(files: ExportFiles, crypto: Crypto): VerifiedExport | ExportFault {
  const names = new Set(files.list());
  let file = '';
  const read = (name: string): Uint8Array => {
    file = name;
    if (!names.has(name)) throw broken('export.missing');
    return files.read(name);
  };
  try {
    const founding = checkFounding(read('founding.json'), () => read('founding.sigs'), crypto);
    for (const name of [...names].toSorted()) {
      const feed = /^signatures\/(.+)\.tsv$/.exec(name)?.[1];
      if (feed !== undefined && !names.has(`feeds/${feed}.jsonl`)) read(`feeds/${feed}.jsonl`);
    }
    const feeds = verifyExportedFeeds(founding, { ...files, read }, crypto);
    if (!feeds.ok) return feeds;
    const pems = pemsOf(founding, feeds.chains, feeds.signers);
    for (const [name, pem] of pems) if (!sameBytes(read(name), bytesOf(pem))) throw broken('export.key');
    if (!sameBytes(read('VERIFY.md'), bytesOf(verifyText()))) throw broken('export.text');
    const expected = new Set([
      'founding.json',
      'founding.sigs',
      'VERIFY.md',
      sumsName,
      ...pems.keys(),
      ...feeds.files,
    ]);
    for (const name of [...names].toSorted()) {
      if (expected.has(name)) continue;
      file = name;
      if (!name.startsWith('attachments/')) throw broken('export.stray');
      const hash = name.slice('attachments/'.length);
      if (!isHash(hash) || files.hash(name) !== hash) throw broken('export.attachment');
    }
    const sums = [...names].filter(isSummed).map((name) => [name, files.hash(name)] as const);
    if (!sameBytes(read(sumsName), bytesOf(sumsText(sums)))) throw broken('export.sums');
    return { ok: true, founding, heads: feeds.heads };
  } catch (error) {
    if (!(error instanceof BytesError)) throw error;
    return { ok: false, code: error.code, file, line: 0, detail: error.detail };
  }
}

function checkFounding(bytes: Uint8Array, readSigs: () => Uint8Array, crypto: Crypto): Founding {
  // Signatures are judged with the founding; but a founding that cannot be read is named itself.
  const parsed = verifyFounding(bytes, [], crypto);
  if (!parsed.ok && parsed.code !== 'founding.signature') throw new BytesError(parsed.code);
  const sigs = readSigs();
  const signatures = readSignatureLines(sigs, 'export.founding');
  const check = verifyFounding(bytes, signatures, crypto);
  if (!check.ok) throw new BytesError(check.code, check.party);
  if (!sameBytes(sigs, bytesOf(signatureLines(check.founding, signatures)))) throw broken('export.founding');
  return check.founding;
}

/** The key files that must be there: of the roots in the founding and of whoever signed a feed. */
function pemsOf(
  founding: Founding,
  chains: readonly ChainState[],
  signers: ReadonlySet<KeyId>,
): ReadonlyMap<string, string> {
  const pems = new Map<string, string>();
  const add = (id: KeyId, raw: Uint8Array): void => {
    pems.set(`keys/${id}.pem`, pemOf(raw));
  };
  for (const { root, rootId } of founding.parties) add(rootId, fromBase64(root, 32));
  for (const { keys, roots } of chains) {
    for (const { id, public: raw } of [...keys.values(), ...roots]) if (signers.has(id)) add(id, raw);
  }
  return pems;
}
