/** A ride is requested within the booking window (予約可能期間): some days before it at the earliest, some minutes at the latest. */

import {
  addDays,
  type EpochSeconds,
  earlier,
  instantOf,
  type Seconds,
  type ServiceDate,
  timeOfDay,
} from "@noriai/kernel";
import { rememberByDay } from "../remember-by-day.ts";
import type { Channel, Service } from "../service.ts";
import { wishedRide } from "../wished-ride.ts";
import type { Rule } from "./rule.ts";

/**
 * Both ends included. The days are days of the calendar, the minutes count to the time of use: the wished departure,
 * or for arrive-by the last departure that still arrives in time.
 * @see 仕様書 3-(2)-② 予約可能期間, 5-(1)-③ 予約締切時間
 */
export const bookingWindow: Rule = ({ world, request }) => {
  const { service, now } = world;
  const opensAt = windowOpensAt(service, request.serviceDate);
  if (now < opensAt) return [{ kind: "too-early-to-book", opensAt }];
  const cutoff = cutoffOf(service, request.channel);
  const closedAt = earlier(wishedRide(world, request).leavesAt, cutoff);
  return now <= closedAt ? [] : [{ kind: "past-cutoff", closedAt, minutes: Math.floor(cutoff / 60) }];
};

/** The first instant at which a ride on `date` can be requested. */
export const windowOpensAt: (service: Service, date: ServiceDate) => EpochSeconds = rememberByDay(
  (service, date) =>
    instantOf(addDays(date, -service.bookingWindow.opensDaysBefore), timeOfDay("00:00"), service.timeZone),
);

/** How long before the time of use a channel closes (予約締切時間). */
export function cutoffOf({ bookingWindow: window }: Service, channel: Channel): Seconds {
  return window.closesBeforeByChannel[channel] ?? window.closesBefore;
}
