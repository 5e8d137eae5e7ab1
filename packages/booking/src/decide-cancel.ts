import { remove } from "@noriai/dispatch";
import type { BookingId, MemberId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import type { Booking, BookingState } from "./booking.ts";
import { nextState } from "./booking-state.ts";
import { type BookingVersion, isOvertaken } from "./booking-version.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import { freedBy } from "./freed.ts";
import { isVehicleOnTheWay } from "./vehicle-on-the-way.ts";
import type { World } from "./world.ts";

/** Who calls a booking off: the member it belongs to, or the operator for whatever reason. */
export interface Cancellation {
  readonly bookingId: BookingId;
  readonly by: { readonly kind: "rider"; readonly memberId: MemberId } | { readonly kind: "operator" };
  readonly reason: string;
  /** Said for the rider by somebody else: a helper, or the desk on a caller's word. She is told of it. FIELD row 14 */
  readonly onBehalf?: true;
  /** What was seen of the booking when this was decided; if it has changed since, nothing is done. */
  readonly seen?: BookingVersion;
}

export type CancelAnswer =
  | { readonly kind: "cancelled"; readonly booking: Booking }
  | { readonly kind: "not-found" }
  /** Somebody was faster: the booking is no longer what was seen. */
  | { readonly kind: "overtaken" }
  /** The vehicle has set out for the rider's stop; only the operator can still call it off. D-07 */
  | { readonly kind: "vehicle-on-the-way" }
  | { readonly kind: "wrong-state"; readonly state: BookingState };

/** Cancels a booking (予約取消): its seat is free at once. */
export function decideCancel(
  world: World,
  day: Day,
  { bookingId, by, reason, seen }: Cancellation,
): Decision<CancelAnswer> {
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const booking = open.bookings.get(bookingId);
  const isTheirs = by.kind === "operator" || by.memberId === booking?.memberId;
  if (booking === undefined || !isTheirs)
    return decision({ day, changes: expired, answer: { kind: "not-found" } });
  if (isOvertaken(booking, seen)) return decision({ day, changes: expired, answer: { kind: "overtaken" } });
  if (by.kind === "rider" && isVehicleOnTheWay(world, open, bookingId))
    return decision({ day, changes: expired, answer: { kind: "vehicle-on-the-way" } });
  const state = nextState(booking.state, by.kind === "rider" ? "cancel" : "operator-cancel");
  if (state === undefined)
    return decision({ day, changes: expired, answer: { kind: "wrong-state", state: booking.state } });

  const cancelled: Booking = {
    ...booking,
    ...freedBy(world, open, booking),
    state,
    cancellation: { at: world.now, reason },
  };
  const plan = remove({ plan: open.plan, tripId: bookingId });
  return decision({
    day,
    changes: [...expired, { kind: "booking-cancelled", booking: cancelled }, { kind: "plan-changed", plan }],
    answer: { kind: "cancelled", booking: cancelled },
  });
}
