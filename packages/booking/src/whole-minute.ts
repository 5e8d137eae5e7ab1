import { type EpochSeconds, epochSeconds } from "@noriai/kernel";

/** The nearest whole minute at or before an instant, or at or after it. Every time told to a rider is one. */
export function wholeMinute(instant: number, direction: "up" | "down"): EpochSeconds {
  const round = direction === "up" ? Math.ceil : Math.floor;
  return epochSeconds(round(instant / 60) * 60);
}
