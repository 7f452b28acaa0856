import { SimDisk } from '../../src/sim/disk.ts';
import { Random } from '../../src/sim/random.ts';
import { openSimStore } from '../../src/sim/sim-store.ts';
import { StoreError } from '../../src/store/errors.ts';
import { type StoreUnderTest, storeContract } from './store.contract.ts';

let opened = 0;

async function openSim(): Promise<StoreUnderTest> {
  const disk = new SimDisk(new Random(`contract ${opened++}`));
  const open = () =>
    openSimStore({
      disk,
      turn: () => Promise.resolve(),
      dead: () => Promise.reject(new StoreError('closed', 'The machine went down.')),
    });
  let store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = open();
      return store;
    },
    cutPower: async () => {
      disk.goDown('power');
      disk.start();
      store = open();
      return store;
    },
    breakDisk: () => disk.failSyncAfter(0),
    dispose: () => store.close(),
  };
}

storeContract("the simulation's disk", openSim, { cutPower: true, breakDisk: true });
