/** "Two o'clock" typed as 2:00 and meant as 14:00: outside the hours, and twelve hours away inside them. */

import { type EpochSeconds, minutes } from "@noriai/kernel";
import { hoursOf } from "../calendar.ts";
import type { Doubt, Doubting } from "../doubt.ts";

const HALF_DAY = minutes(12 * 60);

export function halfDaySlip({ service, request: { serviceDate, time } }: Doubting): readonly Doubt[] {
  const isInside = (at: number) =>
    hoursOf(service, serviceDate).some(({ opensAt, closesAt }) => opensAt <= at && at <= closesAt);
  if (isInside(time.at)) return [];
  const meant = [time.at + HALF_DAY, time.at - HALF_DAY].find(isInside) as EpochSeconds | undefined;
  return meant === undefined
    ? []
    : [{ kind: "half-day-slip", meant, mend: { time: { ...time, at: meant } } }];
}
