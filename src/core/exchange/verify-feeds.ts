import type { Crypto } from '../bytes/crypto.ts';
import type { Hash, KeyId, PartyCode } from '../bytes/ids.ts';
import { type ChainState, openChain } from '../feed/chain.ts';
import type { Head } from '../feed/entry.ts';
import type { Founding } from '../feed/founding.ts';
import { compareHeads } from '../feed/heads.ts';
import { entryBytesMax } from '../feed/limits.ts';
import { exportName } from './export-files.ts';
import type { ExportFault, ExportFiles } from './verify-export.ts';
import { linesOf, readExportedSignatures, verifyExportedFeed } from './verify-feed.ts';

export interface VerifiedFeeds {
  readonly ok: true;
  /** Of all branches, by party, position and hash. */
  readonly heads: readonly Head[];
  /** Chains at the end of all branches. */
  readonly chains: readonly ChainState[];
  /** Keys that signed entries. */
  readonly signers: ReadonlySet<KeyId>;
  /** Files that were read. */
  readonly files: ReadonlySet<string>;
}

/**
 * Verifies all feeds of an exported register, each with its branches. A file of signatures that cannot be read is
 * thrown as it is, for the caller to name.
 *
 * @throws BytesError `export.missing`, `export.signatures`
 */
export function verifyExportedFeeds(
  founding: Founding,
  files: ExportFiles,
  crypto: Crypto,
): VerifiedFeeds | ExportFault {
  const chains: ChainState[] = [];
  const signers = new Set<KeyId>();
  const read = new Set<string>();
  for (const { party } of founding.parties) {
    const waiting = waitingOf(party, files, crypto);
    const start = openChain(founding, party) as ChainState;
    const open: FileEnd[] = [{ name: '', chain: start, rest: [], hash: start.hash, lines: 0 }];
    for (let end = open.pop(); end !== undefined; end = open.pop()) {
      const { hash } = end;
      const next = waiting.filter(({ prev }) => prev === hash);
      const misfit = endFault(end, next);
      if (misfit !== undefined) return misfit;
      if (next.length === 0 && end.name !== '') chains.push(end.chain);
      for (const file of next) {
        const answer = verifyFile(end, file, party, next.length > 1, files, crypto);
        if (!answer.ok) return answer;
        for (const key of answer.signers) signers.add(key);
        for (const name of answer.files) read.add(name);
        open.push(answer.end);
      }
    }
    const stray = waiting.find(({ name }) => !read.has(name));
    if (stray !== undefined) return fault('export.branch', stray.name, 1, 'stands behind nothing');
  }
  const heads = chains.map(({ hash, party, seq }) => ({ party, seq, hash })).toSorted(compareHeads);
  return { ok: true, heads, chains, signers, files: read };
}

/** A file of a feed that has not been placed yet, and behind what it says that it stands. */
interface Waiting {
  readonly name: string;
  readonly first: Hash;
  readonly prev: string;
}

/** The end of a file: the chain at its last signature, the lines behind, and the hash of its very last line. */
interface FileEnd {
  /** Empty for the beginning of the feed, before any file. */
  readonly name: string;
  readonly chain: ChainState;
  readonly rest: readonly Uint8Array[];
  readonly hash: Hash;
  readonly lines: number;
}

function waitingOf(party: PartyCode, files: ExportFiles, crypto: Crypto): readonly Waiting[] {
  return files
    .list()
    .filter((name) => name.startsWith(`feeds/${party}.`))
    .toSorted()
    .map((name) => {
      const line = firstLineOf(files, name);
      // The frame ends in fixed forms, so the last `prev` is the entry's own; a false one is found when it is verified.
      const prev = /^.*"prev":"([0-9a-f]{64})","programme":/.exec(line.text)?.[1] ?? '';
      return { name, first: crypto.sha256(line.bytes), prev };
    });
}

function firstLineOf(
  files: ExportFiles,
  name: string,
): { readonly bytes: Uint8Array; readonly text: string } {
  let bytes: Uint8Array = new Uint8Array(0);
  for (const chunk of files.chunks(name)) {
    const joined = new Uint8Array(bytes.length + chunk.length);
    joined.set(bytes);
    joined.set(chunk, bytes.length);
    bytes = joined;
    if (chunk.includes(0x0a) || bytes.length > entryBytesMax) break;
  }
  const end = bytes.indexOf(0x0a);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  return { bytes: line, text: new TextDecoder('utf-8').decode(line) };
}

/** What is wrong with what stands behind the end of a file: one continuation is none, and lines need a signature. */
function endFault({ lines, name, rest }: FileEnd, next: readonly Waiting[]): ExportFault | undefined {
  if (name !== '' && next.length === 1)
    return fault('export.branch', next[0]?.name ?? '', 1, 'alone behind a parting');
  if (next.length > 0 || rest.length === 0) return undefined;
  return fault('export.unsigned', name, Math.max(1, lines - rest.length + 1));
}

function verifyFile(
  end: FileEnd,
  file: Waiting,
  party: PartyCode,
  isParted: boolean,
  files: ExportFiles,
  crypto: Crypto,
):
  | { readonly ok: true; readonly end: FileEnd; readonly signers: readonly KeyId[]; readonly files: string[] }
  | ExportFault {
  const { name } = file;
  const short = exportName(party, end.name === '' && !isParted, file.first);
  if (name !== `feeds/${short}.jsonl`) return fault('export.branch', name, 1, 'has another name');
  const signatureFile = `signatures/${short}.tsv`;
  const signatures = readExportedSignatures(files.read(signatureFile));
  const answer = verifyExportedFeed(end.chain, end.rest, linesOf(files.chunks(name)), signatures, crypto);
  if (!answer.ok) return { ...answer, file: answer.code === 'export.signatures' ? signatureFile : name };
  const { chain, lines, rest } = answer;
  const last = rest.at(-1);
  const hash = last === undefined ? chain.hash : crypto.sha256(last);
  return {
    ok: true,
    end: { name, chain, rest, hash, lines },
    signers: signatures.map(({ key }) => key),
    files: [name, signatureFile],
  };
}

function fault(code: string, file: string, line: number, detail = ''): ExportFault {
  return { ok: false, code, file, line, detail };
}
