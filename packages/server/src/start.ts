import { nextOperatingDay } from "@noriai/booking";
import { assert, fail, ok, type Result, serviceDateOf } from "@noriai/kernel";
import type { StartFault } from "@noriai/store";
import { createServer, type Server } from "./create-server.ts";
import { demoStart } from "./demo-clock.ts";
import { createDemoTowns, DamagedMapFile } from "./demo-data.ts";
import { createDemoLife, type DemoLife } from "./demo-life.ts";
import { IMPROVER } from "./improve/improve-tenant.ts";
import { type KeptDemoClock, keepDemoClock } from "./keep-demo-clock.ts";
import { keepTidy } from "./keep-tidy.ts";
import { type ListenFault, listen } from "./listen.ts";
import type { Log } from "./log.ts";
import { NOTIFIER } from "./notify/notifier.ts";
import { waysOf } from "./notify/ways-of.ts";
import { type House, openHouse } from "./open-house.ts";
import { RECURRING_EVERY_MS } from "./recurring/keep-recurring.ts";
import type { Settings } from "./settings.ts";
import { DamagedMap } from "./town.ts";
import { WAITING_EVERY_MS } from "./waiting/keep-waiting.ts";
import type { Sources } from "./world.ts";

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** Everything in order: no new requests, running ones finished, live pages, store, database. */
  stop(): Promise<void>;
}

export type CannotStart =
  | { readonly kind: "store"; readonly fault: StartFault }
  | { readonly kind: "listen"; readonly fault: ListenFault }
  | { readonly kind: "map"; readonly where: string; readonly fault: string };

export interface Starting {
  readonly settings: Settings;
  readonly sources: Sources;
  readonly log: Log;
  readonly version: string;
  readonly webRoot: string;
}

/** Puts the whole server together and opens its port. What it opened it closes again when something is missing. */
export async function start(starting: Starting): Promise<Result<Running, CannotStart>> {
  const { settings, sources, log } = starting;
  const tell = (line: string): void => log.info({ database: line }, "database");
  const opened = await openHouse({ settings, sources, log: tell });
  if (!opened.ok) return fail({ kind: "store", fault: opened.error });
  await using closing = new AsyncDisposableStack(); // the last opened closes first
  closing.defer(() => opened.value.close());
  const ready = await createReady(starting, opened.value, closing);
  if (!ready.ok) return ready;
  const tidying = keepTidy({ store: opened.value.store, wallNow: sources.wallNow, log });
  closing.defer(() => tidying.stop());
  const { server, life } = ready.value;
  const listening = await listen(server, { host: settings.listen, port: settings.port });
  if (!listening.ok) return fail({ kind: "listen", fault: listening.error });
  closing.defer(() => listening.value.stop());
  life?.openAt(originOf(settings.listen, listening.value.port));
  closing.defer(async () => life?.stop());
  const everything = closing.move();
  return ok({ port: listening.value.port, stop: () => everything.disposeAsync() });
}

interface Ready {
  readonly server: Server;
  readonly life: DemoLife | undefined;
}

/** The server with every town loaded, so that the first request is answered as fast as the others. */
async function createReady(
  { settings, sources, log, version, webRoot }: Starting,
  house: House,
  closing: AsyncDisposableStack,
): Promise<Result<Ready, CannotStart>> {
  try {
    const demo = settings.mode === "demo" ? await openDemo({ settings, sources, log }, house) : undefined;
    if (demo !== undefined) closing.defer(() => demo.kept.stop());
    const { mode, proxyHops, publicOrigin } = settings;
    const ways = waysOf(settings, sources.wallNow);
    closing.defer(async () => ways.close());
    const server = await createServer({
      ...sources,
      ...{ mode, proxyHops, version, webRoot, log, store: house.store },
      now: demo?.kept.clock.now ?? sources.wallNow,
      ...(demo && { demoClock: demo.kept.clock, demoLife: demo.life }),
      ...(publicOrigin && { publicOrigin }),
      ...(settings.improve && { improver: IMPROVER }),
      notifier: { ...NOTIFIER, ways },
      recurringEveryMs: RECURRING_EVERY_MS,
      waitingEveryMs: WAITING_EVERY_MS,
    });
    closing.defer(() => server.close());
    for (const { id } of await house.store.listTenants()) await server.towns.find(id);
    return ok({ server, life: demo?.life });
  } catch (error) {
    if (error instanceof DamagedMap)
      return fail({ kind: "map", where: error.tenant, fault: error.fault.kind });
    if (error instanceof DamagedMapFile) return fail({ kind: "map", where: error.file, fault: error.fault });
    throw error;
  }
}

/** The demo towns, their clock (08:40 on the next operating day, or where it stood), and the players of the first one. */
async function openDemo(
  { settings, sources, log }: Pick<Starting, "settings" | "sources" | "log">,
  house: House,
): Promise<{ readonly kept: KeptDemoClock; readonly life: DemoLife }> {
  const [first] = await createDemoTowns({ store: house.store, sources });
  assert(first !== undefined, "there is a demo town");
  const { service } = first;
  const today = serviceDateOf(sources.wallNow(), service.timeZone);
  const day = nextOperatingDay(service, today);
  assert(day !== undefined, "the demo town runs in the year to come");
  const firstStart = demoStart(day, service.timeZone);
  const { dataFolder } = settings;
  const kept = keepDemoClock({ dataFolder, firstStart, elapsedMs: sources.elapsedMs });
  return { kept, life: createDemoLife({ town: first, clock: kept.clock, sources, log }) };
}

/** Under which address this server finds itself. */
const originOf = (host: string, port: number): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
