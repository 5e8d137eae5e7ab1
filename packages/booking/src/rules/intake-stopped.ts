/** Nothing is booked that a stop of intake (新規予約受付停止) covers, until it is resumed. */

import { type IntakeScope, limitsOf } from "../intake-stop.ts";
import type { TripRequest } from "../trip-request.ts";
import { wishedRide } from "../wished-ride.ts";
import type { World } from "../world.ts";
import { endsOf } from "./ends.ts";
import type { Rule } from "./rule.ts";
import { isInArea } from "./service-area.ts";

/** A change asks for a new promise and is refused like a new booking; the old one stays. @see 仕様書 5-(4)-⑤ */
export const intakeStopped: Rule = ({ world, request }) =>
  (world.intakeStops ?? [])
    .filter(({ scope }) => isCovered(world, scope, request))
    .map(({ id, scope, notice, plannedEnd }) => ({
      kind: "intake-stopped",
      intakeStopId: id,
      notice,
      ...(plannedEnd !== undefined && { plannedEnd }),
      limitedTo: limitsOf(scope),
    }));

/** Does the scope cover this trip as it was wished? Asked alike of wishes, held offers and bookings. */
export function isCovered(world: World, scope: IntakeScope, request: TripRequest): boolean {
  return (
    (scope.channels === undefined || scope.channels.includes(request.channel)) &&
    isPlaceCovered(world, scope, request) &&
    isTimeCovered(world, scope, request)
  );
}

function isPlaceCovered(world: World, { stops, area }: IntakeScope, request: TripRequest): boolean {
  if (stops === undefined && area === undefined) return true;
  return endsOf(world, request).some(
    ({ stop }) =>
      stop !== undefined &&
      (stops?.includes(stop.id) === true || (area !== undefined && isInArea(stop.position, area))),
  );
}

/** A ride that ends when the band begins, or begins when the band ends, is not in it. */
function isTimeCovered(world: World, { rides }: IntakeScope, request: TripRequest): boolean {
  if (rides === undefined) return true;
  const { leavesAt, arrivesAt } = wishedRide(world, request);
  return leavesAt < rides.to && rides.from < Math.max(arrivesAt, leavesAt + 1);
}
