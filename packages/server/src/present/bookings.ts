import type { Booking as BookingJson } from "@noriai/api";
import {
  allowedActions,
  type Booking,
  type Day,
  type DaySchedule,
  isOpen,
  isVehicleOnTheWay,
  scheduleOf,
  versionOf,
  type World,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { EpochSeconds, MemberId, VehicleId } from "@noriai/kernel";
import type { Who } from "../call.ts";
import { decisionWorld } from "../decision-world.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Town } from "../town.ts";
import { actsOn } from "./acts.ts";
import { presentFare, presentPromise, presentTrip, writeIn } from "./trip.ts";

/**
 * A member's bookings, latest ride first, each with who made it; those still open with the times that the plan foresees
 * now. Each tells the desk its version, so that it decides about nothing that it has not seen.
 */
export async function presentBookings({
  world,
  town,
  memberId,
  who,
  now,
}: {
  readonly world: ServerWorld;
  readonly town: Town;
  readonly memberId: MemberId;
  readonly who: Pick<Who, "account">;
  readonly now: EpochSeconds;
}): Promise<BookingJson[]> {
  const decisions = decisionWorld({ world, town, now });
  return world.store.inTenant(town.tenant.id, async (tx) => {
    const sights = new Map<string, DaySight>();
    const presented: BookingJson[] = [];
    const all = await tx.listBookingsOf(memberId);
    const write = writeIn(town.service.timeZone);
    const acts = await actsOn(tx, { bookings: all.map(({ id }) => id), memberId, who, write });
    const { role } = who.account;
    for (const booking of all) {
      const date = booking.request.serviceDate;
      const sight = sights.get(date) ?? sightOf(decisions, await tx.loadDay(town.service, date));
      sights.set(date, sight);
      presented.push({
        ...presentBooking({ booking, sight, role }),
        acts: acts(booking.id),
        ...(role === "call_operator" && { version: versionOf(booking) }),
      });
    }
    return presented;
  });
}

/** A day and what its plan foresees at one moment. */
export interface DaySight {
  readonly decisions: World;
  readonly day: Day;
  readonly schedule: DaySchedule;
}

export const sightOf = (decisions: World, day: Day): DaySight => ({
  decisions,
  day,
  schedule: scheduleOf(decisions, day),
});

export function presentBooking({
  booking,
  sight,
  role,
}: {
  readonly booking: Booking;
  readonly sight: DaySight;
  readonly role: Role;
}): BookingJson {
  const write = writeIn(sight.decisions.service.timeZone);
  const { id, request, promise, fare, state, boardingCode, bookedAt } = booking;
  const ride = isOpen(state) || state === "completed" ? sight.schedule.rides.get(id) : undefined;
  return {
    id,
    trip: presentTrip(request, write),
    promise: presentPromise(promise, write),
    fare: presentFare(fare),
    state,
    boardingCode,
    ...(ride && {
      vehicleId: ride.vehicleId,
      ...movedFrom(sight.day, booking, ride.vehicleId),
      pickupAt: write(ride.pickupAt),
      dropoffAt: write(ride.dropoffAt),
    }),
    bookedAt: write(bookedAt),
    channel: request.channel,
    actions: actionsOf({ booking, sight, role }),
  };
}

/** The vehicle that gave this rider away when the plan was made anew; the last one, should there be several. */
function movedFrom({ duties }: Day, { id }: Booking, vehicleId: VehicleId): { movedFrom?: VehicleId } {
  const former = duties.findLast(({ gaveAway = [] }) => gaveAway.includes(id))?.vehicleId;
  return former === undefined || former === vehicleId ? {} : { movedFrom: former };
}

/** What this role may do with the booking now. Once the vehicle has set out, only the desk can still call it off. D-07 */
function actionsOf({
  booking,
  sight: { decisions, day },
  role,
}: {
  readonly booking: Booking;
  readonly sight: DaySight;
  readonly role: Role;
}): ("change" | "cancel")[] {
  if (role !== "rider" && role !== "call_operator") return [];
  const allowed = allowedActions(booking.state);
  const isFree = allowed.includes("cancel") && !isVehicleOnTheWay(decisions, day, booking.id);
  const canChange = isFree && allowed.includes("change");
  const canCancel = isFree || (role === "call_operator" && allowed.includes("operator-cancel"));
  return [...(canChange ? (["change"] as const) : []), ...(canCancel ? (["cancel"] as const) : [])];
}
