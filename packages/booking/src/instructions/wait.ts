import { fail, type Result, seconds } from "@noriai/kernel";
import { asWanted, dutyWith, waitingBooking, withDuty } from "../by-hand.ts";
import type { Day } from "../day.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";
import { isDriven } from "../known-day.ts";
import type { World } from "../world.ts";

/**
 * The vehicle waits at a rider's stop until an instant within the promised pickup (待機): for a train that is late, for a
 * rider who called. Whoever comes after may come later, within what was promised.
 */
export function wait(
  world: World,
  open: Day,
  { bookingId, until }: Extract<Instruction, { kind: "wait" }>,
): Result<Day, InstructionRejection> {
  const booking = waitingBooking(open, bookingId);
  if (!booking.ok) return booking;
  const duty = dutyWith(open, bookingId);
  if (duty === undefined || !isDriven(world, duty)) return fail({ kind: "not-planned" });
  const { pickupFrom, pickupTo } = booking.value.promise;
  if (until > pickupTo)
    return fail({ kind: "wait-too-long", over: seconds(until - pickupTo), latest: pickupTo });
  const { waits = [] } = duty;
  const known = waits.find((one) => one.bookingId === bookingId)?.until ?? pickupFrom;
  if (until <= known) return fail({ kind: "waits-anyway", until: known });
  const others = waits.filter((one) => one.bookingId !== bookingId);
  return asWanted(world, open, withDuty(open, { ...duty, waits: [...others, { bookingId, until }] }));
}
