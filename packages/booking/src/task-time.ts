import { addDays, type BookingId, minutes, type Seconds, seconds, serviceDateOf } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { effectiveEvents, eventsOfDuty } from "./effective-events.ts";
import type { TaskEvent } from "./task-event.ts";
import type { TaskRejection } from "./task-rejection.ts";
import type { World } from "./world.ts";

/** A terminal's clock may be ahead of ours by this much; what lies further ahead has not happened. */
const CLOCK_AHEAD_MAX: Seconds = minutes(2);

/** A terminal that was offline over night and a day off still tells; after that the day's report is what was told. */
const LATE_DAYS_MAX = 2;

/** Why an event cannot have happened when it says; nothing when it can. */
export function whyNotThen(world: World, day: Day, event: TaskEvent): TaskRejection | undefined {
  const ahead = event.at - world.now;
  if (ahead > CLOCK_AHEAD_MAX) return { kind: "in-the-future", by: seconds(ahead) };
  const before = notBefore(day, event) - event.at;
  return before > 0 ? { kind: "out-of-order", by: seconds(before) } : undefined;
}

/** Why a terminal cannot tell of the day any more; people who look at it can, however late. */
export function whyTooLate(world: World, day: Day): TaskRejection | undefined {
  const days = daysSince(world, day);
  return days > LATE_DAYS_MAX ? { kind: "too-old", days } : undefined;
}

/** Days from the service date to today. */
function daysSince({ service, now }: World, { serviceDate }: Day): number {
  const today = serviceDateOf(now, service.timeZone);
  let days = 0;
  while (days <= 366 && addDays(serviceDate, days) < today) days++;
  return days;
}

/** The instant that a step cannot precede: a vehicle and its riders move on one after the other, however late it is told. */
export function notBefore(day: Day, event: TaskEvent): number {
  if (!isMove(event)) return Number.NEGATIVE_INFINITY;
  const moves = eventsOfDuty(day, event.dutyId).filter(isMove);
  const boardings = event.kind === "alighted" ? boardingsOf(day, event.bookingId) : [];
  return Math.max(...[...moves, ...boardings].map(({ at }) => at));
}

function boardingsOf(day: Day, bookingId: BookingId): readonly TaskEvent[] {
  return effectiveEvents(day).filter((event) => event.kind === "boarded" && event.bookingId === bookingId);
}

const isMove = ({ kind }: TaskEvent): boolean =>
  kind === "arrived" || kind === "boarded" || kind === "alighted" || kind === "no-show";
