import type * as dispatch from "@noriai/dispatch";
import { assert, type BookingId, type EpochSeconds, type QuoteId } from "@noriai/kernel";
import type { Day, Duty } from "./day.ts";
import { dayTimes } from "./day-times.ts";
import { departureOf } from "./drive.ts";
import { eventsOfDuty } from "./effective-events.ts";
import { placeOfStop } from "./engine-trip.ts";
import type { TaskEvent } from "./task-event.ts";
import type { World } from "./world.ts";

/**
 * What has really happened in one duty: who is aboard, where the vehicle is, and the visit it is driving to.
 *
 * A vehicle sets out so as to be at its next stop when the promised pickup opens; a drop-off it drives to at once. It
 * never sets out for a rider before it could know of the trip. From then on that visit stays the next one.
 *
 * @param departingBy  vehicles that set out by then count as driving: the present, or, for an offer that will be held,
 *   the end of the hold, because until then nobody can tell a driver to go elsewhere first
 */
export function progressOf({
  world,
  day,
  duty,
  engineDuty,
  trips,
  departingBy,
}: {
  readonly world: World;
  readonly day: Day;
  readonly duty: Duty;
  readonly engineDuty: dispatch.Duty;
  readonly trips: ReadonlyMap<string, dispatch.Trip>;
  readonly departingBy: EpochSeconds;
}): dispatch.Progress {
  const events = eventsOfDuty(day, duty.id);
  const done = events.flatMap(doneVisits);
  const lastMove = events.findLast(isMove);
  const place = lastMove === undefined ? engineDuty.startPlace : placeOfMove(world, day, lastMove);
  const standing = { dutyId: duty.id, place, done };
  const free = Math.max(lastMove?.at ?? engineDuty.startsAt, freedAt(day, duty));
  const delay = events.slice(lastMove === undefined ? 0 : events.indexOf(lastMove)).findLast(isDelay);
  const next = openVisits(day, duty, done)[0];
  if (next === undefined) return { ...standing, freeAt: Math.max(afterDelay(free, delay), departingBy) };
  const target = targetOf(trips, next);
  if (lastMove?.kind === "arrived" && target.place === place)
    return { ...standing, freeAt: afterDelay(free, delay), drivingTo: next };
  const setsOut = (freeAt: number) =>
    Math.max(
      freeAt,
      knownAt(day, next.tripId),
      departureOf(dayTimes(world, day.serviceDate), {
        from: place,
        to: target.place,
        arriveBy: target.opens,
      }),
    );
  const left = setsOut(free);
  const isLateOnTheRoad = delay !== undefined && left <= delay.at;
  const leaves = isLateOnTheRoad ? left + delay.by : setsOut(afterDelay(free, delay));
  if (leaves <= departingBy || isLateOnTheRoad) return { ...standing, freeAt: leaves, drivingTo: next };
  return { ...standing, freeAt: Math.max(afterDelay(free, delay), departingBy) };
}

type Move = Extract<TaskEvent, { kind: "arrived" | "boarded" | "alighted" | "no-show" }>;
type Delay = Extract<TaskEvent, { kind: "delayed" }>;

const isDelay = (event: TaskEvent): event is Delay => event.kind === "delayed";
const isMove = (event: TaskEvent): event is Move =>
  event.kind !== "delayed" && event.kind !== "fare-collected" && event.kind !== "undone";

function doneVisits(event: TaskEvent): dispatch.DoneVisit[] {
  if (event.kind === "boarded") return [{ tripId: event.bookingId, kind: "pickup", at: event.at }];
  if (event.kind === "alighted") return [{ tripId: event.bookingId, kind: "dropoff", at: event.at }];
  return [];
}

function placeOfMove(world: World, day: Day, event: Move): number {
  if (event.kind === "arrived") return placeOfStop(world, event.stopId);
  const booking = day.bookings.get(event.bookingId);
  assert(booking !== undefined, `the booking of event ${event.id} stands on its day`);
  return placeOfStop(world, event.kind === "alighted" ? booking.request.to : booking.request.from);
}

/** The visits of a duty that are still ahead, in driving order. */
export function openVisits(
  day: Day,
  duty: Pick<Duty, "id">,
  done: readonly dispatch.Visit[] = eventsOfDuty(day, duty.id).flatMap(doneVisits),
): readonly dispatch.Visit[] {
  const visits = day.plan.routes.find(({ dutyId }) => dutyId === duty.id)?.visits ?? [];
  return visits.filter(
    ({ tripId, kind }) => !done.some((past) => past.tripId === tripId && past.kind === kind),
  );
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

/** When the vehicle could last turn away from a rider who was its next one and no longer is. */
function freedAt(day: Day, duty: Duty): number {
  let at = 0;
  for (const { freed } of day.bookings.values()) if (freed?.dutyId === duty.id) at = Math.max(at, freed.at);
  return at;
}

const afterDelay = (freeAt: number, delay: Delay | undefined): number =>
  delay === undefined ? freeAt : Math.max(freeAt, delay.at + delay.by);
