import type { TaskEvent } from "@noriai/booking";
import type { Context } from "../context.ts";
import type { DayKey } from "../schema.ts";

export async function addTaskEvent({ db }: Context, day: DayKey, event: TaskEvent): Promise<void> {
  await db
    .insertInto("task_events")
    .values({
      ...day,
      event_id: event.id,
      kind: event.kind,
      happened_at: event.at,
      booking_id: "bookingId" in event ? event.bookingId : null,
      undoes: event.kind === "undone" ? event.eventId : null,
      event: JSON.stringify(event),
    })
    .execute();
}
