import * as dispatch from "@noriai/dispatch";
import { assert, type BookingId, type EpochSeconds, type QuoteId } from "@noriai/kernel";
import type { Day, Duty } from "./day.ts";
import { departureOf } from "./drive.ts";
import { eventsOfDuty } from "./effective-events.ts";
import { placeOfStop } from "./engine-trip.ts";
import { doneVisits, openVisits } from "./open-visits.ts";
import type { TaskEvent } from "./task-event.ts";
import type { World } from "./world.ts";

/** What is asked about one duty. */
export interface ProgressQuestion {
  readonly world: World;
  readonly day: Day;
  readonly duty: Duty;
  readonly engineDuty: dispatch.Duty;
  readonly travelTimes: dispatch.TravelTimes;
  readonly trips: ReadonlyMap<string, dispatch.Trip>;
  /**
   * Vehicles that set out by then count as driving: the present, or, for an offer that will be held, the end of the
   * hold, because until then nobody can tell a driver to go elsewhere first.
   */
  readonly departingBy: EpochSeconds;
  /** When the vehicle is back from its duty before this one; nothing where it has none. */
  readonly backAt: number | undefined;
}

/** What has really happened in one duty, and when its vehicle became or becomes free of that. */
export interface Driven {
  readonly progress: dispatch.Progress;
  readonly freeSince: number;
}

/**
 * What has really happened in one duty: who is aboard, where the vehicle is, and the visit it is driving to.
 *
 * A vehicle sets out so as to be at its next stop when the promised pickup opens; a drop-off it drives to at once. It
 * never sets out for a rider before it could know of the trip. From then on that visit stays the next one. At the stop
 * its driver is trusted to begin as planned: while boarding or alighting takes its time, it counts as done at its end.
 */
export function progressOf(question: ProgressQuestion): Driven {
  const { world, day, duty, engineDuty, backAt = 0 } = question;
  const events = eventsOfDuty(day, duty.id);
  const lastMove = events.findLast(isMove);
  return proceed(question, {
    done: doneVisits(events),
    place: lastMove === undefined ? engineDuty.startPlace : placeOfMove(world, day, lastMove),
    atStop: lastMove !== undefined,
    arrived: lastMove?.kind === "arrived",
    free: Math.max(lastMove?.at ?? Math.max(engineDuty.startsAt, backAt), freedAt(day, duty)),
    delay: events.slice(lastMove === undefined ? 0 : events.indexOf(lastMove)).findLast(isDelay),
  });
}

interface Whereabouts {
  readonly done: readonly dispatch.DoneVisit[];
  readonly place: number;
  /** Is `place` a stop that the vehicle has reached, not where its duty began? */
  readonly atStop: boolean;
  /** Has it arrived there and not finished anything since? */
  readonly arrived: boolean;
  readonly free: number;
  readonly delay: Delay | undefined;
}

function proceed(question: ProgressQuestion, here: Whereabouts): Driven {
  const { day, duty, departingBy } = question;
  const next = openVisits(day, duty, here.done)[0];
  const standing = { dutyId: duty.id, place: here.place, done: here.done };
  const leaves = next && leavesFor(question, here, next);
  const freeSince = afterDelay(here);
  if (next === undefined || leaves === undefined)
    return { progress: { ...standing, freeAt: Math.max(freeSince, departingBy) }, freeSince };
  const driving = { ...standing, freeAt: leaves, drivingTo: next };
  const finishesAt = here.atStop ? serviceUnderWay(question, driving) : undefined;
  if (finishesAt === undefined) return { progress: driving, freeSince };
  const done = [...here.done, { ...next, at: finishesAt }];
  return proceed(question, { ...here, done, arrived: false, free: finishesAt, delay: undefined });
}

/** When the vehicle leaves, or has left, for its next visit; nothing when it stays for now. */
function leavesFor(
  { world, day, travelTimes, trips, departingBy }: ProgressQuestion,
  here: Whereabouts,
  next: dispatch.Visit,
): number | undefined {
  const { place, opens } = targetOf(trips, next);
  if (here.arrived && place === here.place) return afterDelay(here);
  const inTime = departureOf(travelTimes, { from: here.place, to: place, arriveBy: opens });
  const setsOut = (free: number) => Math.max(free, knownAt(day, next.tripId), inTime);
  const { delay } = here;
  if (delay !== undefined && setsOut(here.free) <= delay.at) return setsOut(here.free) + delay.by; // late on the road
  const leaves = setsOut(afterDelay(here));
  return leaves <= Math.max(departingBy, world.now) ? leaves : undefined;
}

/** When the boarding or alighting that goes on right now will be finished; nothing when none does. */
function serviceUnderWay(
  { world, day, engineDuty, travelTimes, trips }: ProgressQuestion,
  progress: dispatch.Progress & { readonly drivingTo: dispatch.Visit },
): number | undefined {
  const { drivingTo, freeAt, dutyId } = progress;
  const trip = trips.get(drivingTo.tripId)!;
  const { place } = targetOf(trips, drivingTo);
  if (place !== progress.place || freeAt > world.now || !day.bookings.has(drivingTo.tripId as BookingId))
    return undefined;
  const route = day.plan.routes.find((one) => one.dutyId === dutyId)!;
  const planned = dispatch.schedule({
    problem: {
      travelTimes,
      duties: [engineDuty],
      trips: [...trips.values()],
      progress: [progress],
      now: freeAt,
    },
    plan: { routes: [route] },
  });
  const beginsAt = planned.duties[0]!.visits[0]!.start;
  const finishesAt = beginsAt + (drivingTo.kind === "pickup" ? trip.boardSeconds : trip.alightSeconds);
  return beginsAt <= world.now && world.now <= finishesAt ? finishesAt : undefined;
}

type Move = Extract<TaskEvent, { kind: "arrived" | "boarded" | "alighted" | "no-show" }>;
type Delay = Extract<TaskEvent, { kind: "delayed" }>;

const isDelay = (event: TaskEvent): event is Delay => event.kind === "delayed";
const isMove = (event: TaskEvent): event is Move =>
  event.kind !== "delayed" && event.kind !== "fare-collected" && event.kind !== "undone";

function placeOfMove(world: World, day: Day, event: Move): number {
  if (event.kind === "arrived") return placeOfStop(world, event.stopId);
  const booking = day.bookings.get(event.bookingId);
  assert(booking !== undefined, `the booking of event ${event.id} stands on its day`);
  return placeOfStop(world, event.kind === "alighted" ? booking.request.to : booking.request.from);
}

function targetOf(
  trips: ReadonlyMap<string, dispatch.Trip>,
  { tripId, kind }: dispatch.Visit,
): { readonly place: number; readonly opens: number } {
  const trip = trips.get(tripId);
  assert(trip !== undefined, `trip ${tripId} of the plan stands on its day`);
  return kind === "pickup"
    ? { place: trip.pickupPlace, opens: trip.pickup.earliest }
    : { place: trip.dropoffPlace, opens: trip.dropoff.earliest };
}

/** From when a vehicle can set out for a trip: once it is confirmed, so for a held one when its hold ends. */
function knownAt(day: Day, tripId: string): number {
  const booking = day.bookings.get(tripId as BookingId);
  if (booking !== undefined) return booking.changedAt ?? booking.bookedAt;
  return day.quotes.get(tripId as QuoteId)?.expiresAt ?? 0;
}

/** When the vehicle could last turn: away from a rider who was its next one, or to one who became so. */
function freedAt(day: Day, duty: Duty): number {
  let at: number = duty.turnedAt ?? 0;
  for (const { freed } of day.bookings.values()) if (freed?.dutyId === duty.id) at = Math.max(at, freed.at);
  return at;
}

const afterDelay = ({ free, delay }: Whereabouts): number =>
  delay === undefined ? free : Math.max(free, delay.at + delay.by);
