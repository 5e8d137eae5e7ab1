import { distanceBetween, type Instance } from "../instance/instance.ts";
import type { Stop } from "./judge.ts";

export type TimeFault =
  | { readonly kind: "late"; readonly node: number; readonly by: number }
  | { readonly kind: "back-late"; readonly by: number }
  | { readonly kind: "ride-too-long"; readonly node: number }
  | { readonly kind: "route-too-long" };

/**
 * Why one route has no timetable, or nothing when it has one: driving, windows, ride times and the route duration as
 * a system of differences, solved by Bellman and Ford in doubles. Rules are added one kind after the other, so the
 * fault names the first kind that makes it impossible.
 *
 * Variables: leaving the start (0), service at each stop (1 … n), being at the end (n + 1).
 */
export function timeFault({
  instance,
  stops,
  tolerance,
}: {
  instance: Instance;
  stops: readonly Stop[];
  tolerance: number;
}): TimeFault | undefined {
  const { start, end, routeDurationMax } = instance;
  const n = stops.length;
  const rules = drivingRules(instance, stops);
  const opens = [start.ready, ...stops.map(({ node }) => node.ready), end.ready];
  const closes = [start.due, ...stops.map(({ node }) => node.due), end.due].map((due) => due + tolerance);

  const late = overrun(solve({ rules, opens, closes }), closes);
  if (late !== undefined && late.at === n + 1) return { kind: "back-late", by: late.by };
  if (late !== undefined) return { kind: "late", node: stops[late.at - 1]?.node.id ?? 0, by: late.by };

  for (const [from, stop] of stops.entries()) {
    const to = stops.findIndex((other) => other.request === stop.request && !other.isPickup);
    if (!stop.isPickup || to < from || !Number.isFinite(stop.request.rideMax)) continue;
    rules.push({ from: to + 1, to: from + 1, plus: -(stop.node.service + stop.request.rideMax + tolerance) });
    if (overrun(solve({ rules, opens, closes }), closes) !== undefined)
      return { kind: "ride-too-long", node: stop.node.id };
  }
  if (!Number.isFinite(routeDurationMax)) return undefined;
  rules.push({ from: n + 1, to: 0, plus: -(routeDurationMax + tolerance) });
  return overrun(solve({ rules, opens, closes }), closes) && { kind: "route-too-long" };
}

/** The instant `to` is no earlier than the instant `from` plus so much. */
interface Rule {
  readonly from: number;
  readonly to: number;
  readonly plus: number;
}

function drivingRules({ start, end, speed }: Instance, stops: readonly Stop[]): Rule[] {
  const points = [{ ...start, service: 0 }, ...stops.map(({ node }) => node), { ...end, service: 0 }];
  return points.slice(1).map((point, k) => ({
    from: k,
    to: k + 1,
    plus: points[k]!.service + distanceBetween(points[k]!, point) / speed,
  }));
}

/**
 * The earliest instants, as far as the closings; infinite when the rules turn in a ring that always gains (a system of
 * v variables that still grows after v rounds has no solution).
 */
function solve({
  rules,
  opens,
  closes,
}: {
  rules: readonly Rule[];
  opens: readonly number[];
  closes: readonly number[];
}): number[] {
  const at = [...opens];
  for (let round = 0, grew = true; grew; round++) {
    if (round > at.length) return at.fill(Number.POSITIVE_INFINITY);
    grew = false;
    for (const { from, to, plus } of rules) {
      if (at[from]! + plus <= at[to]! + LEAST_STEP) continue;
      at[to] = at[from]! + plus;
      grew = true;
    }
    if (overrun(at, closes) !== undefined) return at;
  }
  return at;
}

/** Smaller growth is the noise of floating point. */
const LEAST_STEP = 1e-9;

function overrun(at: readonly number[], closes: readonly number[]): { at: number; by: number } | undefined {
  const index = at.findIndex((instant, k) => instant > closes[k]!);
  return index < 0 ? undefined : { at: index, by: at[index]! - closes[index]! };
}
