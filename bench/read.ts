import { hash } from 'node:crypto';
import { diskFiles } from '../src/cli/disk-files.ts';
import { foldFiles } from '../src/cli/fold-files.ts';
import { verifyProgramme } from '../src/cli/verify-programme.ts';
import { verifyExport } from '../src/core/exchange/verify-export.ts';
import { linesOf } from '../src/core/exchange/verify-feed.ts';
import { readConfig } from '../src/node/config.ts';
import { silentLog } from '../src/node/log.ts';
import { openNode } from '../src/node/node.ts';
import { nodeCrypto } from '../src/store/node-crypto.ts';
import { type Figures, timed } from './figures.ts';
import { exportIn } from './place.ts';

interface Place {
  readonly dir: string;
}

const silent = { add: () => {}, total: () => {}, end: () => {} };

/** The bare cost: each exported line read, hashed and parsed, in one thread. */
export async function measureBare({ dir }: Place): Promise<Figures> {
  const files = diskFiles(exportIn(dir));
  const names = files.list().filter((name) => name.startsWith('feeds/'));
  const ms = await timed(() => {
    for (const name of names) {
      for (const line of linesOf(files.chunks(name))) {
        hash('sha256', line, 'hex');
        JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8'));
      }
    }
  });
  return { ms };
}

/** An export verified from nothing, with its register or without, from the moment the process is ready. */
export async function measureVerify({ dir, fold }: Place & { fold: boolean }): Promise<Figures> {
  const folder = exportIn(dir);
  const programme = folder.slice(-64);
  const ms = await timed(async () => {
    const verified = fold
      ? await verifyProgramme({ kind: 'export', folder, programme }, silent)
      : verifyExport(diskFiles(folder), nodeCrypto);
    if (!verified.ok) throw new Error(`${verified.code} in ${verified.file}`);
  });
  return { ms };
}

/** The fold alone: lines that were verified before, read again into a register. */
export async function measureFold({ dir }: Place): Promise<Figures> {
  const files = diskFiles(exportIn(dir));
  const ms = await timed(() => void foldFiles(files, () => {}));
  return { ms };
}

/** A node's folder opened cold, up to the moment its register answers. */
export async function measureOpen({ dir }: Place): Promise<Figures> {
  const config = readConfig({ dir: `${dir}/node` }, {});
  const since = performance.now();
  const node = await openNode({ config, log: silentLog });
  for (const programme of node.programmes().values()) await programme.register();
  const ms = performance.now() - since;
  await node.close();
  return { ms };
}
