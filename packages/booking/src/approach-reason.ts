import type { Booking } from "./booking.ts";
import type { Day } from "./day.ts";
import { eventsOfDuty } from "./effective-events.ts";
import type { DutyTimes, PlannedVisit } from "./schedule-of.ts";
import type { DelayCause } from "./task-event.ts";
import type { World } from "./world.ts";

/** Why a vehicle comes at another time than it was first planned to: what a rider is told of it. FIELD 20 */
export type ApproachReason =
  /** The driver has said so. */
  | { readonly kind: "reported"; readonly cause: DelayCause }
  /** It is further away than the plan believes. */
  | { readonly kind: "on-the-road" }
  /** It stands longer at a stop before. */
  | { readonly kind: "at-a-stop" }
  /** Another vehicle than first planned comes. */
  | { readonly kind: "other-vehicle" }
  /** Others who booked later ride along, within everybody's promise. */
  | { readonly kind: "others-aboard" };

/** Longer than boarding takes. */
const LONG_STAY_SECONDS = 240;

/**
 * The weightiest reason that holds now; nothing when all goes as planned. Nobody is named, and no stop of others.
 *
 * @param before  what the vehicle does at other stops first
 * @param isFarther  its last position says that it cannot be there as planned
 */
export function approachReason({
  world,
  day,
  booking,
  times: { duty, delay },
  before,
  isFarther,
}: {
  readonly world: World;
  readonly day: Day;
  readonly booking: Booking;
  readonly times: DutyTimes;
  readonly before: readonly PlannedVisit[];
  readonly isFarther: boolean;
}): ApproachReason | undefined {
  const events = eventsOfDuty(day, duty.id);
  const said = events.findLast((event) => event.kind === "delayed");
  if (delay > 0 && said !== undefined) return { kind: "reported", cause: said.cause };
  if (isFarther) return { kind: "on-the-road" };
  const last = events.at(-1);
  if (last?.kind === "arrived" && before.length > 0 && world.now - last.at > LONG_STAY_SECONDS)
    return { kind: "at-a-stop" };
  const former = day.duties.findLast(({ gaveAway = [] }) => gaveAway.includes(booking.id));
  if (former !== undefined && former.id !== duty.id) return { kind: "other-vehicle" };
  const asked = booking.changedAt ?? booking.bookedAt;
  const isLater = ({ tripId, held }: PlannedVisit) =>
    !held && (day.bookings.get(tripId as Booking["id"])?.bookedAt ?? asked) > asked;
  return before.some(isLater) ? { kind: "others-aboard" } : undefined;
}
