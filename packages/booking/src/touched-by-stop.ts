import type { Booking } from "./booking.ts";
import { nextState } from "./booking-state.ts";
import type { IntakeScope } from "./intake-stop.ts";
import { isCovered } from "./rules/intake-stopped.ts";
import type { World } from "./world.ts";

/**
 * Does a stop of intake ask for a decision about this booking, made before it? One that lies under it and can still be
 * called off. A stop of one channel says how somebody may book, and nothing about rides: it touches none.
 */
export const isTouched = (world: World, scope: IntakeScope, { state, request }: Booking): boolean =>
  scope.channels === undefined &&
  nextState(state, "operator-cancel") !== undefined &&
  isCovered(world, scope, request);
