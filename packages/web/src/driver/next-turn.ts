import type { Position } from "@noriai/kernel";
import { firstNearest, metresBetween, type Point } from "./road-line.ts";

/** What lies before the vehicle on the way to its next stop. */
export interface WayAhead {
  /** Along the road. */
  readonly metresToStop: number;
  /** The first sharp change of direction before the stop; absent: the road is followed. */
  readonly turn?: { readonly metres: number; readonly side: "left" | "right" | "back" };
  /** From the vehicle to the stop. */
  readonly leg: readonly Point[];
}

/** Over so many metres before and after a point its direction is measured: a kerb is no turn. */
const SPAN_METRES = 25;
const TURN_DEGREES = 50;
const BACK_DEGREES = 150;
/** Farther from the road than this the vehicle is on no known way. */
const OFF_ROAD_METRES = 150;

/**
 * The way from the vehicle to the next stop, and where it first turns off. The line of the road is all that is known: a
 * sharp bend is told as a turn too, which sends nobody wrong.
 *
 * @param path  the road of the remaining stops, in driving order
 * @returns nothing where the vehicle is off that road
 */
export function wayAhead({
  path,
  position,
  nextStop,
}: {
  readonly path: readonly Point[];
  readonly position: Position;
  readonly nextStop: Position;
}): WayAhead | undefined {
  if (path.length < 2) return undefined;
  const end = firstNearest(path, [nextStop.lng, nextStop.lat]);
  const legPath = path.slice(0, end + 1);
  const here: Point = [position.lng, position.lat];
  const found = nearestOn(legPath, here);
  if (found === undefined || found.metres > OFF_ROAD_METRES) return undefined;
  const leg = [found.point, ...legPath.slice(found.after)];
  const turn = firstTurn(leg);
  return { metresToStop: lengthOf(leg), leg, ...(turn && { turn }) };
}

interface Found {
  readonly point: Point;
  /** The first point of the path behind it. */
  readonly after: number;
  readonly metres: number;
}

/** The place on a line that is nearest to a point; the last of equals, because what was driven lies behind. */
function nearestOn(path: readonly Point[], place: Point): Found | undefined {
  let best: Found | undefined;
  for (let i = 1; i < path.length; i++) {
    const point = footOn(path[i - 1]!, path[i]!, place);
    const metres = metresBetween(point, place);
    if (best === undefined || metres <= best.metres + 1) best = { point, after: i, metres };
  }
  return best;
}

/** The foot of the perpendicular on a stretch, or its nearer end. */
function footOn([ax, ay]: Point, [bx, by]: Point, [px, py]: Point): Point {
  const narrowing = Math.cos((ay * Math.PI) / 180);
  const [dx, dy] = [(bx - ax) * narrowing, by - ay];
  const square = dx * dx + dy * dy;
  if (square === 0) return [ax, ay];
  const part = Math.min(1, Math.max(0, ((px - ax) * narrowing * dx + (py - ay) * dy) / square));
  return [ax + (bx - ax) * part, ay + (by - ay) * part];
}

function firstTurn(leg: readonly Point[]): WayAhead["turn"] {
  let driven = 0;
  for (let i = 1; i < leg.length - 1; i++) {
    driven += metresBetween(leg[i - 1]!, leg[i]!);
    const before = bearing(backFrom(leg, i), leg[i]!);
    const after = bearing(leg[i]!, onFrom(leg, i));
    const change = turned(before, after);
    if (Math.abs(change) < TURN_DEGREES) continue;
    const side = Math.abs(change) >= BACK_DEGREES ? "back" : change > 0 ? "right" : "left";
    return { metres: driven, side };
  }
  return undefined;
}

/** The point so many metres before, or the beginning of the line. */
function backFrom(line: readonly Point[], from: number): Point {
  let metres = 0;
  let i = from;
  while (i > 0 && metres < SPAN_METRES) metres += metresBetween(line[i]!, line[--i]!);
  return line[i]!;
}

function onFrom(line: readonly Point[], from: number): Point {
  let metres = 0;
  let i = from;
  while (i < line.length - 1 && metres < SPAN_METRES) metres += metresBetween(line[i]!, line[++i]!);
  return line[i]!;
}

/** Degrees, clockwise from north. */
function bearing([ax, ay]: Point, [bx, by]: Point): number {
  const dx = (bx - ax) * Math.cos((ay * Math.PI) / 180);
  return (Math.atan2(dx, by - ay) * 180) / Math.PI;
}

/** From one bearing to another: −180 to 180, right is positive. */
const turned = (before: number, after: number): number => ((after - before + 540) % 360) - 180;

const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, point, i) => sum + metresBetween(line[i]!, point), 0);
