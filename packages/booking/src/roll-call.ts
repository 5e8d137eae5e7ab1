import type { DriverId, EpochSeconds, ServiceDate, VehicleId } from "@noriai/kernel";
import type { RollCallRules } from "./crew-rules.ts";

/** Before the duty or after it (業務前・業務後). */
export type RollCallMoment = "before" | "after";

/** How the two met (点呼方法): 対面, IT点呼, 電話, and the driver's own word. */
export const ROLL_CALL_METHODS = ["face", "it", "phone", "self"] as const;
export type RollCallMethod = (typeof ROLL_CALL_METHODS)[number];

/**
 * One roll call (点呼): who called whom, how, and what was found.
 * @see 旅客自動車運送事業運輸規則 第24条
 */
export interface RollCall {
  readonly serviceDate: ServiceDate;
  readonly driverId: DriverId;
  readonly vehicleId: VehicleId;
  readonly moment: RollCallMoment;
  readonly method: RollCallMethod;
  readonly at: EpochSeconds;
  readonly alcohol: {
    /** With the operator's own detector (アルコール検知器). */
    readonly withDetector: boolean;
    /** Traces were found (酒気帯び有). */
    readonly isDetected: boolean;
  };
  /** Before: illness, tiredness, lack of sleep. After: how it went. */
  readonly isHealthy: boolean;
  /** 日常点検: the vehicle was found in order. Before the duty only. */
  readonly isVehicleInOrder?: boolean;
}

/** What keeps a driver from setting out, or from going home, or nothing. */
export type RollCallStand =
  | { readonly kind: "done"; readonly at: EpochSeconds; readonly method: RollCallMethod }
  | { readonly kind: "missing" }
  | { readonly kind: "must-not-drive"; readonly because: NotFit };

export type NotFit = "alcohol" | "health" | "vehicle";

/** How it stands with a driver's roll call of a date; the last one made counts. */
export function rollCallStand(calls: readonly RollCall[], moment: RollCallMoment): RollCallStand {
  const last = calls.findLast((call) => call.moment === moment);
  if (last === undefined) return { kind: "missing" };
  const because = notFit(last);
  if (moment === "before" && because !== undefined) return { kind: "must-not-drive", because };
  return { kind: "done", at: last.at, method: last.method };
}

/** Why who was called must not drive; nothing when fit. */
export function notFit({ alcohol, isHealthy, isVehicleInOrder = true }: RollCall): NotFit | undefined {
  if (alcohol.isDetected) return "alcohol";
  if (!isHealthy) return "health";
  return isVehicleInOrder ? undefined : "vehicle";
}

export type RollCallFault = "self-report-not-allowed" | "detector-needed" | "inspection-needed";

/** What is missing for a roll call to count. */
export function rollCallFault(call: RollCall, rules: RollCallRules): RollCallFault | undefined {
  if (call.method === "self" && !rules.maySelfReport) return "self-report-not-allowed";
  if (!call.alcohol.withDetector) return "detector-needed";
  if (call.moment === "before" && call.isVehicleInOrder === undefined) return "inspection-needed";
  return undefined;
}
