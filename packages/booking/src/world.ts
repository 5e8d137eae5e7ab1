import type { EpochSeconds, MemberId, NewId, Random, StopId, VehicleId } from "@noriai/kernel";
import type { TravelTimes } from "@noriai/travel";
import type { SearchEffort } from "./effort.ts";
import type { IntakeStop } from "./intake-stop.ts";
import type { Member } from "./member.ts";
import type { Service } from "./service.ts";

/** How places of a service map to rows of its travel times. */
export interface TravelPlaces {
  readonly times: TravelTimes;
  readonly stops: ReadonlyMap<StopId, number>;
  readonly depots: ReadonlyMap<VehicleId, number>;
  /** Stops too far from any road, in metres; they cannot be served. */
  readonly offRoad: ReadonlyMap<StopId, number>;
}

/** Everything a decision may look at besides the day itself. */
export interface World {
  readonly service: Service;
  readonly travel: TravelPlaces;
  readonly now: EpochSeconds;
  readonly newId: NewId;
  readonly random: Random;
  readonly findMember: (id: MemberId) => Member | undefined;
  /** How hard to try before a trip is refused; `SEARCH_EFFORT` when left out. */
  readonly effort?: SearchEffort;
  /** The stops of intake that stand; none when left out. */
  readonly intakeStops?: readonly IntakeStop[];
}
