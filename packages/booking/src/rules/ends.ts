import type { Stop } from "../service.ts";
import type { TripRequest } from "../trip-request.ts";
import type { World } from "../world.ts";

/** One end of a wished ride; `stop` is missing when the service knows none by that id. */
export interface End {
  readonly field: "from" | "to";
  readonly stop: Stop | undefined;
}

/** Where the ride begins and where it ends. */
export function endsOf({ service }: World, { from, to }: TripRequest): readonly End[] {
  const find = (id: string) => service.stops.find((stop) => stop.id === id);
  return [
    { field: "from", stop: find(from) },
    { field: "to", stop: find(to) },
  ];
}
