import type { PastDay } from "@noriai/api";
import { epochMs } from "../format.ts";

/** Seconds since 1970 of an instant of the answer. */
export const secondsOf = (at: string): number => epochMs(at) / 1000;

/** Where a vehicle was at a moment, and the way it had taken by then; nothing before its first report. */
export function trailUntil(
  { points }: PastDay["trails"][number],
  moment: number,
):
  | { readonly last: PastDay["trails"][number]["points"][number]; readonly way: [number, number][] }
  | undefined {
  const by = points.filter(({ at }) => secondsOf(at) <= moment);
  const last = by.at(-1);
  return last && { last, way: by.map(({ lat, lng }) => [lng, lat]) };
}

/** The instant of the event before a moment, or after it; nothing when there is none. */
export function nextEvent(
  moments: PastDay["moments"],
  { moment, step }: { readonly moment: number; readonly step: 1 | -1 },
): number | undefined {
  const instants = [...new Set(moments.map(({ at }) => secondsOf(at)))].sort((a, b) => a - b);
  return step === 1
    ? instants.find((instant) => instant > moment)
    : instants.findLast((instant) => instant < moment);
}

/** What a list of events is narrowed to. */
export const SHOWN = ["all", "plan", "driver", "desk"] as const;
export type Shown = (typeof SHOWN)[number];

/** The events of a kind; offers and refusals are no change of the plan. */
export function eventsOf(moments: PastDay["moments"], shown: Shown): PastDay["moments"] {
  if (shown === "all") return moments;
  if (shown === "driver") return moments.filter(({ event }) => event !== null);
  if (shown === "desk") return moments.filter(({ instruction }) => instruction !== null);
  return moments.filter(
    ({ kind, refused }) => !refused && !["quote", "release", "task", "told"].includes(kind),
  );
}
