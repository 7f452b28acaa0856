import { Worker } from 'node:worker_threads';
import { StoreError } from './errors.ts';

/** The two databases of a folder. */
export interface DatabasePaths {
  readonly feeds: string;
  readonly workspace: string;
}

/**
 * Reads both databases from end to end, on a thread of its own: pages, checksums, places, heads. Changes nothing, takes no lock.
 * @returns a sentence for each fault, at most a hundred; none if all is whole
 */
export async function checkDatabases({ feeds, workspace }: DatabasePaths): Promise<readonly string[]> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: { feeds, workspace },
    name: 'check',
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new StoreError('failed', 'The check ended without an answer.')));
  });
}
