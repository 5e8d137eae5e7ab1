import type { BookingId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { type AtRisk, scheduleOf } from "./schedule-of.ts";
import { strandedOn } from "./stranded.ts";
import type { World } from "./world.ts";

/** What happened to riders: promises that can no longer be kept, the call list; riders whom no vehicle fetches any more. */
export interface Troubles {
  readonly atRisk: readonly AtRisk[];
  readonly stranded: readonly BookingId[];
}

export const troublesOf = (world: World, day: Day): Troubles => ({
  atRisk: scheduleOf(world, day).atRisk,
  stranded: strandedOn(world, day),
});
