import { wallTimeOf } from "../wall-time.ts";

/** An instant (epoch seconds) as RFC 3339 text to the second. */
export function instantText(epochSeconds: number): string {
  const { date, time } = wallTimeOf(epochSeconds, "UTC");
  return `${date}T${time}:${String(epochSeconds % 60).padStart(2, "0")}Z`;
}
