import type { Route, RouteName } from "@noriai/api";
import type { Call, Outcome, Rooms } from "./call.ts";
import type { Guard } from "./guard.ts";
import type { Towns } from "./towns.ts";

/** One line of the route table with its handler; the types of the single route are checked where handlers are listed. */
export interface ServedRoute {
  readonly name: RouteName;
  readonly route: Route;
  readonly handler: (call: Call<RouteName>) => Promise<Outcome<RouteName>>;
}

interface Incoming {
  readonly request: Request;
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
}

/** One request on its way through one line of the table. */
export interface Serving {
  readonly served: ServedRoute;
  readonly incoming: Incoming;
  readonly rooms: Rooms;
  readonly towns: Towns;
  readonly guard: Guard;
}
