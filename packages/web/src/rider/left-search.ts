import type { Body } from "@noriai/api";
import { instantAt } from "../wall-time.ts";
import type { Draft } from "./draft.ts";

/** A search as it is counted when its rider leaves: stops, day and time, and nothing of who searched. */
export type LeftSearch = Omit<Body<"leaveSearch">, "asked">;

/** What a draft tells of a search; nothing before both stops are chosen, and nothing for a change of a booking. */
export function leftSearchOf(
  { from, to, date, time, replaces }: Draft,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): LeftSearch | undefined {
  if (from === undefined || to === undefined || replaces !== undefined) return undefined;
  const isTimed = date !== undefined && time !== undefined;
  return {
    from,
    to,
    serviceDate: date ?? today,
    ...(isTimed && { wishedAt: instantAt({ date, time }, timeZone) }),
  };
}
