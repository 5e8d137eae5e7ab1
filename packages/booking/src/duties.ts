import type { DutyId, ServiceDate } from "@noriai/kernel";
import { hoursOf, isOperatingDay } from "./calendar.ts";
import type { Day, Duty } from "./day.ts";
import type { Service } from "./service.ts";

/**
 * The duties (乗務) of a service date: each vehicle drives each time band of the day once. Their ids say date, vehicle
 * and band, so that the same day always has the same duties. Not an operating day: none.
 *
 * A duty's hours are those in which riders are carried; the way from and to the depot lies outside.
 */
export function dutiesOf(service: Service, serviceDate: ServiceDate): readonly Duty[] {
  if (!isOperatingDay(service, serviceDate)) return [];
  return service.vehicles.flatMap(({ id: vehicleId }) =>
    hoursOf(service, serviceDate).map(({ opensAt, closesAt }, band) => ({
      id: `${serviceDate}.${vehicleId}.${band + 1}` as DutyId,
      vehicleId,
      startsAt: opensAt,
      endsAt: closesAt,
    })),
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
