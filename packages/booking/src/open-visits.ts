import type * as dispatch from "@noriai/dispatch";
import type { Day, Duty } from "./day.ts";
import { eventsOfDuty } from "./effective-events.ts";
import type { TaskEvent } from "./task-event.ts";

/** The visits of a duty that are still ahead, in driving order. */
export function openVisits(
  day: Day,
  { id }: Pick<Duty, "id">,
  done: readonly dispatch.Visit[] = doneVisits(eventsOfDuty(day, id)),
): readonly dispatch.Visit[] {
  const visits = day.plan.routes.find(({ dutyId }) => dutyId === id)?.visits ?? [];
  return visits.filter(
    ({ tripId, kind }) => !done.some((past) => past.tripId === tripId && past.kind === kind),
  );
}

/** The visits that have happened, with the instant at which each was finished. */
export function doneVisits(events: readonly TaskEvent[]): readonly dispatch.DoneVisit[] {
  return events.flatMap((event): dispatch.DoneVisit[] => {
    if (event.kind === "boarded") return [{ tripId: event.bookingId, kind: "pickup", at: event.at }];
    if (event.kind === "alighted") return [{ tripId: event.bookingId, kind: "dropoff", at: event.at }];
    return [];
  });
}
