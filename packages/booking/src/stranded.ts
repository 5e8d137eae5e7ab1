import type { BookingId } from "@noriai/kernel";
import { isOpen } from "./booking-state.ts";
import type { Day } from "./day.ts";
import { knownDay } from "./known-day.ts";
import { openVisits } from "./open-visits.ts";
import type { World } from "./world.ts";

/**
 * Riders whom no vehicle brings to where they want to go: their vehicle is out of service or gone, or their stop is.
 * Somebody has to find them a way. In the order in which they booked.
 */
export function strandedOn(world: World, whole: Day): readonly BookingId[] {
  const day = knownDay(world, whole);
  const carried = new Set(
    day.duties
      .flatMap((duty) => openVisits(day, duty))
      .filter(({ kind }) => kind === "dropoff")
      .map(({ tripId }) => tripId),
  );
  return [...whole.bookings.values()]
    .filter(({ id, state }) => isOpen(state) && !carried.has(id))
    .map(({ id }) => id);
}
