import type { Day } from "./day.ts";
import type { IntakeStop } from "./intake-stop.ts";
import type { Notice } from "./notice.ts";
import { aboutBooking, rideOf } from "./notices-of.ts";
import { isTouched } from "./touched-by-stop.ts";
import type { World } from "./world.ts";

/**
 * Riders with a booking ahead that lies under a new stop of intake: they hear what everybody reads, and that the booking
 * stands for now.
 */
export function intakeNotices(
  world: World,
  days: readonly Day[],
  { id, scope, notice }: IntakeStop,
): readonly Notice[] {
  return days
    .flatMap(({ bookings }) => [...bookings.values()])
    .filter((booking) => booking.promise.pickupTo > world.now && isTouched(world, scope, booking))
    .map((booking) => ({
      ...aboutBooking(booking, { kind: "intake-stopped", ride: rideOf(booking), notice }),
      once: `intake-stopped ${id} ${booking.id}`,
    }));
}
