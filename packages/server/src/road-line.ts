import type { DutyTimes } from "@noriai/booking";
import type { Position } from "@noriai/kernel";
import { path } from "@noriai/travel";
import { depotKey, stopKey, type Town, type TownRoads } from "./town.ts";

type Line = readonly (readonly [lng: number, lat: number])[];

/** A line to be drawn on the map. */
export interface DutyLine {
  readonly type: "LineString";
  readonly coordinates: [number, number][];
}

/**
 * The way of a duty along the roads: from the depot through every stop; or, for the driver, from where the vehicle was
 * last through the stops ahead. A town without a map gets straight lines.
 */
export function dutyLine({
  town,
  times,
  remainingOnly,
}: {
  readonly town: Town;
  readonly times: DutyTimes;
  readonly remainingOnly: boolean;
}): DutyLine {
  const done = times.visits.filter((visit) => visit.done && !visit.held);
  const ahead = times.visits.filter((visit) => !visit.done && !visit.held);
  const depot = depotKey(times.duty.vehicleId);
  const last = done.at(-1);
  const start = remainingOnly && last !== undefined ? stopKey(last.stopId) : depot;
  const keys = [start, ...(remainingOnly ? ahead : [...done, ...ahead]).map(({ stopId }) => stopKey(stopId))];
  const coordinates: [number, number][] = [];
  for (const [from, to] of pairs(keys))
    for (const [lng, lat] of lineBetween(town, from, to)) {
      const before = coordinates.at(-1);
      if (before === undefined || before[0] !== lng || before[1] !== lat) coordinates.push([lng, lat]);
    }
  return { type: "LineString", coordinates };
}

const pairs = (keys: readonly string[]): [string, string][] =>
  keys.slice(1).flatMap((key, i): [string, string][] => (key === keys[i] ? [] : [[keys[i]!, key]]));

function lineBetween(town: Town, from: string, to: string): Line {
  const { roads } = town;
  return (roads && drivenLine(roads, from, to)) ?? [positionOf(town, from), positionOf(town, to)];
}

const DRIVEN = new WeakMap<TownRoads, Map<string, Line>>();

/** Roads do not move: each way is searched once. */
function drivenLine(roads: TownRoads, from: string, to: string): Line | undefined {
  const kept = DRIVEN.get(roads) ?? new Map<string, Line>();
  DRIVEN.set(roads, kept);
  const key = `${from} ${to}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const [start, end] = [roads.points.get(from), roads.points.get(to)];
  if (start === undefined || end === undefined) return undefined;
  const { line } = path({ map: roads.map, from: start, to: end });
  kept.set(key, line);
  return line;
}

function positionOf({ service }: Town, key: string): readonly [number, number] {
  const stop = service.stops.find(({ id }) => stopKey(id) === key)?.position;
  const depot = service.vehicles.find(({ id }) => depotKey(id) === key)?.depot.position;
  const { lng, lat } = (stop ?? depot) as Position;
  return [lng, lat];
}
