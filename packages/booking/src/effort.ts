import * as dispatch from "@noriai/dispatch";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/** How hard the engine may try: counted steps, so that the same effort gives the same plan on every machine. */
export interface Effort {
  readonly seed: number;
  /** Rounds of taking trips out of the plan and putting them back. */
  readonly iterations: number;
}

/** How hard the engine may try before a trip is refused; its seed comes from the request. */
export interface SearchEffort extends Omit<dispatch.Effort, "seed"> {
  /** A search follows where this look finds no vehicle; what can be had instead is not worked out before. */
  readonly isFirstLook?: true;
}

/** What is seen at once: the places in the plan as it is. */
export const FIRST_LOOK: SearchEffort = { iterations: 0, nodes: 0, isFirstLook: true };

/** What a caller on the phone can wait for: the engine's own measure of about a second in a busy town. */
const { seed: _, ...SEARCH_EFFORT } = dispatch.defaultEffort;

/** The effort for one request: the same request asked of the same day is answered alike. */
export function searchEffort({ effort = SEARCH_EFFORT }: World, request: TripRequest): dispatch.Effort {
  const { isFirstLook: _, ...steps } = effort;
  return { ...steps, seed: seedOf(JSON.stringify(request)) };
}

/** A number below 2³¹ that a text stands for. @see Fowler, Noll, Vo: FNV-1a */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 1;
}
