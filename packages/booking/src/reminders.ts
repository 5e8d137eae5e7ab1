import { addDays, type EpochSeconds, instantOf, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Day } from "./day.ts";
import type { Notice } from "./notice.ts";
import { aboutBooking, rideOf } from "./notices-of.ts";
import type { Service } from "./service.ts";

/** The date whose riders are to be reminded now: tomorrow, from the service's hour on until midnight. */
export function dateToRemind(service: Service, now: EpochSeconds): ServiceDate | undefined {
  const tomorrow = addDays(serviceDateOf(now, service.timeZone), 1);
  const from = remindedFrom(service, tomorrow);
  return from !== undefined && from <= now ? tomorrow : undefined;
}

/**
 * Reminders on the day before (前日のお知らせ): one for each ride that was booked before their hour. Who books or changes
 * after it has just read the times; who changes later is told the new ones by the change itself. Each is told once.
 */
export function reminderNotices(service: Service, day: Day): readonly Notice[] {
  const from = remindedFrom(service, day.serviceDate);
  if (from === undefined) return [];
  return [...day.bookings.values()]
    .filter(({ state, bookedAt, changedAt = bookedAt }) => state === "confirmed" && changedAt < from)
    .map((booking) => {
      const { id, boardingCode } = booking;
      return {
        ...aboutBooking(booking, { kind: "reminder", ride: rideOf(booking), boardingCode }),
        once: `reminder ${id}`,
      };
    });
}

const remindedFrom = ({ remindAt, timeZone }: Service, serviceDate: ServiceDate): EpochSeconds | undefined =>
  remindAt === undefined ? undefined : instantOf(addDays(serviceDate, -1), remindAt, timeZone);
