import { type DutyId, type EpochSeconds, instantOf, type ServiceDate } from "@noriai/kernel";
import { type Hours, hoursOf, isOperatingDay } from "./calendar.ts";
import { crewRulesOn } from "./crew-rules.ts";
import type { Day, Duty } from "./day.ts";
import type { Service } from "./service.ts";

/**
 * The duties (乗務) of a service date: each vehicle drives each time band of the day once. Their ids say date, vehicle
 * and band, so that the same day always has the same duties. A break parts a band in two. Not an operating day: none.
 *
 * A duty's hours are those in which riders are carried; the way from and to the depot lies outside.
 */
export function dutiesOf(service: Service, serviceDate: ServiceDate): readonly Duty[] {
  if (!isOperatingDay(service, serviceDate)) return [];
  return service.vehicles.flatMap(({ id: vehicleId }) =>
    workingHours(service, serviceDate).map(({ opensAt, closesAt }, band) => ({
      id: `${serviceDate}.${vehicleId}.${band + 1}` as DutyId,
      vehicleId,
      startsAt: opensAt,
      endsAt: closesAt,
    })),
  );
}

/** The operating hours without the breaks (休憩): what lies on both sides of a break is two duties. */
function workingHours(service: Service, serviceDate: ServiceDate): readonly Hours[] {
  return crewRulesOn(service, serviceDate).breaks.reduce<readonly Hours[]>(
    (bands, { from, to }) => {
      const begins = instantOf(serviceDate, from, service.timeZone);
      const ends = instantOf(serviceDate, to, service.timeZone);
      return bands
        .flatMap(({ opensAt, closesAt }) => [
          { opensAt, closesAt: Math.min(closesAt, begins) as EpochSeconds },
          { opensAt: Math.max(opensAt, ends) as EpochSeconds, closesAt },
        ])
        .filter(({ opensAt, closesAt }) => opensAt < closesAt);
    },
    hoursOf(service, serviceDate),
  );
}

/** A service date on which nothing stands yet. */
export function openDay(service: Service, serviceDate: ServiceDate): Day {
  const duties = dutiesOf(service, serviceDate);
  return {
    serviceDate,
    version: 0,
    duties,
    plan: { routes: duties.map(({ id }) => ({ dutyId: id, visits: [] })) },
    bookings: new Map(),
    quotes: new Map(),
    taskEvents: [],
  };
}
