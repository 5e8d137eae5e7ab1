import { type BookingId, fail, ok, type Result } from "@noriai/kernel";
import { applyChanges } from "./apply-changes.ts";
import type { Booking } from "./booking.ts";
import type { Day, Duty } from "./day.ts";
import type { InstructionRejection } from "./instruction.ts";
import { planFollowing } from "./plan-made-anew.ts";
import { whyNotFollow } from "./why-not-follow.ts";
import type { World } from "./world.ts";

/**
 * The day that a dispatcher wants, its duties marked as drivers will find them; or the rule that it would break for
 * others and by how much.
 */
export function asWanted(world: World, before: Day, wanted: Day): Result<Day, InstructionRejection> {
  const stood = { ...wanted, plan: withRoutesOf(before, wanted) };
  const after = applyChanges(stood, [planFollowing(world, stood, wanted.plan)]);
  const against = whyNotFollow(world, before, after);
  return against === undefined ? ok(after) : fail(against);
}

/** The plan before, for the duties that there are then. */
const withRoutesOf = ({ plan }: Day, { duties }: Day): Day["plan"] => ({
  routes: duties.map(
    ({ id }) => plan.routes.find(({ dutyId }) => dutyId === id) ?? { dutyId: id, visits: [] },
  ),
});

/** The duty in whose turn a booking stands. */
export const dutyWith = ({ plan, duties }: Day, id: BookingId): Duty | undefined => {
  const route = plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === id));
  return duties.find((duty) => duty.id === route?.dutyId);
};

/** A booking whose rider has not been met yet: only then a dispatcher can still do something about its ride. */
export function waitingBooking(day: Day, id: BookingId): Result<Booking, InstructionRejection> {
  const booking = day.bookings.get(id);
  if (booking === undefined) return fail({ kind: "unknown-booking" });
  return booking.state === "confirmed" ? ok(booking) : fail({ kind: "not-movable", state: booking.state });
}

/** The day with one duty in another's place. */
export const withDuty = (day: Day, duty: Duty): Day => ({
  ...day,
  duties: day.duties.map((one) => (one.id === duty.id ? duty : one)),
});

/** With or without a rider whom no search may move. */
export function handed(duty: Duty, bookingId: BookingId, isHis: boolean): Duty {
  const { byHand = [], ...rest } = duty;
  const others = byHand.filter((id) => id !== bookingId);
  const now = isHis ? [...others, bookingId] : others;
  return now.length === 0 ? rest : { ...rest, byHand: now };
}
