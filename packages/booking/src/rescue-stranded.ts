import { type Plan, remove } from "@noriai/dispatch";
import type { BookingId } from "@noriai/kernel";
import { applyChanges } from "./apply-changes.ts";
import type { Day } from "./day.ts";
import { untilDriversKnow } from "./decide-improve.ts";
import { findPlaceForPromise } from "./find-offer.ts";
import { hasPlaces } from "./known-day.ts";
import { planMadeAnew } from "./plan-made-anew.ts";
import { strandedOn } from "./stranded.ts";
import type { World } from "./world.ts";

/** A place under the same promise for everybody who has lost theirs and for whom there is one; nobody else is harmed. */
export function rescueStranded(world: World, day: Day): Day {
  return strandedOn(world, day).reduce((current, id) => takenOver(world, current, planWithPlaceFor(id)), day);
}

export type PlanFor = (world: World, day: Day) => Plan | undefined;

/** The day with the plan, where there is one and its drivers can follow it; else the day as it was. */
export function takenOver(world: World, day: Day, planOn: PlanFor): Day {
  const plan = planOn(world, day);
  const change = plan && planMadeAnew(world, day, plan);
  return change === undefined ? day : applyChanges(day, [change]);
}

/** A place under the same promise for a rider whose vehicle or stop is gone. */
const planWithPlaceFor =
  (id: BookingId): PlanFor =>
  (world, day) => {
    const booking = day.bookings.get(id);
    if (booking?.state !== "confirmed" || !hasPlaces(world, booking.request)) return undefined;
    return findPlaceForPromise({
      world,
      day: { ...day, plan: remove({ plan: day.plan, tripId: id }) },
      tripId: id,
      request: booking.request,
      promise: booking.promise,
      departingBy: untilDriversKnow(world, day),
    })?.plan;
  };
