import type { PublicService } from "@noriai/api";
import { wallTimeOf } from "../wall-time.ts";

/** The day that a caller most likely means: today while the service still runs, else the next day that can be booked. */
export function firstDate({ days, hours, timeZone }: PublicService, now: number): string {
  const { date: today, time } = wallTimeOf(now, timeZone);
  const closes = hours.at(-1)?.to ?? "24:00";
  const open = days.filter(({ operating, bookable }) => operating && bookable);
  const day = open.find(({ serviceDate }) => serviceDate > today || (serviceDate === today && time < closes));
  return day?.serviceDate ?? open[0]?.serviceDate ?? today;
}
