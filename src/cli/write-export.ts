import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BytesError } from '../core/bytes/error.ts';
import type { Hash } from '../core/bytes/ids.ts';
import type { ExportFiles } from '../core/exchange/verify-export.ts';
import type { Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { NotContent, parseContent } from '../core/text/content.ts';
import { namedFiles } from '../node/contents.ts';
import { syncDirectoryNow } from '../store/durable-file.ts';
import { foldFiles } from './fold-files.ts';
import { attachmentPath, nodeFiles } from './node-files.ts';
import type { Place } from './place.ts';
import { openFolderToRead } from './read-folder.ts';
import type { Progress } from './terminal.ts';

/** What an export came to. */
export interface Written {
  readonly entries: number;
  readonly attachments: number;
  /** Files that the register names and this node does not hold yet. */
  readonly missing: number;
}

/**
 * Writes one programme as plain files into a folder that does not exist yet. The folder gets its name last, so that an
 * interrupted export leaves none that looks whole.
 */
export async function writeExport(
  place: Extract<Place, { kind: 'node' }>,
  folder: string,
  progress: Progress,
): Promise<Written> {
  const opened = openFolderToRead(place.folder);
  if (opened === undefined) throw new Error('a node folder without feeds has no programme');
  try {
    const entries = place.branches.reduce((sum, { partedAt, seq }) => sum + seq - partedAt, 0);
    progress.total(entries);
    const { held, missing } = sharedFiles(
      place.folder,
      nodeFiles(place.folder, opened.feeds, place, []),
      progress,
    );
    const files = nodeFiles(place.folder, opened.feeds, place, held);
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    for (const name of files.list()) writeFile(join(unfinished, name), files.chunks(name));
    renameSync(unfinished, folder);
    syncDirectoryNow(dirname(folder));
    return { entries, attachments: held.length, missing };
  } finally {
    progress.end();
    opened.close();
  }
}

/** The files that the register names: what else the node holds is of other programmes, or private. */
function sharedFiles(
  root: string,
  files: ExportFiles,
  progress: Progress,
): { readonly held: readonly Hash[]; readonly missing: number } {
  const register = foldFiles(files, progress.add);
  loadContents(root, register);
  const named = [...namedFiles(register)].sort();
  const held = named.filter((hash) => existsSync(attachmentPath(root, hash)));
  return { held, missing: named.length - held.length };
}

/** Contents name files too. */
function loadContents(root: string, register: Register): void {
  for (const { texts } of knownActs(register).acts.values()) {
    for (const { content } of texts) {
      const path = attachmentPath(root, content);
      if (!existsSync(path)) continue;
      try {
        register.contents.set(content, parseContent(new Uint8Array(readFileSync(path))));
      } catch (error) {
        if (!(error instanceof BytesError || error instanceof NotContent)) throw error;
      }
    }
  }
}

function writeFile(path: string, chunks: Iterable<Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx', 0o644);
  try {
    for (const chunk of chunks) writeSync(file, chunk);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
