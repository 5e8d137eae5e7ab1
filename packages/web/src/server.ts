import routes from "virtual:routes";
import type { RouteName } from "@noriai/api";
import { firstAnswer } from "./app/ask-first.ts";
import { address, makeCall, type Request } from "./client.ts";
import { noteOutOfReach, noteWithinReach } from "./kept/reach.ts";

/** A request that hangs in a tunnel is given up, and sent again by whoever sent it. */
const GIVEN_UP_MS = 60_000;

/** Calls a route of our own server in the language of the page. */
export const call = makeCall({
  routes,
  send: async (input, init) => {
    try {
      const early = init?.method === "GET" ? await firstAnswer(String(input)) : undefined;
      const answer = early ?? (await fetch(input, { signal: AbortSignal.timeout(GIVEN_UP_MS), ...init }));
      noteWithinReach();
      return answer;
    } catch (unreachable) {
      noteOutOfReach();
      throw unreachable;
    }
  },
  language: () => document.documentElement.lang,
});

/** The address of a route, for links and event streams. */
export const addressOf = <N extends RouteName>(name: N, request: Request<N>): string =>
  address(routes, name, request);
