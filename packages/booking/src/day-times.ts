import type { TravelTimes } from "@noriai/dispatch";
import type { ServiceDate } from "@noriai/kernel";
import { paceOf } from "@noriai/travel";
import { rememberByDay } from "./remember-by-day.ts";
import type { World } from "./world.ts";

/** The travel times of one service date, with the pace of its hours, as the engine reads them. */
export function dayTimes({ service, travel }: World, serviceDate: ServiceDate): TravelTimes {
  const { placeCount, seconds, meters } = travel.times;
  if (service.pace.hours.length === 0) return { placeCount, seconds, meters };
  return { placeCount, seconds, meters, pace: paceOn(service, serviceDate) };
}

const paceOn = rememberByDay(({ pace: profile, timeZone }, serviceDate) =>
  paceOf({ profile, serviceDate, timeZone, snow: false }),
);
