import { borderZone } from './project.ts';

/** East then north, in hundred-thousandths of a degree. */
export type Line = readonly (readonly [number, number])[];

const pointsMax = 5_000;

/** Why a file cannot be drawn. */
export type LinesFault = 'notGeojson' | 'noLines' | 'tooLong';

/**
 * The lines of a GeoJSON file that touch the border zone. Nothing but coordinates is taken: no name, no property. Areas give
 * their outlines.
 */
export function linesOf(text: string): readonly Line[] | LinesFault {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return 'notGeojson';
  }
  if (typeof found !== 'object' || found === null || !('type' in found)) return 'notGeojson';
  const lines = geometries(found).flatMap(drawn).filter(touchesZone);
  if (lines.length === 0) return 'noLines';
  const points = lines.reduce((sum, line) => sum + line.length, 0);
  return points > pointsMax || lines.length > 200 ? 'tooLong' : lines;
}

interface Geometry {
  readonly type: string;
  readonly coordinates: unknown;
}

function geometries(value: unknown): readonly Geometry[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('features' in value && Array.isArray(value.features)) return value.features.flatMap(geometries);
  if ('geometries' in value && Array.isArray(value.geometries)) return value.geometries.flatMap(geometries);
  if ('geometry' in value) return geometries(value.geometry);
  return 'type' in value && typeof value.type === 'string' && 'coordinates' in value
    ? [{ type: value.type, coordinates: value.coordinates }]
    : [];
}

/** How deep the points of a geometry lie in its coordinates. */
const depth: Readonly<Record<string, number>> = {
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function drawn({ coordinates, type }: Geometry): readonly Line[] {
  const levels = Object.hasOwn(depth, type) ? depth[type] : undefined;
  if (levels === undefined || !Array.isArray(coordinates)) return [];
  const lines: unknown[] = levels === 1 ? [coordinates] : coordinates.flat(levels - 2);
  return lines.flatMap((line) => {
    const points = Array.isArray(line) ? line.map(pointOf) : [];
    return points.length > 1 && points.every((point) => point !== undefined) ? [points] : [];
  });
}

function pointOf(value: unknown): readonly [number, number] | undefined {
  const [east, north] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof east !== 'number' || typeof north !== 'number') return undefined;
  if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) return undefined;
  return [Math.round(east * 100_000), Math.round(north * 100_000)];
}

const touchesZone = (line: Line): boolean =>
  line.some(
    ([east, north]) =>
      east >= borderZone.west * 100_000 &&
      east <= borderZone.east * 100_000 &&
      north >= borderZone.south * 100_000 &&
      north <= borderZone.north * 100_000,
  );
