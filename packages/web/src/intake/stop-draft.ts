import type { Body } from "@noriai/api";
import { greatCircleMeters } from "@noriai/kernel";
import { epochMs } from "../format.ts";
import { instantAt } from "../wall-time.ts";

/** A stop of intake as it is typed. Empty texts stand for what is left out. */
export interface StopDraft {
  readonly part: boolean;
  readonly channel: "" | "web" | "phone";
  /** The stop in the middle. */
  readonly place: string;
  /** Metres around it; 0 for this stop alone. */
  readonly within: number;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly detail: string;
  readonly notice: string;
  readonly endDate: string;
  readonly endTime: string;
}

export type StopFault = "fill" | "bandTurned" | "endPassed";
export type StopFaults = Partial<Readonly<Record<keyof StopDraft, StopFault>>>;

interface Place {
  readonly id: string;
  readonly position: { readonly lat: number; readonly lng: number };
}

/** What has to be mended before it can be sent. @param now  epoch seconds */
export function faultsOf(draft: StopDraft, { now, timeZone }: { now: number; timeZone: string }): StopFaults {
  const { part, date, from, to, notice, endDate, endTime } = draft;
  const band = part && (date !== "" || from !== "" || to !== "");
  const end = endDate !== "" && endTime !== "" && instantAt({ date: endDate, time: endTime }, timeZone);
  return {
    ...(notice.trim() === "" && { notice: "fill" }),
    ...(band && date === "" && { date: "fill" }),
    ...(band && from === "" && { from: "fill" }),
    ...(band && to === "" && { to: "fill" }),
    ...(band && from !== "" && to !== "" && to <= from && { to: "bandTurned" }),
    ...(endDate === "" && endTime !== "" && { endDate: "fill" }),
    ...(endDate !== "" && endTime === "" && { endTime: "fill" }),
    ...(end && epochMs(end) / 1000 <= now && { endTime: "endPassed" }),
  };
}

/** The body of the call. Only for a draft without faults. */
export function stopOf(
  draft: StopDraft,
  { stops, timeZone, reason }: { stops: readonly Place[]; timeZone: string; reason: string },
): Body<"stopIntake"> {
  const { detail, notice, endDate, endTime } = draft;
  return {
    scope: draft.part ? scopeOf(draft, { stops, timeZone }) : {},
    reason: detail.trim() === "" ? reason : `${reason}：${detail.trim()}`,
    notice: notice.trim(),
    ...(endDate !== "" && { plannedEnd: instantAt({ date: endDate, time: endTime }, timeZone) }),
  };
}

function scopeOf(
  { channel, place, within, date, from, to }: StopDraft,
  { stops, timeZone }: { stops: readonly Place[]; timeZone: string },
): Body<"stopIntake">["scope"] {
  return {
    ...(channel !== "" && { channels: [channel] }),
    ...(place !== "" && { stops: [...placesWithin({ stops, place, within })] }),
    ...(date !== "" && {
      rides: { from: instantAt({ date, time: from }, timeZone), to: instantAt({ date, time: to }, timeZone) },
    }),
  };
}

/** The stop itself and those within so many metres as the crow flies. */
export function placesWithin({
  stops,
  place,
  within,
}: {
  readonly stops: readonly Place[];
  readonly place: string;
  readonly within: number;
}): readonly string[] {
  const middle = stops.find(({ id }) => id === place);
  if (middle === undefined) return [];
  return stops
    .filter((stop) => stop === middle || greatCircleMeters(stop.position, middle.position) <= within)
    .map(({ id }) => id);
}
