import { type EpochSeconds, fail, ok, type Result } from "@noriai/kernel";
import { decision } from "./apply-changes.ts";
import type { Booking } from "./booking.ts";
import { isOpen } from "./booking-state.ts";
import type { Day, Decision } from "./day.ts";
import { recordTask } from "./decide-task.ts";
import { sameDeed } from "./same-deed.ts";
import type { TaskEvent } from "./task-event.ts";
import type { TaskRejection } from "./task-rejection.ts";
import { notBefore } from "./task-time.ts";
import type { World } from "./world.ts";

export type SettleAnswer =
  | { readonly kind: "taken" }
  /** It can still not be recorded, not even by a person's word. */
  | { readonly kind: "refused"; readonly rejection: TaskRejection };

/**
 * Records what a tablet told against the record, because a person says that it happened so: somebody rode who had
 * cancelled, or in another vehicle than planned, or a tablet told it behind another one. A cancelled or missed ride is
 * opened again by its rider's boarding, which nothing else does; the plan follows with the least harm to the others.
 * However late: a conflict stands until somebody settles it.
 *
 * What happened late by the record counts as having happened right behind it.
 */
export function decideSettle(world: World, day: Day, event: TaskEvent): Decision<SettleAnswer> {
  const isKnown = day.taskEvents.some(({ id }) => id === event.id) || sameDeed(day, event) !== undefined;
  if (isKnown) return decision({ day, changes: [], answer: { kind: "taken" } });
  const opened = openedFor(day, event);
  if (!opened.ok) return refused(day, opened.error);
  const at = Math.min(Math.max(event.at, notBefore(opened.value, event)), world.now) as EpochSeconds;
  const { answer, changes } = recordTask(world, opened.value, { ...event, at });
  if (answer.kind === "refused") return refused(day, answer.rejection);
  return decision({ day, changes, answer: { kind: "taken" } });
}

const refused = (day: Day, rejection: TaskRejection): Decision<SettleAnswer> =>
  decision({ day, changes: [], answer: { kind: "refused", rejection } });

/** The day on which the rider of this event may board here: as if nobody had called the ride off or given it away. */
function openedFor(day: Day, event: TaskEvent): Result<Day, TaskRejection> {
  if (event.kind !== "boarded") return ok(day);
  const booking = day.bookings.get(event.bookingId);
  if (booking === undefined) return fail({ kind: "unknown-booking", bookingId: event.bookingId });
  const isClosed = !isOpen(booking.state) && booking.state !== "completed";
  const bookings = isClosed ? new Map(day.bookings).set(booking.id, reopened(booking)) : day.bookings;
  return ok({ ...day, bookings, duties: day.duties.map((duty) => withRider(duty, event)) });
}

function reopened({ cancellation: _, freed: __, ...booking }: Booking): Booking {
  return { ...booking, state: "boarding" };
}

/** The mark of a rider who was given to another vehicle: the driver could not know it. */
function withRider(
  duty: Day["duties"][number],
  { dutyId, bookingId }: Extract<TaskEvent, { kind: "boarded" }>,
): Day["duties"][number] {
  const { id, gaveAway = [] } = duty;
  return id !== dutyId || gaveAway.includes(bookingId)
    ? duty
    : { ...duty, gaveAway: [...gaveAway, bookingId] };
}
