import { fail, ok, type Result } from "@noriai/kernel";
import { dutyWith, handed, waitingBooking, withDuty } from "../by-hand.ts";
import type { Day } from "../day.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";

/** Keeps a rider in the vehicle that carries them now: no search moves them (固定). */
export function pin(
  open: Day,
  { bookingId }: Extract<Instruction, { kind: "pin" }>,
): Result<Day, InstructionRejection> {
  const booking = waitingBooking(open, bookingId);
  if (!booking.ok) return booking;
  const duty = dutyWith(open, bookingId);
  if (duty === undefined) return fail({ kind: "not-planned" });
  if (duty.byHand?.includes(bookingId)) return fail({ kind: "already-pinned" });
  return ok(withDuty(open, handed(duty, bookingId, true)));
}

/** Lets searches move the rider again. */
export function unpin(
  open: Day,
  { bookingId }: Extract<Instruction, { kind: "unpin" }>,
): Result<Day, InstructionRejection> {
  if (!open.bookings.has(bookingId)) return fail({ kind: "unknown-booking" });
  const duty = open.duties.find(({ byHand }) => byHand?.includes(bookingId));
  if (duty === undefined) return fail({ kind: "not-pinned" });
  return ok(withDuty(open, handed(duty, bookingId, false)));
}
