import type { MiddlewareHandler } from "hono";
import type { ServerWorld } from "../server-world.ts";
import { isTenantName } from "../tenant-name.ts";
import { setSecurityHeaders } from "./security-headers.ts";

/** What the HTTP listener knows beyond the request itself. */
export interface Bindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

export interface ServerEnv {
  Bindings: Bindings;
  /** The line of the table that answers: the log names it instead of the address, which may hold ids. */
  Variables: { route?: string };
}

/** One line of log and one set of security headers for each answer, whoever gave it. */
export const logRequests =
  (world: ServerWorld): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const began = world.elapsedMs();
    const requestId = world.newId();
    await next();
    c.res = withHeaders(c.res, world, requestId);
    const { status } = c.res;
    const tenant = c.req.param("tenant");
    const line = {
      requestId,
      method: c.req.method,
      route: c.get("route") ?? "-",
      status,
      ms: Math.round(world.elapsedMs() - began),
      ...(tenant !== undefined && isTenantName(tenant) && { tenant }),
    };
    if (status >= 500) world.log.error(line, "request");
    else world.log.info(line, "request");
  };

function withHeaders(answer: Response, world: ServerWorld, requestId: string): Response {
  const headers = new Headers(answer.headers);
  setSecurityHeaders(headers, world.mode);
  headers.set("X-Request-Id", requestId);
  return new Response(answer.body, { status: answer.status, headers });
}
