import { expect, test } from 'vitest';
import indicative from './border-line.json' with { type: 'json' };
import { linesOf } from './own-lines.ts';
import { borderZone } from './project.ts';

const line = [
  [104.1, 19.5],
  [105.2, 18.4],
];
const as = (value: unknown): string => JSON.stringify(value);

test('lines and outlines are taken from every shape of GeoJSON, and nothing else of it', () => {
  const taken = [
    [
      [10_410_000, 1_950_000],
      [10_520_000, 1_840_000],
    ],
  ];
  expect(linesOf(as({ type: 'LineString', coordinates: line }))).toEqual(taken);
  const feature = {
    type: 'Feature',
    properties: { name: 'x' },
    geometry: { type: 'MultiLineString', coordinates: [line] },
  };
  expect(linesOf(as(feature))).toEqual(taken);
  expect(linesOf(as({ type: 'FeatureCollection', features: [feature] }))).toEqual(taken);
  expect(linesOf(as({ type: 'Polygon', coordinates: [line] }))).toEqual(taken);
  expect(linesOf(as({ type: 'MultiPolygon', coordinates: [[line]] }))).toEqual(taken);
});

test('what cannot be drawn is refused with its reason', () => {
  expect(linesOf('<svg/>')).toBe('notGeojson');
  expect(linesOf('[]')).toBe('notGeojson');
  expect(linesOf(as({ type: 'Point', coordinates: [104, 18] }))).toBe('noLines');
  const afar = [
    [2.3, 48.8],
    [2.4, 48.9],
  ];
  expect(linesOf(as({ type: 'LineString', coordinates: afar }))).toBe('noLines');
  expect(
    linesOf(
      as({
        type: 'LineString',
        coordinates: [
          [104, '18'],
          [105, 19],
        ],
      }),
    ),
  ).toBe('noLines');
  const long = Array.from({ length: 5_001 }, (_, at) => [104 + at / 10_000, 18]);
  expect(linesOf(as({ type: 'LineString', coordinates: long }))).toBe('tooLong');
});

test('the indicative line lies in the zone and is one line', () => {
  expect(indicative.length).toBe(1);
  for (const [east = 0, north = 0] of indicative.flat()) {
    expect(east / 100_000).toBeGreaterThan(borderZone.west);
    expect(east / 100_000).toBeLessThan(borderZone.east);
    expect(north / 100_000).toBeGreaterThan(borderZone.south);
    expect(north / 100_000).toBeLessThan(borderZone.north);
  }
});
