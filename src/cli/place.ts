import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isHash } from '../core/bytes/ids.ts';
import type { ExportFiles } from '../core/exchange/verify-export.ts';
import { diskFiles } from './disk-files.ts';
import { type NodeProgramme, nodeFiles } from './node-files.ts';
import { isNodeFolder, openFolderToRead } from './read-folder.ts';

/** Where one programme's files are: in an export, or made of a node folder. Plain data, so that a thread can be told. */
export type Place =
  | { readonly kind: 'export'; readonly folder: string; readonly programme: string }
  | ({ readonly kind: 'node'; readonly folder: string } & NodeProgramme);

/** The files of a place, to be closed after reading. */
export function openPlace(place: Place): { readonly files: ExportFiles; readonly close: () => void } {
  if (place.kind === 'export') return { files: diskFiles(place.folder), close: () => {} };
  const opened = openFolderToRead(place.folder);
  if (opened === undefined) throw new Error('a node folder without feeds has no programme');
  return { files: nodeFiles(place.folder, opened.feeds, place), close: opened.close };
}

/** What a folder holds to be verified; `stray` are things in an export that belong to no programme. */
export interface Places {
  readonly places: readonly Place[];
  readonly stray: readonly string[];
}

/**
 * Programmes of a folder: a node's, an export's, or the folder of one exported programme.
 * @throws StoreError for a node folder that cannot be read; errors of the system for a folder that is not there
 */
export function placesIn(folder: string): Places {
  if (isNodeFolder(folder)) return { places: nodePlaces(folder), stray: [] };
  if (existsSync(join(folder, 'founding.json'))) {
    return { places: [{ kind: 'export', folder, programme: basename(realpathSync(folder)) }], stray: [] };
  }
  const entries = readdirSync(folder, { withFileTypes: true });
  const found = entries.filter((entry) => entry.isDirectory() && isHash(entry.name)).map(({ name }) => name);
  return {
    places: found.sort().map((name) => ({ kind: 'export', folder: join(folder, name), programme: name })),
    stray: entries.map(({ name }) => name).filter((name) => !found.includes(name)),
  };
}

/** The programmes of a node folder as they are at this moment. */
export function nodePlaces(folder: string): readonly Extract<Place, { kind: 'node' }>[] {
  const opened = openFolderToRead(folder);
  if (opened === undefined) return [];
  try {
    return opened.feeds.programmes().map(({ programme }) => {
      const branches = opened.feeds.branches(programme);
      return { kind: 'node' as const, folder, programme, branches };
    });
  } finally {
    opened.close();
  }
}
