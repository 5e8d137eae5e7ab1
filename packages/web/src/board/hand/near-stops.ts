import type { Stop } from "@noriai/api";

/** Farther nobody is asked to walk. */
const WALK_METERS = 600;
/** Roads are about so much longer than the straight line. */
const DETOUR = 1.3;
const MOST = 3;
const METERS_PER_DEGREE = 111_320;

/** The stops within a walk of another, nearest first, with the way on foot as estimated. */
export function nearStops(
  stops: readonly Stop[],
  stopId: string,
): readonly (Stop & { readonly meters: number })[] {
  const here = stops.find(({ id }) => id === stopId);
  if (here === undefined) return [];
  return stops
    .filter(({ id }) => id !== stopId)
    .map((stop) => ({ ...stop, meters: Math.round((apart(here, stop) * DETOUR) / 10) * 10 }))
    .filter(({ meters }) => meters <= WALK_METERS)
    .sort((a, b) => a.meters - b.meters)
    .slice(0, MOST);
}

/** Over a few hundred metres the earth is flat. */
function apart({ position: a }: Stop, { position: b }: Stop): number {
  const east = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * METERS_PER_DEGREE;
}
