import { expect, test } from 'vitest';
import { withPart } from './report.ts';
import { tableOf } from './table.ts';

test('docs/bench.md tells figures beside their bare cost, and how they grow', () => {
  const row = { what: 'verify', per: 'all', bareIs: 'read', goal: '3' } as const;
  const text = tableOf('2 cores', [
    { ...row, size: 10_000, ms: 100, bare: 50, megabytes: 200.4 },
    { ...row, size: 100_000, ms: 1_100, bare: 500 },
    { what: 'a foreign list read', size: 61_000, per: 'all', ms: 2_000 },
    { what: 'append', per: 'run', ms: 0.05, bare: 1, bareIs: '1 client' },
    { what: 'bytes on disk', size: 10_000, per: 'entry', bytes: 80.5, bare: 70, bareIs: 'zstd' },
  ]);
  const lines = text.split('\n');
  expect(lines).toContain('Machine: 2 cores.');
  expect(lines).toContain('| verify | 10,000 | 100 ms | 50.0 ms (read) | 2.00 | 3 | 200 MB |');
  expect(lines).toContain('| append |  | 0.0500 ms per run | 1.00 ms (1 client) | 1 / 20 |  |  |');
  expect(lines).toContain(
    '| bytes on disk | 10,000 | 80.5 bytes per entry | 70.0 bytes (zstd) | 1.15 |  |  |',
  );
  // What was measured at one size tells nothing of growth.
  expect(text.slice(text.indexOf('## Growth')).match(/^\|.*/gm)).toEqual([
    '| what | 10,000 | 100,000 |',
    '|---|---|---|',
    '| verify | 10.0 µs | 11.0 µs |',
  ]);
});

test('a run writes its own part of docs/bench.md and leaves the other', () => {
  const [register, app] = ['# Measured\n\n| verify | 1 |\n', '## The app\n\n| letter | 2 |\n'];
  const both = withPart(withPart('', 'app', app), 'register', register);
  expect(both).toBe(`${register}\n${app}`);
  expect(withPart(both, 'register', '# Measured\n\n| verify | 3 |')).toBe(both.replace('| 1 |', '| 3 |'));
  expect(withPart(both, 'app', '## The app\n\n| letter | 4 |')).toBe(both.replace('| 2 |', '| 4 |'));
});
