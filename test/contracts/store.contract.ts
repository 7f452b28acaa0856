import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { attachmentCases } from './attachment-cases.ts';
import { feedCases } from './feed-cases.ts';
import { brokenDiskCases, powerCases } from './power-cases.ts';
import { watermarkCases } from './watermark-cases.ts';
import { workspaceCases } from './workspace-cases.ts';

/** A storage with nothing in it, and what a test may do to it. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes and opens again; the store that results takes the place of the first. */
  reopen(): Promise<Store>;
  /** Power goes at this moment: what was not made durable is lost. Then opens again. */
  cutPower?(): Promise<Store>;
  /** From now on the disk refuses to make anything durable. */
  breakDisk?(): void;
  dispose(): Promise<void>;
}

/** What a storage lets a test do to it, known before it is opened. */
export interface Abilities {
  readonly cutPower: boolean;
  readonly breakDisk: boolean;
}

/** The storage of the test that is running. */
export interface Bench {
  readonly store: Store;
  reopen(): Promise<Store>;
  cutPower(): Promise<Store>;
  breakDisk(): void;
}

/**
 * The promises that every storage keeps: SQLite files, the simulation's disk, PostgreSQL.
 *
 * @param open gives a fresh, empty storage for each test
 * @param abilities cases of power cuts and failing disks run where the storage can play them
 */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>, abilities: Abilities): void {
  describe(`store contract: ${name}`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());
    const bench: Bench = {
      get store() {
        return store;
      },
      reopen: async () => {
        store = await opened.reopen();
        return store;
      },
      cutPower: async () => {
        if (opened.cutPower === undefined) throw new Error('this storage cannot lose power');
        store = await opened.cutPower();
        return store;
      },
      breakDisk: () => {
        if (opened.breakDisk === undefined) throw new Error('the disk of this storage cannot break');
        opened.breakDisk();
      },
    };
    describe('feeds', () => {
      feedCases(bench);
    });
    describe('attachments', () => {
      attachmentCases(bench);
    });
    describe('high-water marks', () => {
      watermarkCases(bench);
    });
    describe('workspace', () => {
      workspaceCases(bench);
    });
    if (abilities.cutPower) powerCases(bench);
    if (abilities.breakDisk) brokenDiskCases(bench);
  });
}
