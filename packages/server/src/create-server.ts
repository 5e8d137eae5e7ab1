import { ROUTES, type Route, type RouteName } from "@noriai/api";
import { StoreBusy } from "@noriai/store";
import { type Context, Hono } from "hono";
import type { Rooms } from "./call.ts";
import { type Guard, guard as routeGuard } from "./guard.ts";
import { HANDLERS } from "./handlers/index.ts";
import { countRequests } from "./http/count-requests.ts";
import { languageOf } from "./http/language.ts";
import { logRequests, type ServerEnv } from "./http/log-requests.ts";
import { openApi } from "./http/openapi.ts";
import { isOwnHost } from "./http/own-host.ts";
import { problemAnswer } from "./http/problem-answer.ts";
import { createStaticFiles } from "./http/static-files.ts";
import { createImprover, type Improver } from "./improve/improver.ts";
import { createLiveHub, type LiveHub } from "./live/live-hub.ts";
import { describeError } from "./log.ts";
import { WORDS } from "./messages.ts";
import { createNotifier, type Notifier } from "./notify/notifier.ts";
import { createPasswordDesk } from "./password-desk.ts";
import { type KeptRecurring, keepRecurring } from "./recurring/keep-recurring.ts";
import { serveRoute } from "./serve-route.ts";
import type { ServerWorld } from "./server-world.ts";
import type { ServedRoute } from "./serving.ts";
import { createSignInLimit } from "./sign-in-limit.ts";
import { createThinker } from "./thinking/thinker.ts";
import { createTowns, type Towns } from "./towns.ts";
import type { Trouble } from "./trouble.ts";
import { type KeptWaiting, keepWaiting } from "./waiting/keep-waiting.ts";

export type { Bindings } from "./http/log-requests.ts";

/** The server without a port: answers requests, and lets itself be closed. */
export interface Server {
  readonly fetch: (request: Request, bindings?: ServerEnv["Bindings"]) => Promise<Response>;
  readonly towns: Towns;
  readonly hub: LiveHub;
  /** Looks at the recurring wishes, where this server does. */
  readonly recurring: KeptRecurring | undefined;
  /** From now on `/healthz` says that no more requests should be sent here, and live pages are let go. */
  close(): Promise<void>;
}

type App = Hono<ServerEnv>;
type Ask = Context<ServerEnv>;

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
  const { store, log, elapsedMs } = world;
  const hub = await createLiveHub({ store, log });
  const stopHearingClock = world.demoClock?.onChange(() => hub.tellClock());
  world.demoLife?.onChange(() => hub.tellClock());
  const towns = createTowns({ store, elapsedMs });
  const thinker = createThinker();
  const rooms = {
    ...{ world, hub, thinker },
    ...{ signInLimit: createSignInLimit(elapsedMs), passwordDesk: createPasswordDesk() },
  };
  let closing = false;

  const app: App = new Hono<ServerEnv>();
  app.use(logRequests(world));
  const requests = countRequests();
  app.use(requests.count);
  if (world.mode === "demo" && world.publicOrigin === undefined) keepOtherHostsOut(app);
  addHealth(app, world, () => closing);
  addDescription(app, world.version);
  addRoutes({ app, rooms, towns, guard });
  addPages(app, world.webRoot);
  app.onError((error, c) => troubleOf(error, c, world));
  const beside = workBeside({ world, towns, hub, isQuiet: requests.areNone });

  return {
    fetch: async (request, bindings = {}) => app.fetch(request, bindings),
    ...{ towns, hub, recurring: beside.recurring },
    async close() {
      closing = true;
      stopHearingClock?.();
      await beside.close();
      await hub.close();
      await thinker.close();
    },
  };
}

/** Everything that works beside the requests, each where it is wanted. */
function workBeside(working: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly hub: LiveHub;
  readonly isQuiet: () => boolean;
}): { readonly recurring: Server["recurring"]; close(): Promise<void> } {
  const { world, towns } = working;
  const improver = improverOf(working);
  const notifier = notifierOf(working);
  const waiting = waitingOf(working);
  const recurring = recurringOf(world, towns);
  return {
    recurring,
    async close() {
      await recurring?.stop();
      await waiting?.stop();
      await improver?.close();
      await notifier?.close();
    },
  };
}

/** Works beside the requests, where it is wanted. */
function improverOf({
  world,
  towns,
  hub,
  isQuiet,
}: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly hub: LiveHub;
  readonly isQuiet: () => boolean;
}): Improver | undefined {
  if (world.improver === undefined) return undefined;
  const improver = createImprover({ world, towns, settings: world.improver, isQuiet });
  hub.onCommit(improver.stir);
  return improver;
}

/** Asks those who wait beside the requests, where it is wanted. */
function waitingOf({
  world,
  towns,
  isQuiet,
}: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly isQuiet: () => boolean;
}): KeptWaiting | undefined {
  const { waitingEveryMs: everyMs } = world;
  return everyMs === undefined ? undefined : keepWaiting({ world, towns, isQuiet, everyMs });
}

/** Tells riders beside the requests, where that is set up. */
function notifierOf({
  world,
  towns,
  hub,
}: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly hub: LiveHub;
}): Notifier | undefined {
  if (world.notifier === undefined) return undefined;
  const notifier = createNotifier({ world, towns, settings: world.notifier });
  hub.onCommit(notifier.stir);
  return notifier;
}

/** Looks at the recurring wishes beside the requests, where that is wanted. */
function recurringOf(world: ServerWorld, towns: Towns): KeptRecurring | undefined {
  const { recurringEveryMs: everyMs } = world;
  return everyMs === undefined ? undefined : keepRecurring({ world, towns, everyMs });
}

function keepOtherHostsOut(app: App): void {
  app.use(async (c, next) => {
    if (isOwnHost(c.req.raw)) return next();
    const { field } = WORDS[languageOf(c.req.header("accept-language") ?? null)];
    return trouble(c, { kind: "wrong-host", fields: [{ name: "Host", message: field.hostUnknown }] });
  });
}

/** 200 when requests can be served; balancers and `npm start` ask here. */
function addHealth(app: App, { store, mode, version }: ServerWorld, isClosing: () => boolean): void {
  app.get("/healthz", async (c) => {
    c.set("route", "/healthz");
    const isThere = await store.listTenants().then(
      () => true,
      () => false,
    );
    const ready = isThere && !isClosing();
    const status = ready ? "ok" : isClosing() ? "closing" : "unavailable";
    return c.json({ status, database: isThere ? "ok" : "unavailable", mode, version }, ready ? 200 : 503);
  });
}

function addDescription(app: App, version: string): void {
  const description = openApi(version);
  app.get("/openapi.json", (c) => {
    c.set("route", "/openapi.json");
    return c.json(description);
  });
}

function addRoutes({
  app,
  rooms,
  towns,
  guard,
}: {
  readonly app: App;
  readonly rooms: Rooms;
  readonly towns: Towns;
  readonly guard: Guard;
}): void {
  const routes = Object.entries(ROUTES) as [RouteName, Route][];
  for (const [name, route] of routes) {
    const served: ServedRoute = { name, route, handler: HANDLERS[name] as unknown as ServedRoute["handler"] };
    app.on(route.method, route.path, (c) => {
      c.set("route", route.path);
      const incoming = { request: c.req.raw, address: addressOf(c, rooms.world), params: paramsOf(c) };
      return serveRoute({ served, incoming, rooms, towns, guard });
    });
  }
  for (const [path, lines] of Map.groupBy(routes, ([, route]) => route.path))
    app.all(path, (c) => {
      c.set("route", path);
      const methods = lines.map(([, { method }]) => method);
      return trouble(c, { kind: "method-not-allowed", headers: { Allow: methods.join(", ") } });
    });
}

/** Addresses beside the API belong to the pages. */
function addPages(app: App, webRoot: string | undefined): void {
  const files = createStaticFiles(webRoot);
  app.all("*", async (c) => {
    const isApi = c.req.path === "/api" || c.req.path.startsWith("/api/");
    const file = isApi ? undefined : await files(c.req.raw);
    return file ?? trouble(c, { kind: "not-found" });
  });
}

function troubleOf(error: Error, c: Ask, { log }: ServerWorld): Response {
  if (!(error instanceof StoreBusy)) {
    log.error({ ...describeError(error) }, "bug");
    return trouble(c, { kind: "internal" });
  }
  log.warn({ ...describeError(error), reason: error.reason }, "store busy");
  const kind = error.reason === "unreachable" ? "unavailable" : "busy";
  return trouble(c, { kind, headers: { "Retry-After": "1" } });
}

const trouble = (c: Ask, what: Trouble): Response =>
  problemAnswer(what, languageOf(c.req.header("accept-language") ?? null));

const paramsOf = (c: Ask): Readonly<Record<string, string>> => c.req.param() as Record<string, string>;

/** The caller's address: of the connection, or as the last of our own proxies saw it. */
function addressOf(c: Ask, { proxyHops = 0 }: ServerWorld): string {
  const direct = c.env?.incoming?.socket?.remoteAddress ?? "local";
  if (proxyHops === 0) return direct;
  const seen = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return seen.at(-proxyHops)?.slice(0, 64) || direct;
}
