import type { BookingId } from "@noriai/kernel";
import { decision } from "./apply-changes.ts";
import type { Day, Decision } from "./day.ts";
import type { Effort } from "./effort.ts";
import { type AtRisk, scheduleOf } from "./schedule-of.ts";
import type { World } from "./world.ts";

export type ReplanAnswer =
  /** `before` was at risk, `atRisk` still is: the call list. */
  | {
      readonly kind: "replanned";
      readonly moved: readonly BookingId[];
      readonly before: readonly AtRisk[];
      readonly atRisk: readonly AtRisk[];
    }
  | { readonly kind: "unchanged"; readonly atRisk: readonly AtRisk[] };

/** Makes the plan of a day anew where promises are at risk, so that fewer are. */
export function decideReplan(world: World, day: Day, _effort: Effort): Decision<ReplanAnswer> {
  return decision({ day, changes: [], answer: { kind: "unchanged", atRisk: scheduleOf(world, day).atRisk } });
}
