import type { DatabaseSync } from 'node:sqlite';
import { feedsFormat, feedsSchema } from './sqlite-feeds.ts';
import { openWriter } from './sqlite-file.ts';
import type { WriterData } from './sqlite-requests.ts';
import { workspaceFormat, workspaceSchema } from './sqlite-workspace.ts';

/** Opens both databases of a folder for writing, recovered and in today's format. @throws StoreError `folder-newer`; Error of SQLite */
export function openDatabases(paths: WriterData): [feeds: DatabaseSync, workspace: DatabaseSync] {
  const feeds = openWriter(paths.feeds, feedsSchema, feedsFormat);
  try {
    return [feeds, openWriter(paths.workspace, workspaceSchema, workspaceFormat)];
  } catch (error) {
    feeds.close();
    throw error;
  }
}
