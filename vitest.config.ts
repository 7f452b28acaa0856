import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, of little text: in a fresh clone, where nothing was measured yet, it would else come last and alone. */
const longest = [
  'src/core/text/explore-acts.test.ts',
  'test/contracts/export.test.ts',
  'test/layers.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/**
 * Three projects, each with a thread for every processor but `journeys`. `unit` shares one module graph per thread (no isolation), so a test leaves no global state behind.
 * `sim` and `journeys` are long; journeys run alone, one file at a time, after everything that wants the processor.
 */
export default defineConfig({
  test: {
    pool: 'threads',
    passWithNoTests: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'bench/**/*.test.ts',
            'demo/**/*.test.ts',
            'test/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: ['test/journeys/**', 'node_modules/**'],
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'sim',
          include: ['src/sim/**/*.sim.ts'],
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: 'test/journeys/demo.setup.ts',
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          // As long as a page waits for what is shown: what is asked again and again follows requests, and goes from node to node.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
