import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolder } from '../../src/store/folder.ts';
import { openStore } from '../../src/store/sqlite-store.ts';
import { type StoreUnderTest, storeContract } from './store.contract.ts';

async function openSqlite(): Promise<StoreUnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'store-'));
  createFolder(root);
  let store = await openStore(root);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(root);
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(root, { recursive: true });
    },
  };
}

// Power cuts and failing disks are played on real processes in src/store/durability.test.ts.
storeContract('SQLite files', openSqlite, { cutPower: false, breakDisk: false });
