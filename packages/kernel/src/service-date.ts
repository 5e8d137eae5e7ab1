import type { Branded } from "./branded.ts";
import type { EpochSeconds } from "./units.ts";

/** A service date (運行日): "2026-11-21", a day in the service's own time zone, not an instant. */
export type ServiceDate = Branded<string, "ServiceDate">;

/** A time of day on a service date, "09:00" to "23:59", in the service's own time zone. */
export type TimeOfDay = Branded<string, "TimeOfDay">;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Turns text into a service date, or returns nothing when it is not a day of the calendar. */
export function parseServiceDate(text: string): ServiceDate | undefined {
  if (!DATE.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as ServiceDate;
  } catch {
    return undefined;
  }
}

/** A service date known to be well formed; a malformed one is a bug. */
export function serviceDate(text: string): ServiceDate {
  const date = parseServiceDate(text);
  if (date === undefined) throw new RangeError(`not a service date: ${text}`);
  return date;
}

/** Turns text into a time of day, or returns nothing when it is none. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  return TIME.test(text) ? (text as TimeOfDay) : undefined;
}

/** A time of day known to be well formed; a malformed one is a bug. */
export function timeOfDay(text: string): TimeOfDay {
  const time = parseTimeOfDay(text);
  if (time === undefined) throw new RangeError(`not a time of day: ${text}`);
  return time;
}

/** The instant at which `time` strikes on `date` in `timeZone` (IANA name). */
export function instantOf(date: ServiceDate, time: TimeOfDay, timeZone: string): EpochSeconds {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time });
  return Math.floor(zoned.epochMilliseconds / 1000) as EpochSeconds;
}

/** The service date on which `instant` falls in `timeZone`. */
export function serviceDateOf(instant: EpochSeconds, timeZone: string): ServiceDate {
  return zonedOf(instant, timeZone).toPlainDate().toString() as ServiceDate;
}

/** The time of day, cut to the minute, that `instant` shows on a clock in `timeZone`. */
export function timeOfDayOf(instant: EpochSeconds, timeZone: string): TimeOfDay {
  return zonedOf(instant, timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute", roundingMode: "floor" }) as TimeOfDay;
}

/** The service date `days` after `date` (before it, when negative). */
export function addDays(date: ServiceDate, days: number): ServiceDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as ServiceDate;
}

/** ISO weekday of a service date: 1 Monday … 7 Sunday. */
export function weekdayOf(date: ServiceDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** RFC 3339 text with the offset of `timeZone`, as JSON carries an instant. */
export function formatInstant(instant: EpochSeconds, timeZone: string): string {
  return zonedOf(instant, timeZone).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** Turns RFC 3339 text with an offset into an instant, or returns nothing. */
export function parseInstant(text: string): EpochSeconds | undefined {
  try {
    return Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000) as EpochSeconds;
  } catch {
    return undefined;
  }
}

function zonedOf(instant: EpochSeconds, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(timeZone);
}
