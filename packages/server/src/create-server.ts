import { ROUTES, type Route, type RouteName } from "@noriai/api";
import { StoreBusy } from "@noriai/store";
import { type Context, Hono } from "hono";
import type { Rooms } from "./call.ts";
import { type Guard, guard as routeGuard } from "./guard.ts";
import { HANDLERS } from "./handlers/index.ts";
import { languageOf } from "./http/language.ts";
import { openApi } from "./http/openapi.ts";
import { problemAnswer } from "./http/problem-answer.ts";
import { setSecurityHeaders } from "./http/security-headers.ts";
import { createStaticFiles } from "./http/static-files.ts";
import { createLiveHub, type LiveHub } from "./live/live-hub.ts";
import { describeError } from "./log.ts";
import { createPasswordDesk } from "./password-desk.ts";
import { isTenantName, type ServedRoute, serveRoute } from "./serve-route.ts";
import type { ServerWorld } from "./server-world.ts";
import { createSignInLimit } from "./sign-in-limit.ts";
import { createTowns, type Towns } from "./town.ts";
import type { Trouble } from "./trouble.ts";

/** The server without a port: answers requests, and lets itself be closed. */
export interface Server {
  readonly fetch: (request: Request, bindings?: Bindings) => Promise<Response>;
  readonly towns: Towns;
  readonly hub: LiveHub;
  /** From now on `/healthz` says that no more requests should be sent here, and live pages are let go. */
  close(): Promise<void>;
}

/** What the HTTP listener knows beyond the request itself. */
export interface Bindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

interface ServerEnv {
  Bindings: Bindings;
  /** The line of the table that answers, for the log. */
  Variables: { route?: string };
}

/**
 * Builds the server over the one route table. A path that is not in the table does not exist; a route without a handler
 * does not compile.
 *
 * @param guard  tests put a broken one here to see that the isolation matrix catches it
 */
export async function createServer(
  world: ServerWorld,
  { guard = routeGuard }: { readonly guard?: Guard } = {},
): Promise<Server> {
  const { store, log } = world;
  const hub = await createLiveHub({ store, log });
  const quietClock = world.demoClock?.onChange(() => hub.tellClock());
  const towns = createTowns({ store, elapsedMs: world.elapsedMs });
  const rooms: Rooms = {
    world,
    hub,
    signInLimit: createSignInLimit(world.elapsedMs),
    passwordDesk: createPasswordDesk(),
  };
  let closing = false;
  const app = new Hono<ServerEnv>();

  app.use(async (c, next) => {
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
    if (status >= 500) log.error(line, "request");
    else log.info(line, "request");
  });

  app.get("/healthz", async (c) => {
    c.set("route", "/healthz");
    const database = await isAnswering(world);
    const ready = database && !closing;
    const status = ready ? "ok" : closing ? "closing" : "unavailable";
    return c.json(
      { status, database: database ? "ok" : "unavailable", mode: world.mode, version: world.version },
      ready ? 200 : 503,
    );
  });
  const description = openApi(world.version);
  app.get("/openapi.json", (c) => {
    c.set("route", "/openapi.json");
    return c.json(description);
  });

  const methods = new Map<string, Set<string>>();
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const served: ServedRoute = { name, route, handler: HANDLERS[name] as unknown as ServedRoute["handler"] };
    methods.set(route.path, (methods.get(route.path) ?? new Set()).add(route.method));
    app.on(route.method, route.path, (c) => {
      c.set("route", route.path);
      const incoming = {
        request: c.req.raw,
        address: addressOf(c, world),
        params: c.req.param() as Record<string, string>,
      };
      return serveRoute({ served, incoming, rooms, towns, guard });
    });
  }
  for (const [path, allowed] of methods)
    app.all(path, (c) => {
      c.set("route", path);
      return trouble(c, { kind: "method-not-allowed", headers: { Allow: [...allowed].join(", ") } });
    });

  const files = createStaticFiles(world.webRoot);
  app.all("*", async (c) => {
    const isApi = c.req.path === "/api" || c.req.path.startsWith("/api/");
    const file = isApi ? undefined : await files(c.req.raw);
    return file ?? trouble(c, { kind: "not-found" });
  });

  app.onError((error, c) => {
    if (error instanceof StoreBusy) {
      log.warn({ ...describeError(error), reason: error.reason }, "store busy");
      const kind = error.reason === "unreachable" ? "unavailable" : "busy";
      return trouble(c, { kind, headers: { "Retry-After": "1" } });
    }
    log.error({ ...describeError(error) }, "bug");
    return trouble(c, { kind: "internal" });
  });

  return {
    fetch: async (request, bindings = {}) => app.fetch(request, bindings),
    towns,
    hub,
    async close() {
      closing = true;
      quietClock?.();
      await hub.close();
    },
  };
}

function trouble(c: Context, what: Trouble): Response {
  return problemAnswer(what, languageOf(c.req.header("accept-language") ?? null));
}

function withHeaders(answer: Response, world: ServerWorld, requestId: string): Response {
  const headers = new Headers(answer.headers);
  setSecurityHeaders(headers, world.mode);
  headers.set("X-Request-Id", requestId);
  return new Response(answer.body, { status: answer.status, headers });
}

async function isAnswering({ store }: ServerWorld): Promise<boolean> {
  try {
    await store.listTenants();
    return true;
  } catch {
    return false;
  }
}

/** The caller's address: of the connection, or as the last of our own proxies saw it. */
function addressOf(c: Context<ServerEnv>, { proxyHops = 0 }: ServerWorld): string {
  const direct = c.env?.incoming?.socket?.remoteAddress ?? "local";
  if (proxyHops === 0) return direct;
  const seen = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return seen.at(-proxyHops)?.slice(0, 64) || direct;
}
