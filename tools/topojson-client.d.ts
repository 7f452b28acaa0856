/* topojson-client brings no types: what `border-line.mjs` takes of it. */
declare module 'topojson-client' {
  interface Shape {
    readonly id?: string;
  }
  interface Collection {
    readonly type: 'GeometryCollection';
    readonly geometries: readonly Shape[];
  }
  export interface Topology {
    readonly objects: { readonly countries: Collection };
  }
  /** The lines between shapes for which the filter holds, each a list of `[east, north]` in degrees. */
  export function mesh(
    topology: Topology,
    object: Collection,
    filter: (one: Shape, other: Shape) => boolean,
  ): { readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
}
