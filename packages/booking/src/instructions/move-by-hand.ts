import * as dispatch from "@noriai/dispatch";
import { assert, type BookingId, fail, ok, type Result } from "@noriai/kernel";
import { applyChanges } from "../apply-changes.ts";
import type { Booking } from "../booking.ts";
import type { Day, Duty } from "../day.ts";
import { untilDriversKnow } from "../decide-improve.ts";
import { promisedTrip } from "../engine-trip.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";
import { hasPlaces, isDriven, knownDay, withLeftOut } from "../known-day.ts";
import { planMadeAnew } from "../plan-made-anew.ts";
import { problemOf } from "../problem.ts";
import { isVehicleOnTheWay } from "../vehicle-on-the-way.ts";
import type { World } from "../world.ts";

/**
 * Gives a rider to another vehicle under the promise that was told, everybody else staying in theirs; there the rider
 * stays until a dispatcher says otherwise or the vehicle is lost.
 */
export function moveByHand(
  world: World,
  open: Day,
  { bookingId, dutyId }: Extract<Instruction, { kind: "move" }>,
): Result<Day, InstructionRejection> {
  const booking = open.bookings.get(bookingId);
  const duty = open.duties.find(({ id }) => id === dutyId);
  if (booking === undefined) return fail({ kind: "unknown-booking" });
  if (duty === undefined) return fail({ kind: "unknown-duty" });
  const rejection = whyNot({ world, open, booking, duty });
  if (rejection !== undefined) return fail(rejection);

  const placed = planInDuty({ world, open, booking, duty });
  if (!placed.ok) return placed;
  const handed = { ...open, duties: open.duties.map((one) => withHand(one, bookingId, dutyId)) };
  const change = planMadeAnew(world, handed, placed.value);
  return change === undefined ? fail({ kind: "breaks-plan" }) : ok(applyChanges(handed, [change]));
}

function whyNot({
  world,
  open,
  booking: { id, request, state },
  duty,
}: {
  readonly world: World;
  readonly open: Day;
  readonly booking: Booking;
  readonly duty: Duty;
}): InstructionRejection | undefined {
  if (state !== "confirmed") return { kind: "not-movable", state };
  if (dutyOf(open, id) === duty.id) return { kind: "already-there" };
  if (!isDriven(world, duty))
    return duty.outOfService === undefined
      ? { kind: "vehicle-gone" }
      : { kind: "out-of-service", from: duty.outOfService.from };
  if (duty.endsAt <= world.now) return { kind: "duty-over", endedAt: duty.endsAt };
  if (!hasPlaces(world, request)) return { kind: "stop-gone" };
  return isVehicleOnTheWay(world, open, id) ? { kind: "vehicle-on-the-way" } : undefined;
}

function planInDuty({
  world,
  open,
  booking: { id, request, promise },
  duty,
}: {
  readonly world: World;
  readonly open: Day;
  readonly booking: Booking;
  readonly duty: Duty;
}): Result<dispatch.Plan, InstructionRejection> {
  const without = { ...open, plan: dispatch.remove({ plan: open.plan, tripId: id }) };
  const known = knownDay(world, without);
  const answer = dispatch.offer({
    problem: problemOf(world, known, untilDriversKnow(world, open)),
    plan: known.plan,
    trip: { ...promisedTrip(world, { id, request, promise }), onlyDuty: duty.id },
  });
  assert(answer.kind !== "invalid", `the engine can read the day: ${JSON.stringify(answer)}`);
  if (answer.kind === "offer") return ok(withLeftOut({ plan: answer.offer.plan, known, day: without }));
  const reason = answer.reasons.find(({ dutyId }) => dutyId === duty.id);
  assert(reason !== undefined, `the engine says why duty ${duty.id} cannot take the trip`);
  return fail({ kind: "no-place", reason: reason.rejection });
}

const dutyOf = ({ plan }: Day, id: BookingId): string | undefined =>
  plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === id))?.dutyId;

function withHand({ byHand = [], ...duty }: Duty, bookingId: BookingId, dutyId: Duty["id"]): Duty {
  const others = byHand.filter((id) => id !== bookingId);
  const now = duty.id === dutyId ? [...others, bookingId] : others;
  return now.length === 0 ? duty : { ...duty, byHand: now };
}
