import type { Tags } from "./osm-data.ts";

/** Highways that a car may use unless a tag forbids it. */
const OPEN = new Set([
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
  "primary",
  "primary_link",
  "secondary",
  "secondary_link",
  "tertiary",
  "tertiary_link",
  "unclassified",
  "residential",
  "living_street",
  "service",
  "road",
]);

/** Highways that a car may use only where a tag says so. */
const OPEN_WHEN_TAGGED = new Set(["track", "pedestrian"]);

/** From the general to the particular; the most particular tag decides. OSM wiki, Key:access. */
const CAR_KEYS = ["motorcar", "motor_vehicle", "vehicle", "access"];

const ALLOWING = new Set([
  "yes",
  "designated",
  "permissive",
  "destination",
  "customers",
  "customer",
  "official",
]);

/** Barriers that a car cannot pass. Gates and the like are passed unless their own tags close them. */
const IMPASSABLE = new Set([
  "bollard",
  "block",
  "chain",
  "cycle_barrier",
  "motorcycle_barrier",
  "jersey_barrier",
  "log",
  "debris",
  "planter",
  "kissing_gate",
  "turnstile",
  "full-height_turnstile",
  "stile",
  "wall",
  "fence",
]);

/**
 * Whether a way may be driven by the public with a car. A vehicle of this service counts as a plain motorcar: lanes and
 * turns reserved for buses or taxis are not used, since the permission differs from town to town.
 */
export function isOpenToCars(tags: Tags): boolean {
  const highway = tags.highway ?? "";
  if (tags.area === "yes" || tags.service === "emergency_access") return false;
  const permission = carPermission(tags);
  if (OPEN_WHEN_TAGGED.has(highway)) return permission === true && carKeyOf(tags) !== "access";
  return OPEN.has(highway) && permission !== false;
}

/** Whether a node (bollard, closed gate) ends the road for cars. */
export function isBarrierToCars(tags: Tags | undefined): boolean {
  if (tags?.barrier === undefined) return false;
  const permission = carPermission(tags);
  if (permission !== undefined) return !permission;
  return IMPASSABLE.has(tags.barrier);
}

function carPermission(tags: Tags): boolean | undefined {
  const key = carKeyOf(tags);
  if (key === undefined) return undefined;
  return (tags[key] ?? "").split(";").some((value) => ALLOWING.has(value.trim()));
}

const carKeyOf = (tags: Tags): string | undefined => CAR_KEYS.find((key) => tags[key] !== undefined);
