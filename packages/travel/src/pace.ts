import {
  type EpochSeconds,
  fail,
  instantOf,
  ok,
  parseTimeOfDay,
  type Result,
  type ServiceDate,
  type TimeOfDay,
  timeOfDay,
} from "@noriai/kernel";
import { FREE_FLOW, type Permille } from "./travel-times.ts";

/** How a town's traffic slows its vehicles by hour of day and in snow. Durations in thousandths of free flow. */
export interface PaceProfile {
  /** Hours that differ from free flow, in order, not overlapping. `to` is not included. */
  readonly hours: readonly PaceHours[];
  readonly snow: { readonly permille: Permille };
}

export interface PaceHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay | "24:00";
  readonly permille: Permille;
}

/** From `startsAt` on, driving takes `permille` thousandths of its free-flow duration. */
export interface PaceStep {
  readonly startsAt: EpochSeconds;
  readonly permille: Permille;
}

/** Why a pace profile is not accepted; `index` counts the hours from 0. */
export type PaceFault =
  | { readonly kind: "not-a-pace-profile" }
  | { readonly kind: "bad-time"; readonly index: number }
  | { readonly kind: "ends-before-it-starts"; readonly index: number }
  | { readonly kind: "overlapping-hours"; readonly index: number }
  | {
      readonly kind: "permille-out-of-range";
      readonly index: number | "snow";
      readonly permilleMin: Permille;
      readonly permilleMax: Permille;
    };

const PERMILLE_MIN = 500;
const PERMILLE_MAX = 5000;

export const FREE_FLOW_PROFILE: PaceProfile = { hours: [], snow: { permille: FREE_FLOW } };

/**
 * The pace of one service date, for the engine: sorted, the first step at the day's midnight in `timeZone`, each valid
 * until the next and the last one to the end.
 *
 * Snow multiplies the pace of every hour: a jam in snow is a jam and snow.
 */
export function paceOf({
  profile,
  serviceDate,
  timeZone,
  snow,
}: {
  readonly profile: PaceProfile;
  readonly serviceDate: ServiceDate;
  readonly timeZone: string;
  readonly snow: boolean;
}): PaceStep[] {
  const snowPermille = snow ? profile.snow.permille : FREE_FLOW;
  const changes = new Map<TimeOfDay, Permille>([[timeOfDay("00:00"), FREE_FLOW]]);
  for (const { from, to, permille } of profile.hours) {
    changes.set(from, permille);
    if (to !== "24:00") changes.set(to, FREE_FLOW);
  }
  return [...changes].map(([time, permille]) => ({
    startsAt: instantOf(serviceDate, time, timeZone),
    permille: Math.floor((permille * snowPermille + 500) / 1000),
  }));
}

/** Turns unknown data (a tenant's settings) into a pace profile. Permille from 500 to 5000. */
export function parsePaceProfile(value: unknown): Result<PaceProfile, PaceFault> {
  if (!isRecord(value) || !Array.isArray(value.hours) || !isRecord(value.snow))
    return fail({ kind: "not-a-pace-profile" });
  const hours: PaceHours[] = [];
  for (const [index, entry] of value.hours.entries()) {
    const parsed = parseHours(entry, index);
    if (!parsed.ok) return parsed;
    const before = hours.at(-1);
    if (before && before.to > parsed.value.from) return fail({ kind: "overlapping-hours", index });
    hours.push(parsed.value);
  }
  const permille = value.snow.permille;
  if (!isPermille(permille)) return fail(outOfRange("snow"));
  return ok({ hours, snow: { permille } });
}

function parseHours(entry: unknown, index: number): Result<PaceHours, PaceFault> {
  if (!isRecord(entry)) return fail({ kind: "not-a-pace-profile" });
  const from = parseTimeOfDay(String(entry.from));
  const to = entry.to === "24:00" ? "24:00" : parseTimeOfDay(String(entry.to));
  if (from === undefined || to === undefined) return fail({ kind: "bad-time", index });
  if (to <= from) return fail({ kind: "ends-before-it-starts", index });
  if (!isPermille(entry.permille)) return fail(outOfRange(index));
  return ok({ from, to, permille: entry.permille });
}

const outOfRange = (index: number | "snow"): PaceFault => ({
  kind: "permille-out-of-range",
  index,
  permilleMin: PERMILLE_MIN,
  permilleMax: PERMILLE_MAX,
});

const isPermille = (value: unknown): value is Permille =>
  Number.isInteger(value) && (value as number) >= PERMILLE_MIN && (value as number) <= PERMILLE_MAX;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
