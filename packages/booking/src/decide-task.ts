import { type Plan, remove } from "@noriai/dispatch";
import { fail, later, never, ok, type Result, serviceDateOf } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import type { Booking } from "./booking.ts";
import { type BookingAction, nextState } from "./booking-state.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Change, Day, Decision } from "./day.ts";
import { collectedFor, eventsOfDuty } from "./effective-events.ts";
import { knownDay } from "./known-day.ts";
import { leastHarm } from "./least-harm.ts";
import { openVisits } from "./open-visits.ts";
import { planFollowing } from "./plan-made-anew.ts";
import type { TaskEvent } from "./task-event.ts";
import type { Consequences, TaskRejection } from "./task-rejection.ts";
import { whyNotThen, whyTooLate } from "./task-time.ts";
import { undo } from "./undo-step.ts";
import type { World } from "./world.ts";

export type TaskAnswer =
  | { readonly kind: "recorded" }
  /** The terminal sent it again; nothing changes. */
  | { readonly kind: "repeated" }
  | { readonly kind: "refused"; readonly rejection: TaskRejection };

/** As `recordTask`, told by a terminal: after a day off the day's report is what was told. */
export function decideTask(world: World, day: Day, event: TaskEvent): Decision<TaskAnswer> {
  const tooLate = day.taskEvents.some(({ id }) => id === event.id) ? undefined : whyTooLate(world, day);
  return tooLate === undefined ? recordTask(world, day, event) : refused(day, tooLate);
}

/**
 * Records what a driver did (乗降), once: the same event again changes nothing.
 *
 * Reality may come late, out of the plan's order or under another vehicle's nose, but not out of its own: nobody
 * alights before boarding, nobody boards who has cancelled, nothing has happened that is still to come. Refused steps
 * are not recorded.
 *
 * @see 仕様書 5-(3)
 */
export function recordTask(world: World, day: Day, event: TaskEvent): Decision<TaskAnswer> {
  const known = day.taskEvents.find(({ id }) => id === event.id);
  if (known !== undefined)
    return isSame(known, event)
      ? decision({ day, changes: [], answer: { kind: "repeated" } })
      : refused(day, { kind: "event-id-conflict", eventId: event.id });
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const consequences = consequencesOf(world, open, event);
  if (!consequences.ok) return refused(day, consequences.error);
  return decision({
    day,
    changes: [...expired, { kind: "task-recorded", event }, ...consequences.value],
    answer: { kind: "recorded" },
  });
}

function refused(day: Day, rejection: TaskRejection): Decision<TaskAnswer> {
  return decision({ day, changes: [], answer: { kind: "refused", rejection } });
}

function consequencesOf(world: World, day: Day, event: TaskEvent): Consequences {
  if (!day.duties.some(({ id }) => id === event.dutyId)) return fail({ kind: "unknown-duty" });
  if (!isOnDay(world, day, event)) return fail({ kind: "outside-day" });
  const untimely = whyNotThen(world, day, event);
  if (untimely !== undefined) return fail(untimely);
  switch (event.kind) {
    case "arrived":
      return arrive(world, day, event);
    case "boarded":
      return board(world, day, event);
    case "alighted":
      return alight(day, event);
    case "no-show":
      return noShow(world, day, event);
    case "fare-collected":
      return collect(day, event);
    case "delayed":
      return ok([]);
    case "undone":
      return undo(world, day, event);
    default:
      return never(event);
  }
}

type Of<K extends TaskEvent["kind"]> = Extract<TaskEvent, { kind: K }>;

/** Everybody who boards here next, in one go, is now boarding. */
function arrive(world: World, day: Day, event: Of<"arrived">): Consequences {
  if (!world.travel.stops.has(event.stopId)) return fail({ kind: "unknown-stop" });
  const moved: Change[] = [];
  for (const { tripId, kind } of openVisits(knownDay(world, day), { id: event.dutyId })) {
    const booking = day.bookings.get(tripId as Booking["id"]);
    if (booking === undefined) continue; // a held offer: the driver does not know of it
    const stop = kind === "pickup" ? booking.request.from : booking.request.to;
    if (stop !== event.stopId) break;
    const state = kind === "pickup" ? nextState(booking.state, "arrive") : undefined;
    if (state !== undefined) moved.push({ kind: "booking-moved-on", booking: { ...booking, state } });
  }
  return ok(moved);
}

/**
 * A driver whose terminal was out of reach may fetch a rider whom a plan made anew had given to another vehicle meanwhile:
 * the rider is aboard here, so the plan follows. So it does when a driver takes along who had lost their vehicle.
 */
function board(world: World, day: Day, event: Of<"boarded">): Consequences {
  const found = bookingOf(day, event, "board");
  const { bookingId, dutyId } = event;
  const isPlanned = day.plan.routes.some(({ visits }) => visits.some(({ tripId }) => tripId === bookingId));
  if (found.ok && isPlanned) return ok([{ kind: "booking-moved-on", booking: found.value }]);
  const duty = day.duties.find(({ id }) => id === dutyId);
  const wasGivenAway = !found.ok && found.error.kind === "other-duty" && duty?.gaveAway?.includes(bookingId);
  if (!found.ok && !wasGivenAway) return found;
  const booking = day.bookings.get(bookingId)!;
  const state = nextState(booking.state, "board")!;
  const moved: Change = { kind: "booking-moved-on", booking: { ...booking, state } };
  const plan = remove({ plan: day.plan, tripId: booking.id });
  const aboard = applyChanges({ ...day, plan }, [{ kind: "task-recorded", event }, moved]);
  return ok([moved, planFollowing(world, day, leastHarm(world, aboard, event.dutyId, booking.id))]);
}

function alight(day: Day, event: Of<"alighted">): Consequences {
  const found = bookingOf(day, event, "alight");
  if (!found.ok) return found;
  return ok([{ kind: "booking-moved-on", booking: found.value }]);
}

/** Only at the rider's stop, and only after the rider was waited for. */
function noShow(world: World, day: Day, event: Of<"no-show">): Consequences {
  const found = bookingOf(day, event, "no-show");
  if (!found.ok) return found;
  const { promise, request } = found.value;
  if (!isAtStop(day, event, request.from)) return fail({ kind: "not-at-stop" });
  const from = later(promise.pickupFrom, world.service.standards.noShowWait);
  if (event.at < from) return fail({ kind: "no-show-too-early", from });
  const plan: Plan = remove({ plan: day.plan, tripId: event.bookingId });
  return ok([
    { kind: "booking-moved-on", booking: found.value },
    { kind: "plan-changed", plan },
  ]);
}

/**
 * The amount may differ from the fare: what was taken is recorded as it was, and shown as differing. The terminal asks for
 * the reason; one that is missing makes no money unrecorded.
 */
function collect(day: Day, event: Of<"fare-collected">): Consequences {
  const found = bookingOf(day, event, "collect");
  if (!found.ok) return found;
  const before = collectedFor(day, event.bookingId);
  if (before !== undefined) return fail({ kind: "fare-already-collected", amount: before.amount });
  return ok([]);
}

/** The booking as it is after the action, when duty and state allow it. */
function bookingOf(
  day: Day,
  event: Of<"boarded" | "alighted" | "no-show" | "fare-collected">,
  action: BookingAction,
): Result<Booking, TaskRejection> {
  const booking = day.bookings.get(event.bookingId);
  if (booking === undefined) return fail({ kind: "unknown-booking", bookingId: event.bookingId });
  const state = nextState(booking.state, action);
  if (state === undefined) return fail(wrongState(booking));
  const route = day.plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === booking.id));
  const duty = day.duties.find(({ id }) => id === route?.dutyId);
  if (duty !== undefined && duty.id !== event.dutyId) return fail({ kind: "other-duty", dutyId: duty.id });
  return ok({ ...booking, state });
}

function wrongState({ state }: Booking): TaskRejection {
  switch (state) {
    case "confirmed":
    case "boarding":
      return { kind: "not-aboard" };
    case "riding":
      return { kind: "already-aboard" };
    case "completed":
      return { kind: "already-alighted" };
    default:
      return { kind: "booking-closed", state };
  }
}

/** Is the last place of this vehicle that stop, and did it really arrive there? */
function isAtStop(day: Day, event: Of<"no-show">, stop: Booking["request"]["from"]): boolean {
  const arrived = eventsOfDuty(day, event.dutyId).findLast(({ kind }) => kind === "arrived");
  return arrived?.kind === "arrived" && arrived.stopId === stop && arrived.at <= event.at;
}

/** A step of another day is a mistake, not reality. */
function isOnDay({ service }: World, { serviceDate }: Day, { at }: TaskEvent): boolean {
  return serviceDateOf(at, service.timeZone) === serviceDate;
}

function isSame(a: TaskEvent, b: TaskEvent): boolean {
  const fields = (event: TaskEvent) =>
    JSON.stringify(Object.entries(event).sort(([k], [l]) => (k < l ? -1 : 1)));
  return fields(a) === fields(b);
}
