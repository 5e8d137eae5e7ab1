import { createHash } from "node:crypto";
import type { Booking, Change } from "@noriai/booking";
import type { Plan } from "@noriai/dispatch";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 as 64 hex digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** The plan's bytes, whatever order its fields stand in. */
export const planSha256 = (plan: Plan): string => sha256(canonicalJson(plan));

/** Everything that a decision changed, plan included. What somebody typed as a reason is left out. */
export const changesSha256 = (changes: readonly Change[]): string =>
  sha256(canonicalJson(changes.map(withoutReason)));

function withoutReason(change: Change): unknown {
  if (!("booking" in change)) return change;
  const booking: Booking = change.booking;
  if (booking.cancellation === undefined) return change;
  return { ...change, booking: { ...booking, cancellation: { at: booking.cancellation.at } } };
}
