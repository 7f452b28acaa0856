/** node tools/dev.mjs: a node that restarts when its sources change, and the app by Vite, which reloads itself. */
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './spawn.mjs';

const port = '8080';
const vite = join(root, 'node_modules/vite/bin/vite.js');
const serve = ['src/cli/main.ts', 'serve', '--dir', './data', '--port', port];
const env = { ...process.env, COUNTERPART_NODE: `http://127.0.0.1:${port}` };

const ends = await Promise.all([
  run(process.execPath, ['--watch', '--watch-preserve-output', ...serve], { cwd: root, env }),
  run(process.execPath, [vite], { cwd: root, env }),
]);
process.exitCode = Math.max(...ends.map((end) => end.code));
