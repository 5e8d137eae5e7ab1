import type { PublicService, World } from "@noriai/api";
import {
  FARE_CLASSES,
  fareTableOn,
  isActive,
  isOperatingDay,
  operatingHours,
  phoneOpen,
  plannedOperatingDays,
  receptionOpen,
  type Service,
  type Stop,
  type Vehicle,
} from "@noriai/booking";
import {
  addDays,
  type EpochSeconds,
  earlier,
  fail,
  formatInstant,
  instantOf,
  ok,
  parseInstant,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { Handler } from "../call.ts";
import type { ClockFault } from "../demo-clock.ts";
import type { Language } from "../http/language.ts";
import { pack, wishedEncoding } from "../http/static-files.ts";
import { WORDS } from "../messages.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Town, TownRoads } from "../town.ts";
import type { Trouble } from "../trouble.ts";

/** Before a tenant is chosen, times are shown as in Japan; each service has its own zone. */
const WORLD_TIME_ZONE = "Asia/Tokyo";

export const getWorld: Handler<"getWorld"> = async ({ world }) => ok({ body: await worldOf(world) });

export const setClock: Handler<"setClock"> = async ({ world, body, language }) => {
  const { demoClock } = world;
  if (demoClock === undefined) return fail({ kind: "not-found" });
  const command = body.action === "jump" ? { action: body.action, to: parseInstant(body.to)! } : body;
  const moved = demoClock.command(command);
  return moved.ok ? ok({ body: await worldOf(world) }) : fail(clockTrouble(moved.error, language));
};

/** Mode, time and towns, as everybody may know them. */
export async function worldOf({ mode, now, demoClock, demoLife, store }: ServerWorld): Promise<World> {
  const clock = demoClock?.state();
  return {
    mode,
    now: formatInstant(now(), WORLD_TIME_ZONE),
    ...(clock && { demoClock: { rate: clock.rate, running: clock.running } }),
    ...(demoLife && { lives: demoLife.isRunning() }),
    tenants: (await store.listTenants()).map(({ id, name }) => ({ id, name })),
  };
}

function clockTrouble(fault: ClockFault, language: Language): Trouble {
  const { field } = WORDS[language];
  const message =
    fault.kind === "before-first-start"
      ? field.clockBeforeStart(formatInstant(fault.first, WORLD_TIME_ZONE))
      : field.clockTooFar(formatInstant(fault.last, WORLD_TIME_ZONE));
  return { kind: "invalid-input", fields: [{ name: "to", message }] };
}

export const getService: Handler<"getService"> = async ({ town, now }) => {
  const { service, tenant, travel, roads } = town;
  const { name, projectName, timeZone, phoneNumber, bookingWindow, standards } = service;
  const today = serviceDateOf(now, timeZone);
  const { opensDaysBefore, closesBefore } = bookingWindow;
  const { pickupWindow, rideFactorPermille, rideOffset } = standards;
  const { yen } = fareTableOn(service, today);
  return ok({
    body: {
      tenant: { id: tenant.id, name: tenant.name },
      name,
      projectName,
      timeZone,
      phoneNumber,
      phoneOpen: phoneOpen(service, now),
      stops: service.stops.map((stop) => presentStop(stop, town, today)),
      vehicles: service.vehicles.map(presentVehicle),
      fares: FARE_CLASSES.map((fareClass) => ({ fareClass, yen: yen[fareClass] })),
      hours: operatingHours(service, today).map(({ from, to }) => ({ from, to })),
      days: daysAhead(service, now),
      plannedOperatingDays: plannedOperatingDays(service).total,
      bookingWindow: { opensDaysBefore, closesBefore },
      standards: { pickupWindow, rideFactorPermille, rideOffset },
      travelBasis: travel.times.basis,
      mapAttribution: roads?.attribution ?? null,
    },
  });
};

const presentStop = (stop: Stop, { travel }: Town, today: ServiceDate): PublicService["stops"][number] => ({
  id: stop.id,
  number: stop.number,
  name: stop.name,
  kana: stop.kana,
  aliases: [...stop.aliases],
  position: { lat: stop.position.lat, lng: stop.position.lng },
  guidance: stop.guidance,
  ...(stop.sign && { sign: { ...stop.sign, landmarks: [...(stop.sign.landmarks ?? [])] } }),
  servable: !travel.offRoad.has(stop.id) && isActive(stop, today),
});

const presentVehicle = ({
  id,
  name,
  plate,
  colour,
  seats,
  wheelchairPlaces,
}: Vehicle): PublicService["vehicles"][number] => ({ id, name, plate, colour, seats, wheelchairPlaces });

/** From today to the end of the booking window: which days run, and on which a web rider can still book. */
function daysAhead(service: Service, now: EpochSeconds) {
  const today = serviceDateOf(now, service.timeZone);
  const open = receptionOpen(service, now);
  return Array.from({ length: service.bookingWindow.opensDaysBefore + 1 }, (_, days) => {
    const date = addDays(today, days);
    const operating = isOperatingDay(service, date);
    return { serviceDate: date, operating, bookable: operating && open && now <= lastCall(service, date) };
  });
}

/** The last instant at which the web takes a booking for the very end of the day's hours. */
function lastCall(service: Service, date: ServiceDate): EpochSeconds {
  const closes = operatingHours(service, date).at(-1)?.to;
  if (closes === undefined) return 0 as EpochSeconds;
  const { closesBefore, closesBeforeByChannel } = service.bookingWindow;
  return earlier(instantOf(date, closes, service.timeZone), closesBeforeByChannel.web ?? closesBefore);
}

export const getRoads: Handler<"getRoads"> = async ({ request, town }) => {
  const { roads } = town;
  if (roads === undefined) return fail({ kind: "not-found" });
  const etag = `"${roads.map.report.source.sha256.slice(0, 24)}"`;
  const headers = new Headers({
    "Content-Type": "application/geo+json",
    "Cache-Control": "no-cache",
    ETag: etag,
    Vary: "Accept-Encoding",
  });
  if (request.headers.get("if-none-match") === etag)
    return ok({ raw: new Response(null, { status: 304, headers }) });
  const encoding = wishedEncoding(request);
  if (encoding !== undefined) headers.set("Content-Encoding", encoding);
  return ok({ raw: new Response(await packedRoads(roads, encoding), { headers }) });
};

type Packed = Map<"br" | "gzip" | "plain", Promise<Uint8Array<ArrayBuffer>>>;
const PACKED_ROADS = new WeakMap<TownRoads, Packed>();

/** The drawing of the roads is large and never changes, so it is packed once. */
function packedRoads(
  roads: TownRoads,
  encoding: "br" | "gzip" | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Packed = PACKED_ROADS.get(roads) ?? new Map();
  PACKED_ROADS.set(roads, kept);
  const plain = kept.get("plain") ?? Promise.resolve(new TextEncoder().encode(JSON.stringify(roads.baseMap)));
  kept.set("plain", plain);
  if (encoding === undefined) return plain;
  const packed = kept.get(encoding) ?? plain.then((bytes) => pack(bytes, encoding));
  kept.set(encoding, packed);
  return packed;
}
