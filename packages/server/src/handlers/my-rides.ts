import type { Answer } from "@noriai/api";
import { isOpen, type OwnRide, ownRides, ownTotals } from "@noriai/booking";
import { type EpochSeconds, type MemberId, ok, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { presentFare, writeIn } from "../present/trip.ts";
import type { Town } from "../town.ts";
import { ownMember } from "./my-data.ts";

/** The rides of a year that are over, with what was paid (乗車の記録). */
export const listMyRides: Handler<"listMyRides"> = async (call) => {
  const { world, town, who, query, now } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const year = query.year ?? yearOf(serviceDateOf(now, town.service.timeZone));
  return world.store.inTenant(who.tenant, async (tx) => {
    const dates = await datesOf(tx, id.value);
    const years = [...new Set(dates.map(yearOf))].sort((a, b) => b - a);
    const rides = await ridesOn(call, tx, {
      id: id.value,
      dates: dates.filter((date) => yearOf(date) === year),
    });
    return ok({
      body: { year, years, rides: rides.map((ride) => presentOwnRide(ride, town)), totals: ownTotals(rides) },
    });
  });
};

/** Every ride of a member that is over, latest first. */
export async function allOwnRides(
  call: Pick<StaffCall, "town">,
  tx: TenantTransaction,
  id: MemberId,
): Promise<readonly OwnRide[]> {
  return ridesOn(call, tx, { id, dates: await datesOf(tx, id) });
}

const yearOf = (date: ServiceDate): number => Number(date.slice(0, 4));

/** Dates with a ride that is over, latest first. */
async function datesOf(tx: TenantTransaction, id: MemberId): Promise<readonly ServiceDate[]> {
  const over = (await tx.listBookingsOf(id)).filter(({ state }) => !isOpen(state));
  return [...new Set(over.map(({ request }) => request.serviceDate))];
}

/** One after the other: a transaction has one connection. */
async function ridesOn(
  { town: { service } }: Pick<StaffCall, "town">,
  tx: TenantTransaction,
  { id, dates }: { readonly id: MemberId; readonly dates: readonly ServiceDate[] },
): Promise<readonly OwnRide[]> {
  const rides: OwnRide[] = [];
  for (const date of dates) rides.push(...ownRides(await tx.loadDay(service, date), id).toReversed());
  return rides;
}

export function presentOwnRide(ride: OwnRide, { service }: Town): Answer<"listMyRides">["rides"][number] {
  const write = writeIn(service.timeZone);
  const when = (at: EpochSeconds | undefined) => (at === undefined ? null : write(at));
  const nameOf = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const { bookingId, serviceDate, party, wheelchairs, state, paid } = ride;
  return {
    ...{ bookingId, serviceDate, party, wheelchairs, state },
    needs: [...ride.needs],
    from: nameOf(ride.from),
    to: nameOf(ride.to),
    promisedPickupFrom: write(ride.promisedPickupFrom),
    boardedAt: when(ride.boardedAt),
    alightedAt: when(ride.alightedAt),
    fare: presentFare(ride.fare),
    paid: paid ?? null,
  };
}
