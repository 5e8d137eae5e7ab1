import type { Service, TimeBand } from "./service.ts";

/** Weekdays with the same hours: ISO weekdays in order, 1 Monday … 7 Sunday. */
export interface OrdinaryDays {
  readonly weekdays: readonly number[];
  readonly hours: readonly TimeBand[];
}

/** The service hours (運行時間) of an ordinary week. Holidays, suspensions and single dates are not in it. 仕様書 3-(1)-① */
export function ordinaryWeek({ calendar }: Pick<Service, "calendar">): readonly OrdinaryDays[] {
  const days = [...calendar.weekdays]
    .sort((a, b) => a - b)
    .map((weekday) => ({ weekday, hours: calendar.hoursByWeekday[weekday] ?? calendar.hours }));
  return [...Map.groupBy(days, ({ hours }) => JSON.stringify(hours)).values()].map((alike) => ({
    weekdays: alike.map(({ weekday }) => weekday),
    hours: alike[0]!.hours,
  }));
}
