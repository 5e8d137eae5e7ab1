import type { TaskEvent } from "@noriai/booking";
import type { EventId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { RecordedTaskEvent } from "../door.ts";
import type { DayKey } from "../schema.ts";
import { EventIdTaken, isUniqueViolation } from "../store-busy.ts";

/** Throws EventIdTaken when the id stands already in the tenant. The transaction is then to be left. */
export async function addTaskEvent({ db }: Context, day: DayKey, event: TaskEvent): Promise<void> {
  const adding = db.insertInto("task_events").values({
    ...day,
    event_id: event.id,
    kind: event.kind,
    happened_at: event.at,
    booking_id: "bookingId" in event ? event.bookingId : null,
    undoes: event.kind === "undone" ? event.eventId : null,
    event: JSON.stringify(event),
  });
  try {
    await adding.execute();
  } catch (error) {
    if (isUniqueViolation(error, "task_events_pkey")) throw new EventIdTaken(event.id, error);
    throw error;
  }
}

export async function findTaskEvent(
  { tenant, db }: Context,
  id: EventId,
): Promise<RecordedTaskEvent | undefined> {
  return await db
    .selectFrom("task_events")
    .select(["service_date as serviceDate", "event"])
    .where("tenant_id", "=", tenant)
    .where("event_id", "=", id)
    .executeTakeFirst();
}
