/** Longitude and latitude, as GeoJSON has them. */
export type Point = readonly [lng: number, lat: number];

/** The index of the first point of a line that is as near to a place as any other; a road may pass a stop twice. */
export function firstNearest(line: readonly Point[], place: Point): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  line.forEach((point, i) => {
    const metres = metresBetween(point, place);
    if (metres < least - 1) [best, least] = [i, metres];
  });
  return best;
}

/** Flat-earth distance; exact enough over the metres between two points of a road. */
export function metresBetween([lngA, latA]: Point, [lngB, latB]: Point): number {
  const metresPerDegree = 111_195;
  const dx = (lngB - lngA) * Math.cos((latA * Math.PI) / 180);
  return Math.hypot(dx, latB - latA) * metresPerDegree;
}
