/**
 * node tools/run.mjs border-line: draws the indicative line of the map of the border zone anew from world-atlas.
 *
 * Only the line that Viet Nam and Laos share is taken, in hundred-thousandths of a degree, east then north: no outline of
 * either country, since that atlas leaves islands out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { mesh } from 'topojson-client';
import { root } from './paths.mjs';

const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
/** @type {import('topojson-client').Topology} */
const world = JSON.parse(readFileSync(atlas, 'utf8'));
/** ISO 3166-1 numeric: Viet Nam, Laos. */
const sides = new Set(['704', '418']);
const geometries = world.objects.countries.geometries.filter(({ id = '' }) => sides.has(id));
const shared = mesh(world, { type: 'GeometryCollection', geometries }, (one, other) => one !== other);
const lines = shared.coordinates.map((line) =>
  line.map((point) => point.map((degrees) => Math.round(degrees * 100_000))),
);
writeFileSync(join(root, 'src/web/map/border-line.json'), `${JSON.stringify(lines)}\n`);
