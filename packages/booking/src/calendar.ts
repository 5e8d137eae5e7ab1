import {
  addDays,
  type EpochSeconds,
  earlier,
  instantOf,
  type ServiceDate,
  serviceDateOf,
  weekdayOf,
} from "@noriai/kernel";
import { nationalHoliday } from "./holidays.ts";
import { rememberByDay } from "./remember-by-day.ts";
import type { DateRange, Service, TimeBand } from "./service.ts";

/** Why the service does not run on a day. */
export type NotOperating = "period" | "weekday" | "holiday" | "suspension";

/** A time band of a service date as two instants, both ends included. */
export interface Hours {
  readonly opensAt: EpochSeconds;
  readonly closesAt: EpochSeconds;
}

/** Does the service run on this date? 仕様書 3-(1)-① 運行日 */
export function isOperatingDay(service: Service, date: ServiceDate): boolean {
  return whyNotOperating(service, date) === undefined;
}

/** The first thing that stands against running on this date; nothing on an operating day. */
export function whyNotOperating(
  { servicePeriod, calendar }: Pick<Service, "servicePeriod" | "calendar">,
  date: ServiceDate,
): NotOperating | undefined {
  if (!holds(servicePeriod, date)) return "period";
  if (calendar.extraDays.includes(date)) return undefined;
  if (!calendar.weekdays.includes(weekdayOf(date))) return "weekday";
  if (calendar.suspensions.some((range) => holds(range, date))) return "suspension";
  if (calendar.observesHolidays && isHoliday(calendar.holidayOverrides, date)) return "holiday";
  return undefined;
}

/** Is it a holiday for the service? Its own word on a day is stronger than the national table. */
export function isHoliday(overrides: Readonly<Record<string, boolean>>, date: ServiceDate): boolean {
  return overrides[date] ?? nationalHoliday(date) !== undefined;
}

/** The planned number of operating days (運行予定日数), in all and by month ("2022-11"). */
export function plannedOperatingDays(service: Service): {
  readonly total: number;
  readonly byMonth: ReadonlyMap<string, number>;
} {
  const byMonth = new Map<string, number>();
  let total = 0;
  for (let date = service.servicePeriod.from; date <= service.servicePeriod.to; date = addDays(date, 1)) {
    if (!isOperatingDay(service, date)) continue;
    const month = date.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
    total++;
  }
  return { total, byMonth };
}

/**
 * The time bands (運行時間) of a date, in order, touching ones joined. The word on a single date is stronger than that
 * on a weekday, and that stronger than the ordinary hours. Says nothing about whether the service runs that day.
 */
export function operatingHours({ calendar }: Service, date: ServiceDate): readonly TimeBand[] {
  const bands = calendar.hoursByDate[date] ?? calendar.hoursByWeekday[weekdayOf(date)] ?? calendar.hours;
  return joinTouching([...bands].sort((a, b) => (a.from < b.from ? -1 : 1)));
}

/** The operating hours of a date as instants. */
export const hoursOf: (service: Service, date: ServiceDate) => readonly Hours[] = rememberByDay(
  (service, date) =>
    operatingHours(service, date).map(({ from, to }) => ({
      opensAt: instantOf(date, from, service.timeZone),
      closesAt: instantOf(date, to, service.timeZone),
    })),
);

/** The next operating day after `date`; nothing when the service period ends before. */
export function nextOperatingDay(service: Service, date: ServiceDate): ServiceDate | undefined {
  const first = date < service.servicePeriod.from ? service.servicePeriod.from : addDays(date, 1);
  for (let next = first; next <= service.servicePeriod.to; next = addDays(next, 1))
    if (isOperatingDay(service, next)) return next;
  return undefined;
}

/** Are bookings received at all at this instant? 仕様書 2 予約受付期間, 3-(2)-② ネットは毎日24時間 */
export function receptionOpen(service: Service, at: EpochSeconds): boolean {
  return holds(service.receptionPeriod, serviceDateOf(at, service.timeZone));
}

/** Is the phone desk open at this instant? 仕様書 3-(2)-② 電話受付時間; both ends included. */
export function phoneOpen(service: Service, at: EpochSeconds): boolean {
  const hours = phoneHours(service, serviceDateOf(at, service.timeZone));
  return hours !== undefined && hours.opensAt <= at && at <= hours.closesAt;
}

/** When the phone desk opens next after `at`; nothing when it never does again in the service period. */
export function phoneOpensNext(service: Service, at: EpochSeconds): EpochSeconds | undefined {
  const today = serviceDateOf(at, service.timeZone);
  const opensToday = phoneHours(service, today)?.opensAt;
  if (opensToday !== undefined && opensToday > at) return opensToday;
  const days = [...service.phoneReception.extraDays, nextOperatingDay(service, today)];
  const next = days.filter((day) => day !== undefined && day > today).sort()[0];
  return next && phoneHours(service, next)?.opensAt;
}

/** On an operating day, or an extra phone day (D-05), from `opensBefore` the first band until the last one ends. */
function phoneHours(service: Service, date: ServiceDate): Hours | undefined {
  const { extraDays, opensBefore } = service.phoneReception;
  if (!isOperatingDay(service, date) && !extraDays.includes(date)) return undefined;
  const hours = hoursOf(service, date);
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { opensAt: earlier(first.opensAt, opensBefore), closesAt: last.closesAt };
}

function joinTouching(bands: readonly TimeBand[]): readonly TimeBand[] {
  const joined: TimeBand[] = [];
  for (const band of bands) {
    const before = joined.at(-1);
    if (before === undefined || before.to < band.from) joined.push(band);
    else joined[joined.length - 1] = { from: before.from, to: band.to > before.to ? band.to : before.to };
  }
  return joined;
}

const holds = ({ from, to }: DateRange, date: ServiceDate): boolean => from <= date && date <= to;
