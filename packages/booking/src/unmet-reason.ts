import type { Rejection } from "./rejection.ts";

type NoVehicle = Extract<Rejection, { readonly kind: "no-vehicle" }>;
type VehicleRule = NoVehicle["duties"][number]["reason"]["kind"];

/**
 * Why a wish came to nothing, as one word: the weightiest rule of a refusal, for a vehicle the rule that was nearest to
 * taking the trip; or that the rider did not go on: an offer given back, an offer that ran out, a search that was left.
 */
export type UnmetReason = Rejection["kind"] | VehicleRule | "let-go" | "expired" | "left";

/** The weightiest rule of a refusal. */
export function reasonOfRefusal(rejections: readonly Rejection[]): UnmetReason {
  const [first] = rejections;
  if (first === undefined) return "no-vehicle";
  if (first.kind !== "no-vehicle") return first.kind;
  return first.summary?.[0]?.nearest.kind ?? first.duties[0]?.reason.kind ?? "no-vehicle";
}
