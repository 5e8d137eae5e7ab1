import { greatCircleMeters, type Meters, meters, type StopId } from "@noriai/kernel";
import type { Alternative } from "./booking.ts";
import { checkRequest } from "./check-request.ts";
import type { Day } from "./day.ts";
import { findOffer, type SearchSpace } from "./find-offer.ts";
import type { Rejection } from "./rejection.ts";
import type { Stop } from "./service.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/** What another stop may mend. */
const MENDED_BY_STOP: ReadonlySet<Rejection["kind"]> = new Set([
  "stop-closed",
  "outside-area",
  "off-road",
  "stop-pair",
  "no-vehicle",
]);

/** Might a stop next door bring an offer? Not when anything stands against the trip wherever it begins and ends. */
export function isMendedByStop(rejections: readonly Rejection[]): boolean {
  return rejections.every(
    (rejection) =>
      MENDED_BY_STOP.has(rejection.kind) ||
      (rejection.kind === "intake-stopped" && rejection.limitedTo.includes("place")),
  );
}

const COUNT_MAX = 2;
/** So many pairs of stops are asked for; those farther away wait for another wish. */
const ASKED_MAX = 8;

/**
 * Other stops within a walk from which or to which the same trip can really be booked at the wished time, the shortest
 * walk first. Each was asked of the same rules and the same engine as the wish, like other times (`alternativesOf`).
 */
export function otherStopsOf({
  world,
  open,
  space,
  request,
}: {
  readonly world: World;
  /** The day of which the rules are asked. */
  readonly open: Day;
  readonly space: SearchSpace;
  readonly request: TripRequest;
}): readonly Alternative[] {
  const found: Alternative[] = [];
  for (const { from, to } of pairsNearby(world, request).slice(0, ASKED_MAX)) {
    if (found.length === COUNT_MAX) break;
    if (found.length > 0 && from.walk > 0 && to.walk > 0) break; // why walk at both ends?
    const elsewhere = { ...request, from: from.stop, to: to.stop };
    if (checkRequest({ world, day: open, request: elsewhere }).length > 0) continue;
    const offer = findOffer({ world, space, request: elsewhere, tripId: "alternative" });
    if (!offer.ok) continue;
    const { pickupAt, dropoffAt } = offer.value.offer;
    const walk = { from: from.walk, to: to.walk };
    found.push({
      kind: "other-stop",
      time: request.time,
      from: from.stop,
      to: to.stop,
      walk,
      pickupAt,
      dropoffAt,
    });
  }
  return found;
}

interface WalkedTo {
  readonly stop: StopId;
  readonly walk: Meters;
}

/** Every pair of stops near the wished ones but the wished pair itself, the shortest walk in all first. */
function pairsNearby(
  world: World,
  { from, to }: TripRequest,
): readonly { readonly from: WalkedTo; readonly to: WalkedTo }[] {
  const pairs = stopsNear(world, from).flatMap((one) =>
    stopsNear(world, to).map((other) => ({ from: one, to: other })),
  );
  return pairs
    .filter((pair) => pair.from.walk + pair.to.walk > 0)
    .toSorted((a, b) => a.from.walk + a.to.walk - (b.from.walk + b.to.walk));
}

const WALK_WITHIN = meters(300);

/** The stop itself and those within a walk of it. */
function stopsNear({ service: { stops, standards } }: World, wished: StopId): readonly WalkedTo[] {
  const here = stops.find(({ id }) => id === wished);
  if (here === undefined) return [];
  const within = standards.walkWithin ?? WALK_WITHIN;
  return stops
    .map((stop) => ({ stop: stop.id, walk: stop === here ? meters(0) : walkBetween(here, stop) }))
    .filter(({ walk }) => walk <= within);
}

/** Footpaths wind: three tenths more than the crow flies, told in tens of metres. */
function walkBetween(one: Stop, other: Stop): Meters {
  return meters(Math.max(10, Math.ceil((greatCircleMeters(one.position, other.position) * 1.3) / 10) * 10));
}
