import * as dispatch from "@noriai/dispatch";
import { assert, type BookingId, fail, ok, type Result } from "@noriai/kernel";
import type { Booking } from "../booking.ts";
import { asWanted, dutyWith, handed } from "../by-hand.ts";
import type { Day, Duty } from "../day.ts";
import { untilDriversKnow } from "../decide-improve.ts";
import { promisedTrip } from "../engine-trip.ts";
import type { Instruction, InstructionRejection, PlaceInTurn } from "../instruction.ts";
import { hasPlaces, isDriven, knownDay, withLeftOut } from "../known-day.ts";
import { openVisits } from "../open-visits.ts";
import { problemOf } from "../problem.ts";
import { isVehicleOnTheWay } from "../vehicle-on-the-way.ts";
import type { World } from "../world.ts";

/**
 * Gives a rider to another vehicle, or another turn in the same one, under the promise that was told, everybody else
 * staying in theirs; there the rider stays until a dispatcher says otherwise or the vehicle is lost.
 */
export function moveByHand(
  world: World,
  open: Day,
  { bookingId, dutyId, place }: Extract<Instruction, { kind: "move" }>,
): Result<Day, InstructionRejection> {
  const booking = open.bookings.get(bookingId);
  const duty = open.duties.find(({ id }) => id === dutyId);
  if (booking === undefined) return fail({ kind: "unknown-booking" });
  if (duty === undefined) return fail({ kind: "unknown-duty" });
  const rejection = whyNot({ world, open, booking, duty, isPlaced: place !== undefined });
  if (rejection !== undefined) return fail(rejection);

  const placed =
    place === undefined
      ? planInDuty({ world, open, booking, duty })
      : planInTurn({ open, bookingId, duty, place });
  if (!placed.ok) return placed;
  const duties = open.duties.map((one) => handed(withoutWait(one, bookingId), bookingId, one.id === dutyId));
  return asWanted(world, open, { ...open, duties, plan: placed.value });
}

/** Where somebody wants it: whether it can be so is asked of the whole day afterwards. */
function planInTurn({
  open,
  bookingId,
  duty,
  place: { pickup, dropoff },
}: {
  readonly open: Day;
  readonly bookingId: BookingId;
  readonly duty: Duty;
  readonly place: PlaceInTurn;
}): Result<dispatch.Plan, InstructionRejection> {
  const without = { ...open, plan: dispatch.remove({ plan: open.plan, tripId: bookingId }) };
  const ahead = openVisits(without, duty);
  // Offers that are held stand in between; nobody on the board sees them as a turn.
  const booked = ahead.filter(({ tripId }) => open.bookings.has(tripId as BookingId));
  if (pickup > dropoff || dropoff > booked.length)
    return fail({ kind: "no-such-place", places: booked.length });
  const behind = (count: number) => (count === 0 ? 0 : ahead.indexOf(booked[count - 1]!) + 1);
  const [first, last] = [behind(pickup), behind(dropoff)];
  const own = (kind: dispatch.VisitKind) => ({ tripId: bookingId, kind });
  const turn = [
    ...ahead.slice(0, first),
    own("pickup"),
    ...ahead.slice(first, last),
    own("dropoff"),
    ...ahead.slice(last),
  ];
  return ok({
    routes: without.plan.routes.map((route) =>
      route.dutyId === duty.id
        ? { ...route, visits: [...route.visits.filter((visit) => !ahead.includes(visit)), ...turn] }
        : route,
    ),
  });
}

function whyNot({
  world,
  open,
  booking: { id, request, state },
  duty,
  isPlaced,
}: {
  readonly world: World;
  readonly open: Day;
  readonly booking: Booking;
  readonly duty: Duty;
  readonly isPlaced: boolean;
}): InstructionRejection | undefined {
  if (state !== "confirmed") return { kind: "not-movable", state };
  if (!isPlaced && dutyWith(open, id)?.id === duty.id) return { kind: "already-there" };
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

/** Another vehicle has not been told to wait. */
function withoutWait({ waits = [], ...duty }: Duty, bookingId: BookingId): Duty {
  const others = waits.filter((one) => one.bookingId !== bookingId);
  return others.length === 0 ? duty : { ...duty, waits: others };
}
