import type { BookingId, DutyId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import type { TaskEvent } from "./task-event.ts";

/** What really happened: the recorded events without those taken back and without the taking back. */
export function effectiveEvents({ taskEvents }: Pick<Day, "taskEvents">): readonly TaskEvent[] {
  const undone = new Set<string>();
  for (const event of taskEvents) if (event.kind === "undone") undone.add(event.eventId);
  return taskEvents.filter(({ id, kind }) => kind !== "undone" && !undone.has(id));
}

/** What really happened in one duty. */
export function eventsOfDuty(day: Pick<Day, "taskEvents">, dutyId: DutyId): readonly TaskEvent[] {
  return effectiveEvents(day).filter((event) => event.dutyId === dutyId);
}

/**
 * The step of a duty that can be taken back: the last one that moved the vehicle or a rider on. A collected fare can
 * be taken back at any time, because nothing was built on it.
 */
export function lastStepOf(day: Pick<Day, "taskEvents">, dutyId: DutyId): TaskEvent | undefined {
  return eventsOfDuty(day, dutyId).findLast(({ kind }) => kind !== "delayed" && kind !== "fare-collected");
}

/** The fare that was taken for a booking, as recorded and not taken back. */
export function collectedFor(
  day: Pick<Day, "taskEvents">,
  bookingId: BookingId,
): Extract<TaskEvent, { kind: "fare-collected" }> | undefined {
  return effectiveEvents(day)
    .filter((event) => event.kind === "fare-collected")
    .find((event) => event.bookingId === bookingId);
}
