import type { BookingId, EpochSeconds, MemberId, ServiceDate, StopId, Yen } from "@noriai/kernel";
import type { BookingState, Fare } from "./booking.ts";
import { isOpen } from "./booking-state.ts";
import type { Day } from "./day.ts";
import { collectedFor, effectiveEvents } from "./effective-events.ts";
import type { Party } from "./fare-class.ts";
import type { FareMeans } from "./task-event.ts";
import type { TripNeed } from "./trip-need.ts";

/** A booking of a member that is over: ridden, called off or missed, and what was paid for it. */
export interface OwnRide {
  readonly bookingId: BookingId;
  readonly serviceDate: ServiceDate;
  readonly from: StopId;
  readonly to: StopId;
  readonly promisedPickupFrom: EpochSeconds;
  readonly boardedAt: EpochSeconds | undefined;
  readonly alightedAt: EpochSeconds | undefined;
  readonly party: Party;
  readonly wheelchairs: number;
  readonly needs: readonly TripNeed[];
  readonly fare: Fare;
  /** As the driver recorded it; absent where nothing was. */
  readonly paid: { readonly amount: Yen; readonly means: FareMeans } | undefined;
  readonly state: BookingState;
}

/** What is over of a member's bookings on a day (乗車の記録), as it really went, in the order of the promised pickups. */
export function ownRides(day: Day, memberId: MemberId): readonly OwnRide[] {
  const events = effectiveEvents(day);
  const at = (kind: "boarded" | "alighted", id: BookingId) =>
    events.find((event) => event.kind === kind && event.bookingId === id)?.at;
  return [...day.bookings.values()]
    .filter((booking) => booking.memberId === memberId && !isOpen(booking.state))
    .map(({ id, request, promise, fare, state }) => {
      const collected = collectedFor(day, id);
      return {
        ...{ bookingId: id, serviceDate: day.serviceDate, from: request.from, to: request.to, state, fare },
        promisedPickupFrom: promise.pickupFrom,
        boardedAt: at("boarded", id),
        alightedAt: at("alighted", id),
        party: request.party,
        wheelchairs: request.wheelchairs,
        needs: request.needs ?? [],
        paid: collected && { amount: collected.amount, means: collected.means },
      };
    })
    .sort((a, b) => a.promisedPickupFrom - b.promisedPickupFrom);
}

/** Who rode, and what was paid, over some rides. */
export function ownTotals(rides: readonly OwnRide[]): { readonly rides: number; readonly paid: number } {
  const ridden = rides.filter(({ boardedAt }) => boardedAt !== undefined);
  return { rides: ridden.length, paid: ridden.reduce((sum, { paid }) => sum + (paid?.amount ?? 0), 0) };
}
