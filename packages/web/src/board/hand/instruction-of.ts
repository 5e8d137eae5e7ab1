import type { Instruction } from "@noriai/api";
import { instantAt } from "../../wall-time.ts";
import type { Action } from "./actions-of.ts";

/** Why a vehicle may be taken out of service. */
export const REASONS = ["breakdown", "accident", "driver", "inspection", "weather", "other"] as const;

/** What was chosen so far. */
export interface Choice {
  readonly reason: (typeof REASONS)[number];
  /** Wall time; empty: now. */
  readonly from: string;
  readonly bookingId: string;
  readonly target: string;
}

export const NO_CHOICE: Choice = { reason: "breakdown", from: "", bookingId: "", target: "" };

/** The instruction that a choice says; nothing as long as something is missing. */
export function instructionOf({
  action,
  dutyId,
  choice,
  date,
  timeZone,
}: {
  readonly action: Action;
  readonly dutyId: string;
  readonly choice: Choice;
  readonly date: string;
  readonly timeZone: string;
}): Instruction | undefined {
  const { reason, from, bookingId, target } = choice;
  switch (action) {
    case "takeOut":
      return {
        kind: "take-out",
        dutyId,
        reason,
        ...(from !== "" && { from: instantAt({ date, time: from }, timeZone) }),
      };
    case "bringBack":
      return { kind: "bring-back", dutyId };
    case "move":
      return bookingId === "" || target === "" ? undefined : { kind: "move", bookingId, dutyId: target };
    case "undo":
      return { kind: "undo" };
  }
}
