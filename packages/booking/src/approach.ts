import {
  type BookingId,
  type EpochSeconds,
  epochSeconds,
  greatCircleMeters,
  type Seconds,
  seconds,
  serviceDateOf,
  type VehicleId,
} from "@noriai/kernel";
import { type ApproachReason, approachReason } from "./approach-reason.ts";
import type { Booking } from "./booking.ts";
import { isOpen } from "./booking-state.ts";
import type { Day } from "./day.ts";
import { type DutyTimes, type PlannedVisit, scheduleOf } from "./schedule-of.ts";
import { isVehicleOnTheWay } from "./vehicle-on-the-way.ts";
import { wholeMinute } from "./whole-minute.ts";
import type { World } from "./world.ts";

/** Where a vehicle was last heard of. */
export interface HeardOf {
  readonly lat: number;
  readonly lng: number;
  readonly at: EpochSeconds;
}

/**
 * Approach (接近): what a rider may know of their vehicle now. While they wait it tells between when the vehicle comes to
 * them, and once they sit in it, between when they are where they want to be. FIELD 20
 */
export interface Approach {
  /** `planned`: the vehicle has not set out for the rider. */
  readonly stage: "planned" | "coming" | "here" | "riding";
  readonly vehicleId: VehicleId;
  /** Whole minutes. Never before the promised pickup, and within the promise as long as that can be kept. */
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
  /** How much later than promised it is foreseen; 0 while the promise holds. */
  readonly lateBy: Seconds;
  /** At how many other stops the vehicle stops first. */
  readonly stopsBefore: number;
  readonly reason: ApproachReason | undefined;
  /** `far-ahead`: too early to show a vehicle that carries others; `none`: it should be heard of and is not. */
  readonly signal: "far-ahead" | "live" | "old" | "none";
  /** Where the vehicle is; only with a signal. */
  readonly heardOf: HeardOf | undefined;
}

/** A position older than this is shown as an old one. 仕様書 5-(3)-③ */
const LIVE_SECONDS = 60;
/** One older than this says nothing about when the vehicle comes. */
const OLD_SECONDS = 300;
/** So long before the foreseen pickup the vehicle is shown to its rider. */
const SHOWN_AHEAD = 20 * 60;
/** No vehicle of a town is faster, as the crow flies: what is further away than this comes later than planned. */
const METERS_PER_HOUR_MOST = 60_000;

/**
 * @param heardOf  the last position of the vehicle that carries this booking, if any
 * @returns nothing for a booking of another day, that is over, or has no place in the plan. A ride that nobody closed on
 *   its day tells its rider nothing of where the vehicle is now.
 */
export function approachOf(
  world: World,
  day: Day,
  {
    bookingId,
    heardOf,
  }: { readonly bookingId: BookingId; readonly heardOf: (vehicle: VehicleId) => HeardOf | undefined },
): Approach | undefined {
  const booking = day.bookings.get(bookingId);
  const isToday = day.serviceDate === serviceDateOf(world.now, world.service.timeZone);
  if (booking === undefined || !isToday || !isOpen(booking.state)) return undefined;
  const kind = booking.state === "riding" ? "dropoff" : "pickup";
  for (const times of scheduleOf(world, day).duties) {
    const visit = times.visits.find((one) => one.tripId === bookingId && one.kind === kind && !one.done);
    if (visit !== undefined) return approach({ world, day, booking, times, visit, heardOf });
  }
  return undefined;
}

function approach({
  world,
  day,
  booking,
  times,
  visit,
  heardOf,
}: {
  readonly world: World;
  readonly day: Day;
  readonly booking: Booking;
  readonly times: DutyTimes;
  readonly visit: PlannedVisit;
  readonly heardOf: (vehicle: VehicleId) => HeardOf | undefined;
}): Approach {
  const { vehicleId } = times.duty;
  const stage = stageOf(world, day, booking);
  const before = visitsBefore(times, visit);
  const seen = seenOf(world, { stage, visit, last: heardOf(vehicleId) });
  const soonest =
    before.length === 0 && seen.signal === "live" ? soonestFrom(world, visit, seen.heardOf!) : 0;
  const at = epochSeconds(Math.max(visit.at, soonest));
  return {
    ...{ stage, vehicleId, stopsBefore: stopsOf(before, visit) },
    ...intervalOf(world, { visit, at, stops: before.length, signal: seen.signal }),
    lateBy: seconds(Math.max(0, at - visit.to)),
    reason: approachReason({ world, day, booking, times, before, isFarther: soonest > visit.at }),
    ...seen,
  };
}

function stageOf(world: World, day: Day, { id, state }: Booking): Approach["stage"] {
  if (state === "riding") return "riding";
  if (state === "boarding") return "here";
  return isVehicleOnTheWay(world, day, id) ? "coming" : "planned";
}

/** What the vehicle still has to do at other stops before it. */
function visitsBefore({ visits }: DutyTimes, own: PlannedVisit): readonly PlannedVisit[] {
  const open = visits.filter(({ done }) => !done);
  return open.slice(0, open.indexOf(own)).filter(({ stopId }) => stopId !== own.stopId);
}

function stopsOf(before: readonly PlannedVisit[], { stopId }: PlannedVisit): number {
  const inTurn = [...before.map((one) => one.stopId), stopId];
  return inTurn.filter((stop, k) => k + 1 < inTurn.length && stop !== inTurn[k + 1]).length;
}

/** A vehicle is shown to its rider when it comes, not while it carries others about the town. */
function seenOf(
  { now }: World,
  {
    stage,
    visit,
    last,
  }: { readonly stage: Approach["stage"]; readonly visit: PlannedVisit; readonly last: HeardOf | undefined },
): Pick<Approach, "signal" | "heardOf"> {
  if (stage === "planned" && visit.at - now > SHOWN_AHEAD) return { signal: "far-ahead", heardOf: undefined };
  if (last === undefined || now - last.at > OLD_SECONDS) return { signal: "none", heardOf: undefined };
  return { signal: now - last.at > LIVE_SECONDS ? "old" : "live", heardOf: last };
}

/** Before then the vehicle cannot be there, wherever the plan believes it to be. */
function soonestFrom({ service }: World, { stopId }: PlannedVisit, heardOf: HeardOf): number {
  const stop = service.stops.find(({ id }) => id === stopId);
  if (stop === undefined) return 0;
  return heardOf.at + Math.floor((greatCircleMeters(heardOf, stop.position) / METERS_PER_HOUR_MOST) * 3600);
}

/**
 * Between when it is foreseen: the further ahead and the more stops before, the wider. Plans are changed within promises
 * only, so the promise bounds it as long as it holds; without a signal nothing better than the promise can be told.
 */
function intervalOf(
  { now }: World,
  {
    visit,
    at,
    stops,
    signal,
  }: {
    readonly visit: PlannedVisit;
    readonly at: EpochSeconds;
    readonly stops: number;
    readonly signal: Approach["signal"];
  },
): { readonly from: EpochSeconds; readonly to: EpochSeconds } {
  const opens = visit.kind === "pickup" ? visit.from : 0;
  const isKept = at <= visit.to;
  if (signal === "none" && isKept && visit.kind === "pickup") return { from: visit.from, to: visit.to };
  const spread = Math.min(
    SPREAD_MOST,
    SPREAD_LEAST + Math.floor(Math.max(0, at - now) / 10) + stops * SPREAD_PER_VISIT,
  );
  const latest = wholeMinute(at + spread, "up");
  const to = isKept ? Math.max(Math.min(latest, visit.to), wholeMinute(at, "up")) : latest;
  const from = Math.max(opens, wholeMinute(Math.max(now, at - Math.floor(spread / 2)), "down"));
  return { from: epochSeconds(Math.min(from, to)), to: epochSeconds(to) };
}

const SPREAD_LEAST = 90;
const SPREAD_PER_VISIT = 45;
const SPREAD_MOST = 15 * 60;
