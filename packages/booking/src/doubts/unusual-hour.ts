/** The member has always taken this ride at about one time, and now wishes for quite another. */

import { minutes } from "@noriai/kernel";
import type { Doubt, Doubting } from "../doubt.ts";
import { onDate, ridesMade, usualTime } from "./past-rides.ts";

/** Fewer rides than these make no habit. */
const HABIT = 3;
const FAR = minutes(3 * 60);
/** Within this the rides before count as at one time. */
const ALIKE = minutes(60);

export function unusualHour({
  service: { timeZone },
  request: { serviceDate, time, ...ends },
  bookings,
}: Doubting): readonly Doubt[] {
  const rides = ridesMade(bookings, ends).filter(({ request }) => request.time.mode === time.mode);
  const usualDay = usualTime(rides, timeZone);
  if (usualDay === undefined || rides.length < HABIT) return [];
  const usual = onDate(serviceDate, usualDay, timeZone);
  const isHabit = rides.every(
    ({ request }) => Math.abs(request.time.at - onDate(request.serviceDate, usualDay, timeZone)) <= ALIKE,
  );
  if (!isHabit || Math.abs(time.at - usual) < FAR) return [];
  return [{ kind: "unusual-hour", usual, mend: { time: { ...time, at: usual } } }];
}
