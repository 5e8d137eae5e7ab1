import type { Position } from "@noriai/kernel";
import type { RoadMap } from "./road-map.ts";
import type { RoadPoint } from "./road-point.ts";
import { snap, type TooFarFromRoad } from "./snap.ts";

export interface SnapReport<Id extends string> {
  readonly snapped: ReadonlyMap<Id, RoadPoint>;
  /** Places without a road within reach, in the order given. */
  readonly refused: readonly ({ readonly id: Id } & TooFarFromRoad)[];
}

/** Snaps many places (a town's stops) and tells which ones could not be. */
export function snapAll<Id extends string>({
  map,
  places,
  withinMeters,
}: {
  readonly map: RoadMap;
  readonly places: readonly { readonly id: Id; readonly position: Position }[];
  readonly withinMeters?: number;
}): SnapReport<Id> {
  const snapped = new Map<Id, RoadPoint>();
  const refused: ({ readonly id: Id } & TooFarFromRoad)[] = [];
  for (const { id, position } of places) {
    const point = snap(withinMeters === undefined ? { map, position } : { map, position, withinMeters });
    if (point.ok) snapped.set(id, point.value);
    else refused.push({ id, ...point.error });
  }
  return { snapped, refused };
}
