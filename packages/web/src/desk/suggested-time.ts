import type { Booking, PublicService } from "@noriai/api";
import { epochMs } from "../format.ts";
import { instantAt, wallTimeOf } from "../wall-time.ts";
import { upcomingOf } from "./past-trips.ts";

/** Times are proposed at whole steps of these minutes. */
const STEP = 10;
/** How long a visit lasts when nothing better is known. */
const STAY_MINUTES = 60;

interface Suggesting {
  readonly service: Pick<PublicService, "timeZone" | "hours" | "bookingWindow">;
  readonly date: string;
  /** Epoch seconds. */
  readonly now: number;
}

/**
 * The time that a trip most likely means: the usual one where it can still be booked, else the next one that can.
 *
 * @param wishedAt  instants of earlier rides; the middle one of their times of day is the usual time
 * @returns as an operator would type it, "10:30"; empty where nothing can be booked on that date any more
 */
export function suggestedTime({
  wishedAt,
  ...suggesting
}: Suggesting & { readonly wishedAt: readonly string[] }): string {
  const { timeZone } = suggesting.service;
  const times = wishedAt.map((at) => wallTimeOf(epochMs(at) / 1000, timeZone).time).sort();
  const usual = times[Math.floor(times.length / 2)];
  const earliest = earliestTime(suggesting);
  if (earliest === undefined) return "";
  return usual !== undefined && usual >= earliest && isOpen(suggesting, usual) ? usual : earliest;
}

/** The way back: an hour after the ride there has arrived, where that is booked for the same day. */
export function timeBack({
  there,
  bookings,
  ...suggesting
}: Suggesting & {
  readonly there: { readonly from: string; readonly to: string };
  readonly bookings: readonly Booking[];
}): string | undefined {
  const { service, date } = suggesting;
  const ahead = upcomingOf(bookings).find(
    ({ trip }) => trip.serviceDate === date && trip.to === there.to && trip.from === there.from,
  );
  if (ahead === undefined) return undefined;
  const arrives = wallTimeOf(epochMs(ahead.promise.arriveBy) / 1000, service.timeZone).time;
  const back = plus(arrives, STAY_MINUTES);
  return isOpen(suggesting, back) ? back : undefined;
}

/** The first whole step of the date for which the desk may still book. */
function earliestTime({ service, date, now }: Suggesting): string | undefined {
  const { hours, timeZone, bookingWindow } = service;
  const bookable = wallTimeOf(now + bookingWindow.closesBefore, timeZone);
  const soonest = bookable.date < date ? "00:00" : bookable.date > date ? undefined : plus(bookable.time, 1);
  if (soonest === undefined) return undefined;
  const band = hours.find(({ to }) => soonest <= to);
  if (band === undefined) return undefined;
  const time = soonest < band.from ? band.from : soonest;
  return time <= band.to ? time : undefined;
}

/** Later by some minutes, at the next whole step; times past midnight do not come up here. */
function plus(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = Math.ceil((hour * 60 + minute + minutes) / STEP) * STEP;
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

const isOpen = ({ service, date, now }: Suggesting, time: string): boolean =>
  service.hours.some(({ from, to }) => from <= time && time <= to) &&
  epochMs(instantAt({ date, time }, service.timeZone)) / 1000 >= now + service.bookingWindow.closesBefore;

const two = (value: number): string => String(value).padStart(2, "0");
