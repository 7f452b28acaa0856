import { existsSync } from 'node:fs';
import { folderPaths, readFolder } from '../store/folder.ts';
import { FeedReader } from '../store/sqlite-feeds.ts';
import { openReader } from '../store/sqlite-file.ts';

/** A node folder opened for reading alone: beside a running node too, since readers never wait for the writer. */
export interface ReadFolder {
  readonly feeds: FeedReader;
  readonly close: () => void;
}

/** Whether a folder is a node's. */
export const isNodeFolder = (root: string): boolean => existsSync(folderPaths(root).node);

/**
 * Opens the feeds of a node folder for reading; takes no lock and writes nothing.
 * @returns undefined when nothing was ever written there
 * @throws StoreError `folder-missing`, `folder-unreadable`, `folder-newer`
 */
export function openFolderToRead(root: string): ReadFolder | undefined {
  readFolder(root);
  const { feeds } = folderPaths(root);
  if (!existsSync(feeds)) return undefined;
  const db = openReader(feeds);
  try {
    return { feeds: new FeedReader(db), close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
