import type { EpochSeconds, IntakeStopId, StopId } from "@noriai/kernel";
import type { Channel } from "./service.ts";

/**
 * A stop of intake (新規予約受付停止) that stands: no new booking is taken of what it covers, on any channel, until
 * somebody resumes it. Why it was made is not here: a reason decides nothing.
 * @see 仕様書 5-(4)-⑤
 */
export interface IntakeStop {
  readonly id: IntakeStopId;
  readonly scope: IntakeScope;
  /** What riders are told, as it was typed. */
  readonly notice: string;
  /** When it is meant to end; told, not obeyed. */
  readonly plannedEnd?: EpochSeconds;
}

/** What a stop covers: rides for which every part that is given is true. With no part it covers everything. */
export interface IntakeScope {
  readonly channels?: readonly Channel[];
  /** Rides that begin or end at one of these stops, or within `area` where that is given too. */
  readonly stops?: readonly StopId[];
  /** Rides that begin or end inside these rings of `[lng, lat]`. */
  readonly area?: readonly (readonly (readonly [number, number])[])[];
  /** Rides that share time with this band. */
  readonly rides?: { readonly from: EpochSeconds; readonly to: EpochSeconds };
}

/** By what a stop is limited, and so what another wish could mend. */
export type IntakeLimit = "channel" | "place" | "time";

/** By what the scope is limited; by nothing when it covers everything. */
export function limitsOf({ channels, stops, area, rides }: IntakeScope): readonly IntakeLimit[] {
  return [
    ...(channels === undefined ? [] : (["channel"] as const)),
    ...(stops === undefined && area === undefined ? [] : (["place"] as const)),
    ...(rides === undefined ? [] : (["time"] as const)),
  ];
}
