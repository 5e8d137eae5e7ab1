/** Both stops lie in the service area (運行区域). */

import type { Position } from "@noriai/kernel";
import { endsOf } from "./ends.ts";
import type { Rule } from "./rule.ts";

/** @see 仕様書 3-(1)-② 実施箇所, 5-(1)-④ 運行範囲 */
export const serviceArea: Rule = ({ world, request }) =>
  endsOf(world, request).flatMap(({ field, stop }) =>
    stop === undefined || isInArea(stop.position, world.service.area)
      ? []
      : [{ kind: "outside-area", field, stop: stop.id }],
  );

/**
 * Does a position lie in the area? A position on an edge may be told either way.
 *
 * @param area  rings of `[lng, lat]`, outer ones and holes in any order: a place is inside when a ray from it crosses
 *   the rings an odd number of times, so a hole takes away what its outer ring gave. Absent: everything is inside.
 */
export function isInArea(
  { lat, lng }: Position,
  area: readonly (readonly (readonly [number, number])[])[] | undefined,
): boolean {
  if (area === undefined) return true;
  const crossings = area.reduce((sum, ring) => sum + crossingsOf(ring, lng, lat), 0);
  return crossings % 2 === 1;
}

/** How often the ray from (lng, lat) to the east crosses a ring, closed or not. */
function crossingsOf(ring: readonly (readonly [number, number])[], lng: number, lat: number): number {
  let crossings = 0;
  ring.forEach(([aLng, aLat], k) => {
    const [bLng, bLat] = ring[(k + 1) % ring.length]!;
    if (aLat > lat === bLat > lat) return;
    if (lng < aLng + ((lat - aLat) / (bLat - aLat)) * (bLng - aLng)) crossings++;
  });
  return crossings;
}
