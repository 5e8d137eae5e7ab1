import type { TravelTimes } from "@noriai/dispatch";
import type { ServiceDate } from "@noriai/kernel";
import { paceOf } from "@noriai/travel";
import type { World } from "./world.ts";

/** The travel times of one service date, with the pace of its hours, as the engine reads them. */
export function dayTimes({ service, travel }: World, serviceDate: ServiceDate): TravelTimes {
  const { placeCount, seconds, meters } = travel.times;
  const { pace: profile, timeZone } = service;
  if (profile.hours.length === 0) return { placeCount, seconds, meters };
  const pace = paceOf({ profile, serviceDate, timeZone, snow: false });
  return { placeCount, seconds, meters, pace };
}
