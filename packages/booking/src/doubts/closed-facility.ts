/** The place where the rider wants to go is closed that day (休館日, 休診日). */

import { addDays, instantOf, type ServiceDate, timeOfDayOf, weekdayOf } from "@noriai/kernel";
import { isHoliday, isOperatingDay } from "../calendar.ts";
import type { Doubt, Doubting } from "../doubt.ts";
import type { Facility, Service } from "../service.ts";

export function closedFacility({ service, request: { serviceDate, time, to } }: Doubting): readonly Doubt[] {
  const facility = service.facilities?.find(({ stopId }) => stopId === to);
  const because = facility && whyClosed(service, facility, serviceDate);
  if (facility === undefined || because === undefined) return [];
  const open = nextOpenDay(service, facility, serviceDate);
  const { stopId, name } = facility;
  if (open === undefined) return [{ kind: "closed-facility", stopId, name, because }];
  const at = instantOf(open, timeOfDayOf(time.at, service.timeZone), service.timeZone);
  return [{ kind: "closed-facility", stopId, name, because, open, mend: { time: { ...time, at } } }];
}

function whyClosed(
  service: Service,
  { closedWeekdays, closedOnHolidays }: Facility,
  date: ServiceDate,
): "weekday" | "holiday" | undefined {
  if (closedWeekdays.includes(weekdayOf(date))) return "weekday";
  return closedOnHolidays && isHoliday(service.calendar.holidayOverrides, date) ? "holiday" : undefined;
}

/** Within the booking window: later days cannot be booked yet. */
function nextOpenDay(service: Service, facility: Facility, date: ServiceDate): ServiceDate | undefined {
  const days = Array.from({ length: service.bookingWindow.opensDaysBefore }, (_, ahead) =>
    addDays(date, ahead + 1),
  );
  return days.find((day) => isOperatingDay(service, day) && whyClosed(service, facility, day) === undefined);
}
