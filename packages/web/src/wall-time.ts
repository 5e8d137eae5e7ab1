/** A time on the wall of a service's time zone: "2026-11-24", "09:05". */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

/** What the wall shows at an instant (epoch seconds). */
export function wallTimeOf(epochSeconds: number, timeZone: string): WallTime {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(epochSeconds * 1000)
      .map(({ type, value }) => [type, value]),
  );
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The instant, as RFC 3339 with offset, at which the wall shows a time. An hour skipped by summer time moves on. */
export function instantAt({ date, time }: WallTime, timeZone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - offsetMinutes(asUtc, timeZone) * 60_000;
  const offset = offsetMinutes(guess, timeZone);
  return `${date}T${time}:00${offsetText(offset)}`;
}

/** The offset at the end of an RFC 3339 text, usable as a time zone: "+09:00". */
export const offsetOf = (instant: string): string => {
  const offset = /(?:[+-]\d\d:\d\d)$/.exec(instant)?.[0];
  return offset ?? "UTC";
};

function offsetMinutes(ms: number, timeZone: string): number {
  const { date, time } = wallTimeOf(Math.floor(ms / 60_000) * 60, timeZone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - Math.floor(ms / 60_000) * 60_000) / 60_000);
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}
