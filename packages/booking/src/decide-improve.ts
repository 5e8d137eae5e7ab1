import type { BookingId } from "@noriai/kernel";
import { decision } from "./apply-changes.ts";
import type { Day, Decision } from "./day.ts";
import type { Effort } from "./effort.ts";
import type { World } from "./world.ts";

export type ImproveAnswer =
  /** `before` and `after` are what the two plans cost by the engine's weights; `moved` ride in another vehicle or order. */
  | {
      readonly kind: "improved";
      readonly before: number;
      readonly after: number;
      readonly moved: readonly BookingId[];
    }
  | { readonly kind: "unchanged" };

/** Makes the plan of a day better between bookings. */
export function decideImprove(_world: World, day: Day, _effort: Effort): Decision<ImproveAnswer> {
  return decision({ day, changes: [], answer: { kind: "unchanged" } });
}
