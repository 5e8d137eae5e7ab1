import type { MiddlewareHandler } from "hono";
import type { ServerEnv } from "./log-requests.ts";

/** Knows whether a request is being answered right now. A live page that is open does not count: its answer has begun. */
export function countRequests(): {
  readonly count: MiddlewareHandler<ServerEnv>;
  readonly areNone: () => boolean;
} {
  let open = 0;
  return {
    async count(_, next) {
      open++;
      try {
        await next();
      } finally {
        open--;
      }
    },
    areNone: () => open === 0,
  };
}
