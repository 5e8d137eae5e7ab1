import type { Answer, Stop } from "@noriai/api";
import { nearestStops } from "../stops/nearest-stops.ts";

type Point = Answer<"findAddress">["points"][number];

/** A stop as it was found: by what it is called, or near a place. */
export interface FoundStop {
  readonly stop: Stop;
  /** Metres as the crow flies. */
  readonly near?: { readonly place: string; readonly meters: number };
}

/** The stops nearest to any of the places that somebody may mean, each once, by its nearest place. */
export function stopsNear(
  stops: readonly Stop[],
  points: readonly Point[],
  most: number,
): readonly FoundStop[] {
  const all = points
    .flatMap(({ position, name }) =>
      nearestStops(stops, position)
        .slice(0, most)
        .map(({ stop, meters }) => ({ stop, near: { place: name, meters } })),
    )
    .toSorted((a, b) => a.near.meters - b.near.meters);
  const byStop = Map.groupBy(all, ({ stop }) => stop.id);
  return [...byStop.values()].map(([nearest]) => nearest!).slice(0, most);
}
