/** A plain map: degrees to a plane, east to the right and north up, no wider than true at the middle latitude. */
export interface Zone {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The zone along the border of Viet Nam and Laos. Only the frame of a picture: it claims no line. */
export const borderZone: Zone = { west: 101.8, east: 108.4, south: 14.2, north: 22.9 };

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly x: (longitude: number) => number;
  readonly y: (latitude: number) => number;
  /** Whole degrees inside the zone. */
  readonly meridians: readonly number[];
  readonly parallels: readonly number[];
}

export function planeOf(zone: Zone, height: number): Plane {
  const middle = ((zone.south + zone.north) / 2) * (Math.PI / 180);
  const scale = height / (zone.north - zone.south);
  const width = (zone.east - zone.west) * Math.cos(middle) * scale;
  return {
    width,
    height,
    x: (longitude) => ((longitude - zone.west) / (zone.east - zone.west)) * width,
    y: (latitude) => (zone.north - latitude) * scale,
    meridians: wholeBetween(zone.west, zone.east),
    parallels: wholeBetween(zone.south, zone.north),
  };
}

function wholeBetween(from: number, to: number): readonly number[] {
  const all: number[] = [];
  for (let degree = Math.ceil(from); degree <= to; degree++) all.push(degree);
  return all;
}

/** A point given as decimal text; undefined where it is none or lies outside of the zone. */
export function placeIn(
  zone: Zone,
  latitude: string | undefined,
  longitude: string | undefined,
): { readonly latitude: number; readonly longitude: number } | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  const [north, east] = [Number(latitude), Number(longitude)];
  const inside = north >= zone.south && north <= zone.north && east >= zone.west && east <= zone.east;
  return inside ? { latitude: north, longitude: east } : undefined;
}
