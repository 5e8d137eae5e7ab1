import type { Booking } from "./booking.ts";
import type { Day } from "./day.ts";
import { openVisits } from "./open-visits.ts";
import type { World } from "./world.ts";

/** The mark on a booking that was some vehicle's next stop when it left the plan; nothing to mark otherwise. */
export function freedBy(world: World, day: Day, booking: Booking): Pick<Booking, "freed"> {
  const duty = day.duties.find((candidate) => openVisits(day, candidate)[0]?.tripId === booking.id);
  return duty === undefined ? {} : { freed: { dutyId: duty.id, at: world.now } };
}
