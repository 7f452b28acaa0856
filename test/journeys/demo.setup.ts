import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeDemo } from '../../demo/make.ts';
import { silentLog } from '../../src/node/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo was made once for all journeys; each copies it. */
    readonly demoFolder: string;
  }
}

/** Makes the demo once; what follows the run takes it away. */
export async function setup(project: TestProject): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-demo-'));
  await makeDemo(dir, silentLog);
  project.provide('demoFolder', dir);
  return () => rmSync(dir, { recursive: true, force: true });
}
