import type { RecurringOutlook as OutlookJson, RecurringWish as WishJson } from "@noriai/api";
import {
  type Booking,
  type RecurringOutlook,
  type RecurringWish,
  recurringAsksAt,
  recurringDates,
  timeOn,
} from "@noriai/booking";
import { type BookingId, type EpochSeconds, serviceDateOf } from "@noriai/kernel";
import type { RecurringRide } from "@noriai/store";
import type { Town } from "../town.ts";
import { presentAlternative, presentRejection, type RefusalReader } from "./refusal.ts";
import { presentFare, presentPromise, presentTime } from "./trip.ts";

/** As many dates as a rider takes in; the rest is counted. */
const LISTED_MAX = 20;

/** A recurring wish with what came of its dates from today on. */
export function presentRecurring({
  town: { service },
  wish,
  rides,
  bookings,
  now,
  reader,
}: {
  readonly town: Town;
  readonly wish: RecurringWish;
  readonly rides: readonly RecurringRide[];
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  readonly now: EpochSeconds;
  readonly reader: RefusalReader;
}): WishJson {
  const { id, channel, terms, ended } = wish;
  const today = serviceDateOf(now, service.timeZone);
  const ahead = recurringDates(service, wish).filter(({ serviceDate }) => serviceDate >= today);
  // A date that the changed terms do not name any more may still have a ride.
  const named = new Set(ahead.map(({ serviceDate }) => serviceDate));
  const others = [...new Set(rides.map(({ serviceDate }) => serviceDate))]
    .filter((serviceDate) => serviceDate >= today && !named.has(serviceDate))
    .map((serviceDate) => ({ serviceDate, notDue: "left-out" as const }));
  const dates = [...ahead, ...others].sort((a, b) => (a.serviceDate < b.serviceDate ? -1 : 1));
  return {
    id,
    channel,
    ...presentTerms(terms),
    ended: ended === undefined ? null : reader.write(ended.at),
    dates: dates.slice(0, LISTED_MAX).map(({ serviceDate, notDue }) => ({
      serviceDate,
      notDue: notDue ?? null,
      asksAt: reader.write(recurringAsksAt({ service, now }, wish, serviceDate)),
      rides: rides
        .filter((ride) => ride.serviceDate === serviceDate)
        .map((ride) => presentRide({ town: { service }, wish, ride, bookings, reader })),
    })),
    more: Math.max(0, dates.length - LISTED_MAX),
  };
}

const presentTerms = ({ weekdays, back, companions, needs, time, ...terms }: RecurringWish["terms"]) => ({
  ...terms,
  weekdays: [...weekdays],
  time: { ...time },
  ...(back && { back: { ...back } }),
  companions: { ...companions },
  ...(needs && { needs: [...needs] }),
});

/** What came of one ride. */
export function presentRide({
  town: { service },
  wish,
  ride: { serviceDate, leg, bookingId, isRefused, rejections, alternatives },
  bookings,
  reader,
}: {
  readonly town: Pick<Town, "service">;
  readonly wish: RecurringWish;
  readonly ride: RecurringRide;
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  readonly reader: RefusalReader;
}): WishJson["dates"][number]["rides"][number] {
  const booking = bookingId && bookings.get(bookingId);
  return {
    leg,
    time: presentTime(timeOn({ service, terms: wish.terms, serviceDate, leg }), reader.write),
    bookingId: bookingId ?? null,
    state: booking ? booking.state : null,
    promise: booking ? presentPromise(booking.promise, reader.write) : null,
    refused: isRefused,
    rejections: rejections.map((rejection) => presentRejection(rejection, reader)),
    alternatives: alternatives.map((alternative) => presentAlternative(alternative, reader.write)),
  };
}

/** A date that was tried; one on which nothing is asked for has no legs. */
export function presentOutlook(
  { serviceDate, notDue, outlook }: TriedDate,
  reader: RefusalReader,
): OutlookJson["dates"][number] {
  return {
    serviceDate,
    notDue: notDue ?? null,
    asksAt: outlook === undefined ? null : reader.write(outlook.asksAt),
    legs: (outlook?.legs ?? []).map((tried) => ({
      leg: tried.leg,
      kind: tried.kind,
      promise: tried.kind === "offer" ? presentPromise(tried.offer.promise, reader.write) : null,
      fare: tried.kind === "offer" ? presentFare(tried.offer.fare) : null,
      rejections:
        tried.kind === "refusal" ? tried.rejections.map((each) => presentRejection(each, reader)) : [],
      alternatives:
        tried.kind === "refusal"
          ? tried.alternatives.map((each) => presentAlternative(each, reader.write))
          : [],
    })),
  };
}

export type TriedDate = ReturnType<typeof recurringDates>[number] & {
  readonly outlook?: RecurringOutlook;
};
