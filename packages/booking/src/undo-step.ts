import { fail, ok } from "@noriai/kernel";
import { applyChanges } from "./apply-changes.ts";
import type { Booking } from "./booking.ts";
import { type BookingAction, nextState } from "./booking-state.ts";
import type { Change, Day } from "./day.ts";
import { collectedFor, effectiveEvents, eventsOfDuty, lastStepOf } from "./effective-events.ts";
import { leastHarm } from "./least-harm.ts";
import { openVisits } from "./open-visits.ts";
import type { TaskEvent } from "./task-event.ts";
import type { Consequences } from "./task-rejection.ts";
import type { World } from "./world.ts";

/**
 * Takes a driver's step back. Only the last one of the duty, so that nothing rests on it; a collected fare and a
 * reported delay at any time. A no-show taken back finds its rider again where the promises of all suffer least.
 */
export function undo(world: World, day: Day, event: Extract<TaskEvent, { kind: "undone" }>): Consequences {
  const step = effectiveEvents(day).find(({ id }) => id === event.eventId);
  if (step === undefined || step.dutyId !== event.dutyId) return fail({ kind: "nothing-to-undo" });
  if (step.kind === "fare-collected" || step.kind === "delayed") return ok([]);
  const last = lastStepOf(day, event.dutyId);
  if (last?.id !== step.id) return fail({ kind: "not-the-last-step", ...(last && { lastEventId: last.id }) });
  switch (step.kind) {
    case "arrived":
      return departAgain(day, step);
    case "boarded":
      return ok(moveBack(day, step.bookingId, "undo-board"));
    case "alighted":
      return ok(moveBack(day, step.bookingId, "undo-alight"));
    case "no-show":
      return ok(findAgain({ world, day, event, bookingId: step.bookingId }));
    default:
      return fail({ kind: "nothing-to-undo" });
  }
}

function moveBack(day: Day, bookingId: Booking["id"], action: BookingAction): Change[] {
  const booking = day.bookings.get(bookingId);
  const state = booking && nextState(booking.state, action);
  return booking && state ? [{ kind: "booking-moved-on", booking: { ...booking, state } }] : [];
}

/**
 * Riders who began to board by this arrival no longer do, unless the vehicle had reported its arrival twice. Nobody has
 * paid in a vehicle that was never there: a fare taken on the step has to be taken back before.
 */
function departAgain(day: Day, arrived: Extract<TaskEvent, { kind: "arrived" }>): Consequences {
  const before = eventsOfDuty(day, arrived.dutyId).findLast(
    ({ id, kind }) => id !== arrived.id && kind !== "delayed" && kind !== "fare-collected",
  );
  if (before?.kind === "arrived" && before.stopId === arrived.stopId) return ok([]);
  const waiting = openVisits(day, { id: arrived.dutyId })
    .filter(({ kind }) => kind === "pickup")
    .map(({ tripId }) => tripId as Booking["id"])
    .filter((id) => moveBack(day, id, "undo-arrive").length > 0);
  const paid = waiting.map((id) => collectedFor(day, id)).find((fare) => fare !== undefined);
  if (paid !== undefined)
    return fail({ kind: "fare-stands", bookingId: paid.bookingId, amount: paid.amount });
  return ok(waiting.flatMap((id) => moveBack(day, id, "undo-arrive")));
}

function findAgain({
  world,
  day,
  event,
  bookingId,
}: {
  readonly world: World;
  readonly day: Day;
  readonly event: TaskEvent;
  readonly bookingId: Booking["id"];
}): Change[] {
  const back = moveBack(day, bookingId, "undo-no-show");
  const waiting = applyChanges(day, [{ kind: "task-recorded", event }, ...back]);
  return [...back, { kind: "plan-changed", plan: leastHarm(world, waiting, event.dutyId, bookingId) }];
}
