import {
  between,
  type EpochSeconds,
  epochSeconds,
  later,
  minutes,
  type Seconds,
  seconds,
} from "@noriai/kernel";

/** Clocks that differ by less count as the same: that much passes between a tap and its arrival. */
const CLOCK_STEADY: Seconds = minutes(1);

/** A request is given up after a minute; what arrives this much later than it was sent was on its way. */
const ON_ITS_WAY_MAX: Seconds = minutes(2);

/** 2000-01-02 UTC: no service ran before. What a clock says that began anew in 1970 has no day of its own. */
const EARLIEST = epochSeconds(946_771_200);

/** What a tablet's clock said, and what is known of that clock. */
export interface ClockClaim {
  /** When it happened, by the tablet. */
  readonly said: EpochSeconds;
  /** By how much the tablet's clock has been set since, for it noticed that it was wrong; absent: not at all. */
  readonly drift?: Seconds;
  /** What the tablet's clock showed when it sent. */
  readonly sentAt: EpochSeconds;
  readonly now: EpochSeconds;
  /** When what the tablet recorded before counts as having happened. */
  readonly after: EpochSeconds | undefined;
}

/**
 * The instant that counts for what a tablet recorded. Its own time is a claim: where its clock has been set since, or shows
 * another time than ours when it sends, the claim is moved by as much. Nothing has happened later than now, and nothing
 * before what the same tablet recorded before it.
 */
export function countedAt({ said, drift, sentAt, now, after }: ClockClaim): {
  readonly at: EpochSeconds;
  readonly movedBy: Seconds;
} {
  const behind = between(sentAt, now);
  const isOnItsWay = behind >= 0 && behind <= ON_ITS_WAY_MAX;
  const wrongBy = (drift ?? 0) + (isOnItsWay ? 0 : behind);
  const mended = Math.abs(wrongBy) <= CLOCK_STEADY ? said : later(said, seconds(wrongBy));
  const past = Math.min(mended, now);
  const at = epochSeconds(Math.max(past, after ?? EARLIEST));
  return { at, movedBy: seconds(at - said) };
}
