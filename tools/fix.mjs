/** node tools/fix.mjs [paths]: formats everything, and mends what the linter can mend safely. */
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './spawn.mjs';

const paths = process.argv.slice(2);
const ends = [
  await run(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--fix', ...paths], {
    cwd: root,
  }),
  await run(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...paths],
    { cwd: root },
  ),
];
process.exitCode = ends.some((end) => end.code !== 0) ? 1 : 0;
