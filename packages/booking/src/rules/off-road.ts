/** Both stops are near enough to a road on which vehicles may drive. */

import { meters } from "@noriai/kernel";
import { endsOf } from "./ends.ts";
import type { Rule } from "./rule.ts";

/** A stop that the travel times do not know yet counts as off-road by 0 m: the map is to be computed again. */
export const offRoad: Rule = ({ world, request }) =>
  endsOf(world, request).flatMap(({ field, stop }) =>
    stop === undefined || world.travel.stops.has(stop.id)
      ? []
      : [
          {
            kind: "off-road",
            field,
            stop: stop.id,
            meters: meters(Math.round(world.travel.offRoad.get(stop.id) ?? 0)),
          },
        ],
  );
