import { epochSeconds, meters } from "@noriai/kernel";
import type { Alternative } from "./booking.ts";
import { hoursOf } from "./calendar.ts";
import { checkTime } from "./check-request.ts";
import { findOffer, nearestTimes, type SearchSpace } from "./find-offer.ts";
import type { Rejection } from "./rejection.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/** A request that was refused, and the day on which it was asked. */
export interface RefusedRequest {
  readonly world: World;
  readonly space: SearchSpace;
  readonly request: TripRequest;
}

/** What another time on the same day may mend. */
const MENDED_BY_TIME: ReadonlySet<Rejection["kind"]> = new Set([
  "outside-hours",
  "past-cutoff",
  "overlaps-own-booking",
  "no-vehicle",
]);

/** Might another time on the same day bring an offer? Not when anything stands against the trip at every time. */
export function isMendedByTime(rejections: readonly Rejection[]): boolean {
  return rejections.every(
    (rejection) =>
      MENDED_BY_TIME.has(rejection.kind) ||
      (rejection.kind === "intake-stopped" && rejection.limitedTo.includes("time")),
  );
}

const COUNT_MAX = 3;
const STEP_SECONDS = 300; // people ask for 10:05, not for 10:03

/**
 * Other times at which the same trip can really be booked now (別便案内): the nearest before and the nearest after the
 * wished one, then the nearest of the rest, each a pickup window apart from the others. In order of time.
 *
 * Each was asked of the same rules and the same engine as the wish itself, so asking again with it gives an offer.
 * Only to be asked when another time may help (`isMendedByTime`).
 *
 * @see 仕様書 5-(5)-③ 別便案内
 */
export function alternativesOf(refused: RefusedRequest): readonly Alternative[] {
  const hinted = hintsOf(refused);
  const kept = hinted?.map((at) => alternativeAt(refused, at)).filter((found) => found !== undefined);
  // The engine knows nothing of the member's other bookings; where they are in the way every time is asked for.
  const found = kept !== undefined && kept.length === hinted?.length ? kept : nearestByAsking(refused);
  return [...found].sort((a, b) => a.time.at - b.time.at);
}

/** Times that the engine finds by one wide search. Not asked where the wish breaks a rule or is no round time. */
function hintsOf({ world, space, request }: RefusedRequest): readonly number[] | undefined {
  if (request.time.at % STEP_SECONDS !== 0 || checkTime({ world, day: space.day, request }).length > 0)
    return undefined;
  const { standards } = world.service;
  const hours = hoursOf(world.service, request.serviceDate);
  const { at } = request.time;
  return nearestTimes({
    world,
    space,
    request,
    wanted: {
      earliest: Math.max(hours[0]!.opensAt, at - standards.alternativesWithin),
      latest: Math.min(hours.at(-1)!.closesAt, at + standards.alternativesWithin),
      count: COUNT_MAX,
      apartSeconds: standards.pickupWindow,
      stepSeconds: STEP_SECONDS,
    },
  });
}

/** Asks for one time after the other, nearest first. */
function nearestByAsking(refused: RefusedRequest): readonly Alternative[] {
  const { before, after } = timesAround(refused);
  const apart = refused.world.service.standards.pickupWindow;
  const asked = new Map<number, Alternative | undefined>();
  const found: Alternative[] = [];
  findAmong(before);
  findAmong(after);
  const nearestFirst = inTurn(before, after);
  while (found.length < COUNT_MAX && findAmong(nearestFirst));
  return found;

  function findAmong(times: readonly number[]): boolean {
    const next = times.find((at) => isApart(at) && ask(at) !== undefined);
    if (next !== undefined) found.push(ask(next)!);
    return next !== undefined;
  }
  function isApart(at: number): boolean {
    return found.every(({ time }) => Math.abs(time.at - at) >= apart);
  }
  function ask(at: number): Alternative | undefined {
    if (!asked.has(at)) asked.set(at, alternativeAt(refused, at));
    return asked.get(at);
  }
}

/** The times to ask for, nearest first: from the wish, or from the day's hours where it lies outside them. */
function timesAround({ world, request }: RefusedRequest): {
  readonly before: readonly number[];
  readonly after: readonly number[];
} {
  const hours = hoursOf(world.service, request.serviceDate);
  const opensAt = Math.max(hours[0]?.opensAt ?? 0, world.now);
  const wish = Math.min(Math.max(request.time.at, opensAt), hours.at(-1)?.closesAt ?? opensAt);
  const steps = Math.floor(world.service.standards.alternativesWithin / STEP_SECONDS);
  const count = Array.from({ length: steps + 1 }, (_, k) => k * STEP_SECONDS);
  const last = Math.floor(wish / STEP_SECONDS) * STEP_SECONDS;
  const first = Math.ceil(wish / STEP_SECONDS) * STEP_SECONDS;
  return { before: count.map((by) => last - by), after: count.map((by) => first + by) };
}

function alternativeAt({ world, space, request }: RefusedRequest, at: number): Alternative | undefined {
  const time = { mode: request.time.mode, at: epochSeconds(at) };
  const shifted = { ...request, time };
  if (checkTime({ world, day: space.day, request: shifted }).length > 0) return undefined;
  const found = findOffer({ world, space, request: shifted, tripId: "alternative" });
  if (!found.ok) return undefined;
  const { pickupAt, dropoffAt } = found.value.offer;
  const { from, to } = request;
  return { kind: "other-time", time, from, to, walk: NO_WALK, pickupAt, dropoffAt };
}

const NO_WALK = { from: meters(0), to: meters(0) };

function inTurn(before: readonly number[], after: readonly number[]): readonly number[] {
  return before.flatMap((at, k) => [at, after[k]!]);
}
