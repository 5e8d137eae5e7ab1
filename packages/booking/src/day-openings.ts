import {
  type EpochSeconds,
  epochSeconds,
  type MemberId,
  type ServiceDate,
  type StopId,
} from "@noriai/kernel";
import { hoursOf } from "./calendar.ts";
import { checkRequest } from "./check-request.ts";
import type { Day } from "./day.ts";
import type { Party } from "./fare-class.ts";
import { findOffer, type SearchSpace, searchSpace } from "./find-offer.ts";
import type { TripNeed } from "./trip-need.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/** A trip whose hour is not chosen yet. */
export interface HourlessTrip {
  readonly memberId: MemberId;
  readonly serviceDate: ServiceDate;
  readonly from: StopId;
  readonly to: StopId;
  readonly party: Party;
  readonly wheelchairs: number;
  readonly needs?: readonly TripNeed[];
}

/** How much room an hour has left (空き状況): at each of its times, at some, at none; or nothing can be asked for in it. */
export type HourState = "open" | "few" | "full" | "closed";

export interface HourOpening {
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
  readonly state: HourState;
  /** The first time in the hour at which there was a place. */
  readonly first?: EpochSeconds;
}

const HOUR_SECONDS = 3600;
/** People ask for the full, the quarter and the half hour. */
const STEP_SECONDS = 900;

/**
 * What room is left in each hour of a day for one trip, hour by hour as it is read.
 *
 * Every quarter of an hour is asked of the same rules and the same engine as a real wish, riders who have a place staying
 * where they are. It is a picture of the moment and holds nothing: a wish may find a place where this says full, because
 * it searches longer, and find none where this says open, because somebody was first.
 */
export function* dayOpenings(world: World, day: Day, trip: HourlessTrip): Generator<HourOpening> {
  const space = searchSpace(world, day, world.now);
  for (const { opensAt, closesAt } of hoursOf(world.service, trip.serviceDate))
    for (let from: number = opensAt; from < closesAt; from = nextHour(from)) {
      const to = Math.min(nextHour(from), closesAt);
      yield openingOf({ world, space, trip, from, to });
    }
}

function openingOf({
  world,
  space,
  trip,
  from,
  to,
}: {
  readonly world: World;
  readonly space: SearchSpace;
  readonly trip: HourlessTrip;
  readonly from: number;
  readonly to: number;
}): HourOpening {
  const asked = timesIn(from, to).filter((at) => isAllowed(world, space, requestAt(trip, at)));
  const found = asked.filter((at) => hasPlace(world, space, requestAt(trip, at)));
  const [first] = found;
  return {
    from: epochSeconds(from),
    to: epochSeconds(to),
    state: stateOf(asked.length, found.length),
    ...(first !== undefined && { first: epochSeconds(first) }),
  };
}

function stateOf(asked: number, found: number): HourState {
  if (asked === 0) return "closed";
  if (found === 0) return "full";
  return found === asked ? "open" : "few";
}

const nextHour = (at: number): number => (Math.floor(at / HOUR_SECONDS) + 1) * HOUR_SECONDS;

function timesIn(from: number, to: number): readonly number[] {
  const first = Math.ceil(from / STEP_SECONDS) * STEP_SECONDS;
  return Array.from(
    { length: Math.max(0, Math.ceil((to - first) / STEP_SECONDS)) },
    (_, k) => first + k * STEP_SECONDS,
  );
}

const requestAt = (trip: HourlessTrip, at: number): TripRequest => ({
  ...trip,
  channel: "web",
  time: { mode: "depart", at: epochSeconds(at) },
});

const isAllowed = (world: World, { day }: SearchSpace, request: TripRequest): boolean =>
  checkRequest({ world, day, request }).length === 0;

const hasPlace = (world: World, space: SearchSpace, request: TripRequest): boolean =>
  findOffer({ world, space, request, tripId: "opening" }).ok;
