import { instantAt, wallTimeOf } from "../wall-time.ts";

/** As long as a rider may want to keep her afternoon free for it. */
const HOURS = [1, 2, 4];
const EVENING_BEFORE = "20:00";

/**
 * How long a rider may choose to wait besides "as long as the ride can be booked": some full hours ahead, and the
 * evening before the ride; only what lies before the ride.
 *
 * @param now  epoch seconds
 * @param rideAt  the wished time, RFC 3339
 */
export function untilChoices({
  now,
  rideAt,
  timeZone,
}: {
  readonly now: number;
  readonly rideAt: string;
  readonly timeZone: string;
}): readonly string[] {
  const ride = Date.parse(rideAt) / 1000;
  const soon = HOURS.map((hours) => (Math.floor(now / 3600) + hours) * 3600);
  const dayBefore = wallTimeOf(ride - 86_400, timeZone).date;
  const evening = Date.parse(instantAt({ date: dayBefore, time: EVENING_BEFORE }, timeZone)) / 1000;
  return [...soon, evening]
    .filter((at, k, all) => at > now + 600 && at < ride - 3600 && all.indexOf(at) === k)
    .toSorted((a, b) => a - b)
    .map((at) => instantAt(wallTimeOf(at, timeZone), timeZone));
}
