import type { Tags } from "./osm-data.ts";

/**
 * Road classes and the speed at which a small bus really gets on, signals and junctions included, in metres per hour.
 *
 * They are averages for Japanese towns, not limits: a 40 km/h street yields about 28. They were chosen, not measured; a
 * town replaces their effect with its own pace profile once it has drives to compare with.
 * The order is the drawing order and the number stored in a road map: append only.
 */
export const ROAD_CLASSES = [
  { name: "motorway", metersPerHour: 80_000 },
  { name: "trunk", metersPerHour: 40_000 },
  { name: "primary", metersPerHour: 35_000 },
  { name: "secondary", metersPerHour: 32_000 },
  { name: "tertiary", metersPerHour: 28_000 },
  { name: "unclassified", metersPerHour: 25_000 },
  { name: "residential", metersPerHour: 20_000 },
  { name: "living_street", metersPerHour: 10_000 },
  { name: "service", metersPerHour: 12_000 },
  { name: "ramp", metersPerHour: 30_000 }, // every *_link
  { name: "other", metersPerHour: 12_000 }, // track, pedestrian, road: only where cars are allowed
] as const;

/** How much of a posted limit is reached on average, in thousandths: less where signals and junctions stop the bus. */
const LIMIT_PERMILLE = 700;
const LIMIT_PERMILLE_MOTORWAY = 900;

const WALKING_METERS_PER_HOUR = 5_000;
const METERS_PER_MILE = 1_609;
const LIMIT_KMH_MAX = 140; // beyond it a tag is a typing error

/** The number of a way's road class in `ROAD_CLASSES`. */
export function roadClassOf(tags: Tags): number {
  const highway = tags.highway ?? "";
  const name = highway.endsWith("_link") ? "ramp" : highway;
  const found = ROAD_CLASSES.findIndex((roadClass) => roadClass.name === name);
  return found >= 0 ? found : ROAD_CLASSES.length - 1;
}

/** Free-flow speed of a way in metres per hour: from its posted limit when it has a usable one, else from its class. */
export function metersPerHourOf(tags: Tags): number {
  const roadClass = ROAD_CLASSES[roadClassOf(tags)]!;
  const limit = parseMaxSpeed(tags["maxspeed:motorcar"] ?? tags.maxspeed);
  if (limit === undefined) return roadClass.metersPerHour;
  if (limit <= WALKING_METERS_PER_HOUR) return limit;
  const permille = roadClass.name === "motorway" ? LIMIT_PERMILLE_MOTORWAY : LIMIT_PERMILLE;
  const reached = Math.round((limit * permille) / 1000);
  // A car park aisle without its own sign inherits the limit of the estate; nobody drives it at 35 km/h.
  return roadClass.name === "service" ? Math.min(reached, roadClass.metersPerHour) : reached;
}

/**
 * Metres per hour of a `maxspeed` tag, or nothing when it names no number (zones such as "JP:urban", "none",
 * "signals"): then the class speaks. Of several values the slowest counts.
 */
export function parseMaxSpeed(text: string | undefined): number | undefined {
  const limits = (text ?? "").split(";").map((part) => parseOne(part.trim()));
  const usable = limits.filter((limit) => limit !== undefined);
  return usable.length > 0 ? Math.min(...usable) : undefined;
}

function parseOne(text: string): number | undefined {
  if (text === "walk") return WALKING_METERS_PER_HOUR;
  const match = /^(\d{1,3})(?:\.\d+)?\s*(mph|km\/h|kmh|kph)?$/.exec(text);
  if (match === null) return undefined;
  const metersPerHour = Number(match[1]) * (match[2] === "mph" ? METERS_PER_MILE : 1000);
  return metersPerHour > 0 && metersPerHour <= LIMIT_KMH_MAX * 1000 ? metersPerHour : undefined;
}
