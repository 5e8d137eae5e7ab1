import type { Tags } from "./osm-data.ts";

/** In which direction, seen as the way was drawn, cars may drive; `none` when it changes with the hour. */
export type DrivingDirection = "both" | "forward" | "backward" | "none";

/** Reads one-way streets: tagged, against the drawn direction (-1), or implied by roundabouts and motorways. */
export function drivingDirection(tags: Tags): DrivingDirection {
  const tag = tags["oneway:motorcar"] ?? tags["oneway:motor_vehicle"] ?? tags.oneway;
  switch (tag?.trim().toLowerCase()) {
    case "yes":
    case "1":
    case "true":
      return "forward";
    case "-1":
    case "reverse":
      return "backward";
    case "reversible":
      return "none";
    case "no":
    case "0":
    case "false":
    case "alternating": // both directions in turn, held by a signal
      return "both";
    default:
      return isImplied(tags) ? "forward" : "both";
  }
}

const isImplied = (tags: Tags): boolean =>
  tags.junction === "roundabout" || tags.junction === "circular" || tags.highway === "motorway";
