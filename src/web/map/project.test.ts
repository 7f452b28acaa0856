import { expect, test } from 'vitest';
import { borderZone, placeIn, planeOf } from './project.ts';

test('degrees become places on a plane of true proportions in the middle', () => {
  const plane = planeOf(borderZone, 600);
  expect([plane.x(borderZone.west), plane.y(borderZone.north)]).toEqual([0, 0]);
  expect(plane.x(borderZone.east)).toBeCloseTo(plane.width);
  const [east, north] = [plane.x(105) - plane.x(104), plane.y(18) - plane.y(19)];
  expect(east / north).toBeCloseTo(Math.cos((18.55 * Math.PI) / 180), 2);
  expect(plane.meridians).toEqual([102, 103, 104, 105, 106, 107, 108]);
});

test('what lies outside of the zone, or is no place, is not on the map', () => {
  expect(placeIn(borderZone, '16.62', '106.59')).toEqual({ latitude: 16.62, longitude: 106.59 });
  expect(placeIn(borderZone, '48.85', '2.35')).toBeUndefined();
  expect(placeIn(borderZone, 'x', '106')).toBeUndefined();
  expect(placeIn(borderZone, undefined, '106')).toBeUndefined();
});
