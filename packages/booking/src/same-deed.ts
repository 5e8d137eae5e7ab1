import type { BookingId, StopId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { eventsOfDuty } from "./effective-events.ts";
import type { TaskEvent } from "./task-event.ts";

/**
 * The recorded event that tells the same deed, under another id: two tablets on one duty, and both were tapped. A fare
 * is the same only with the same amount and means; what differs is for people to settle. A reported delay is news each
 * time.
 */
export function sameDeed(day: Day, event: TaskEvent): TaskEvent | undefined {
  const events = eventsOfDuty(day, event.dutyId);
  switch (event.kind) {
    case "arrived":
      return sameArrival(day, event);
    case "boarded":
    case "alighted":
    case "no-show":
      return events.find((known) => known.kind === event.kind && known.bookingId === event.bookingId);
    case "fare-collected":
      return events.find(
        (known) =>
          known.kind === "fare-collected" &&
          known.bookingId === event.bookingId &&
          known.amount === event.amount &&
          known.means === event.means,
      );
    case "undone":
      return day.taskEvents.find(
        (known) =>
          known.kind === "undone" && known.dutyId === event.dutyId && known.eventId === event.eventId,
      );
    default:
      return undefined;
  }
}

/** A vehicle comes to a stop more than once a day: it is the same arrival when it was nowhere else in between. */
function sameArrival(day: Day, event: Extract<TaskEvent, { kind: "arrived" }>): TaskEvent | undefined {
  const moves = eventsOfDuty(day, event.dutyId).filter((known) => stopOf(day, known) !== undefined);
  return moves.find(({ kind, at }, k) => {
    if (kind !== "arrived" || stopOf(day, moves[k]!) !== event.stopId) return false;
    const [from, to] = [Math.min(at, event.at), Math.max(at, event.at)];
    return !moves.some((other) => from < other.at && other.at < to && stopOf(day, other) !== event.stopId);
  });
}

/** Where the vehicle was when it did that. */
function stopOf(day: Day, event: TaskEvent): StopId | undefined {
  if (event.kind === "arrived") return event.stopId;
  if (event.kind === "boarded" || event.kind === "no-show") return requestOf(day, event.bookingId)?.from;
  if (event.kind === "alighted") return requestOf(day, event.bookingId)?.to;
  return undefined;
}

const requestOf = (day: Day, id: BookingId) => day.bookings.get(id)?.request;
