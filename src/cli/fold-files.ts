import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import type { ExportFiles } from '../core/exchange/verify-export.ts';
import { linesOf, readExportedSignatures } from '../core/exchange/verify-feed.ts';
import { type ChainState, openChain } from '../core/feed/chain.ts';
import { decodeEntry } from '../core/feed/decode-entry.ts';
import type { Run } from '../core/feed/entry.ts';
import { type Founding, parseFounding } from '../core/feed/founding.ts';
import { rereadRun } from '../core/feed/reread-run.ts';
import { allKinds } from '../core/kinds/catalogue.ts';
import { admit, groundOf, openRegister, type Register } from '../core/register/register.ts';
import { nodeCrypto } from '../store/node-crypto.ts';

/** One chain of a feed while it is read. */
interface OpenChain {
  readonly party: PartyCode;
  readonly branch: number;
  readonly runs: Iterator<Run>;
  chain: ChainState;
}

/**
 * Folds the feeds of an export into their register, without verifying them: for files that are verified beside it, or were
 * accepted before.
 *
 * @param seen told how many entries were taken in
 */
export function foldFiles(files: ExportFiles, seen: (entries: number) => void): Register {
  const founding = parseFounding(files.read('founding.json'), nodeCrypto);
  const register = openRegister(groundOf(founding, nodeCrypto), allKinds, nodeCrypto);
  const open = founding.parties.flatMap(({ party }) => chainsOf(files, founding, party));
  while (open.length > 0) {
    // The feed with the least that waits: the others wait for heads of it, or of one that waits for it.
    open.sort(
      (one, other) => waiting(register, one) - waiting(register, other) || one.chain.seq - other.chain.seq,
    );
    const feed = open[0] as OpenChain;
    const next = feed.runs.next();
    if (next.done === true) {
      open.shift();
      continue;
    }
    const { chain, entries } = rereadRun(feed.chain, next.value, nodeCrypto);
    feed.chain = chain;
    admit(register, feed.party, feed.branch, entries, chain);
    seen(entries.length);
  }
  return register;
}

const waiting = (register: Register, { branch, party }: OpenChain): number =>
  register.voices.get(party)?.find((voice) => voice.branch === branch)?.waiting.length ?? 0;

/** All chains of a party's feed, each from its first entry; more than one when the feed forked. */
function chainsOf(files: ExportFiles, founding: Founding, party: PartyCode): readonly OpenChain[] {
  const chain = openChain(founding, party);
  if (chain === undefined) return [];
  const names = files.list().filter((name) => name.startsWith(`feeds/${party}.`));
  const paths = names.length > 1 ? pathsOf(files, names, founding.programme) : names.map((name) => [name]);
  return paths.map((path, branch) => ({
    party,
    branch,
    chain,
    runs: runsOf(files, path)[Symbol.iterator](),
  }));
}

/** The ways from the first entry of a forked feed to the end of each branch, as the files that hold them. */
function pathsOf(files: ExportFiles, names: readonly string[], start: Hash): readonly (readonly string[])[] {
  const ends = names.map((name) => {
    let [first, last]: (Uint8Array | undefined)[] = [];
    for (const line of linesOf(files.chunks(name))) {
      first ??= line;
      last = line;
    }
    if (first === undefined || last === undefined) throw new Error(`${name} is empty`);
    return { name, prev: decodeEntry(first, nodeCrypto).entry.prev, hash: nodeCrypto.sha256(last) };
  });
  const from = (hash: Hash): readonly (readonly string[])[] => {
    const next = ends.filter(({ prev }) => prev === hash);
    return next.length === 0
      ? [[]]
      : next.flatMap((end) => from(end.hash).map((path) => [end.name, ...path]));
  };
  return from(start);
}

/** The runs of a chain that lies in these files, each the lines up to a signature. */
function* runsOf(files: ExportFiles, names: readonly string[]): Iterable<Run> {
  let lines: Uint8Array[] = [];
  let seq = 0;
  for (const name of names) {
    const signatures = readExportedSignatures(
      files.read(name.replace('feeds/', 'signatures/').replace(/jsonl$/, 'tsv')),
    );
    let at = 0;
    for (const line of linesOf(files.chunks(name))) {
      seq += 1;
      lines.push(line);
      const signed = signatures[at];
      if (signed?.seq !== seq) continue;
      yield { lines, key: signed.key, signature: signed.signature };
      lines = [];
      at += 1;
    }
  }
}
