import type { Day } from "../day.ts";
import type { Rejection } from "../rejection.ts";
import type { TripRequest } from "../trip-request.ts";
import type { World } from "../world.ts";

/** One request, asked of one day of a service. */
export interface Ask {
  readonly world: World;
  readonly day: Day;
  readonly request: TripRequest;
}

/** Looks at a request and names what stands against it; nothing when the rule is kept. */
export type Rule = (ask: Ask) => readonly Rejection[];
