import { nextState } from "./booking-state.ts";
import type { Day } from "./day.ts";
import type { IntakeStop } from "./intake-stop.ts";
import type { Notice } from "./notice.ts";
import { aboutBooking, rideOf } from "./notices-of.ts";
import { isCovered } from "./rules/intake-stopped.ts";
import type { World } from "./world.ts";

/**
 * Riders with a booking ahead that lies under a new stop of intake: they hear what everybody reads, and that the booking
 * stands for now. A stop of one channel says nothing about rides, so nobody is told of it.
 */
export function intakeNotices(
  world: World,
  days: readonly Day[],
  { id, scope, notice }: IntakeStop,
): readonly Notice[] {
  if (scope.channels !== undefined) return [];
  return days
    .flatMap(({ bookings }) => [...bookings.values()])
    .filter(({ state }) => nextState(state, "operator-cancel") !== undefined)
    .filter(({ promise, request }) => promise.pickupTo > world.now && isCovered(world, scope, request))
    .map((booking) => ({
      ...aboutBooking(booking, { kind: "intake-stopped", ride: rideOf(booking), notice }),
      once: `intake-stopped ${id} ${booking.id}`,
    }));
}
