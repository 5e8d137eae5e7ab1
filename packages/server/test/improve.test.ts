import { type Day, knownDay, problemOf } from "@noriai/booking";
import { buildDemoTowns } from "@noriai/demo";
import { verify } from "@noriai/dispatch";
import {
  type BookingId,
  type EpochSeconds,
  type MemberId,
  minutes,
  serviceDate,
  type VehicleId,
} from "@noriai/kernel";
import { replayDay, type Store } from "@noriai/store";
import { afterEach, describe, expect, test } from "vitest";
import { decisionWorld } from "../src/decision-world.ts";
import { stillHolds } from "../src/improve/still-holds.ts";
import { createServer } from "../src/index.ts";
import {
  at,
  type Client,
  clientOf,
  NOBODY_ELSE,
  newKey,
  openHouse,
  smallTowns,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

const IMPROVER = { iterations: 500, rounds: 6, quietMs: 30 };

let house: TestHouse;
afterEach(() => house?.close());

/** となり町 with three vehicles and many members: enough that plans made one by one are not the best. */
function busyTown() {
  const [ube] = buildDemoTowns({ today: serviceDate("2026-11-20") });
  const [tonari] = smallTowns();
  const [vehicle] = tonari!.service.vehicles;
  const vehicles = ["v1", "v2", "v3"].map((id) => ({ ...vehicle!, id: id as VehicleId }));
  // Nobody arrives so early that a vehicle could drive the ten minutes to the far stop twice.
  const standards = { ...tonari!.service.standards, earlyArrival: minutes(15) };
  return { ...tonari!, service: { ...tonari!.service, vehicles, standards }, members: ube!.members };
}

async function open(improver: "on" | "off" = "on"): Promise<{
  readonly desk: Client;
  readonly members: readonly MemberId[];
}> {
  house = await openHouse({ towns: [busyTown()], ...(improver === "on" && { improver: IMPROVER }) });
  const { tenant, members } = house.towns[0]!;
  const access = { by: { role: "system" }, now: house.clock.now, purpose: "booking" } as const;
  const ids = await house.world.store.inTenant(tenant.id, async (tx) => {
    const found: MemberId[] = [];
    for (const { memberNo } of members) found.push((await tx.searchMembers(memberNo, 1, access))[0]!.id);
    return found;
  });
  return { desk: await house.enter("call_operator"), members: ids };
}

const loadDay = (): Promise<Day> =>
  house.world.store.inTenant(house.towns[0]!.tenant.id, (tx) => tx.loadDay(house.towns[0]!.service, TODAY));

interface Wish {
  readonly memberId: MemberId;
  readonly persons?: number;
  readonly by?: string;
}

/** Asks for a trip to the far stop and confirms it. */
async function bookTrip(desk: Client, { memberId, persons = 1, by = "10:30" }: Wish): Promise<BookingId> {
  const body = trip({
    ...{ memberId, from: "s01", to: "s04" },
    companions: { ...NOBODY_ELSE, general: persons - 1 },
    time: { mode: "arrive", at: text(by) },
  });
  const asked = await desk.send("POST", "quotes", { key: newKey(), body });
  expect(asked.json?.kind, asked.text).toBe("quote");
  const { id } = asked.json.quote;
  const confirmed = await desk.send("POST", `quotes/${id}/confirm`, { key: newKey() });
  expect(confirmed.status, confirmed.text).toBe(200);
  return id;
}

/**
 * Two riders of one way in two vehicles: the party in whose vehicle the second one found no seat any more calls off.
 * @param last  whose call it is
 */
async function bookWastefully(
  desk: Client,
  members: readonly MemberId[],
  last: Client = desk,
): Promise<readonly BookingId[]> {
  const [a, b, c] = members;
  const large = await bookTrip(desk, { memberId: a!, persons: 3 });
  const small = await bookTrip(desk, { memberId: b! });
  const third = await bookTrip(desk, { memberId: c!, persons: 3 });
  expect(vehiclesUsed(await loadDay())).toBe(2);
  const cancelled = await last.send("POST", `bookings/${large}/cancel`, {
    key: newKey(),
    body: { reason: "" },
  });
  expect(cancelled.status, cancelled.text).toBe(200);
  return [small, third];
}

const vehiclesUsed = ({ plan }: Day): number => plan.routes.filter(({ visits }) => visits.length > 0).length;

/** What the log tells of the improver. */
const told = () =>
  house.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => /^(plan|improving) /.test(msg));

async function until(isThere: () => boolean): Promise<void> {
  for (let waited = 0; !isThere(); waited += 20) {
    expect(waited, JSON.stringify(told())).toBeLessThan(60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until it has looked at the newest plan and found nothing more. */
async function settled(): Promise<void> {
  const { version } = await loadDay();
  const before = told().length;
  await until(() => told().some(({ msg, of }) => msg === "plan left as it is" && of >= version));
  if (told().length > before && (await loadDay()).version !== version) await settled();
}

/** The engine's verifier finds nothing in the plan of today, asked at this instant. */
async function expectSound(): Promise<void> {
  const { server, world, towns, clock } = house;
  const town = (await server.towns.find(towns[0]!.tenant.id))!;
  const decisions = decisionWorld({ world, town, now: clock.now });
  const day = knownDay(decisions, await loadDay());
  expect(verify({ problem: problemOf(decisions, day), plan: day.plan })).toEqual([]);
}

async function expectReplayed(): Promise<void> {
  const { tenant, service } = house.towns[0]!;
  const log = await house.world.store.inTenant(tenant.id, (tx) => tx.loadDecisions(service, TODAY));
  expect(replayDay({ serviceDate: TODAY, log, stored: await loadDay() }).mismatches).toEqual([]);
}

describe("between bookings", () => {
  test("two vehicles of one way become one; every promise stays, pages hear of it, and the day replays", async () => {
    const { desk, members } = await open();
    const heard: number[] = [];
    const tenant = house.towns[0]!.tenant.id;
    await house.server.hub.join(tenant, {
      role: "call_operator",
      tokenHash: "none",
      hear: ({ event }) => void (event.topic === "plan" && heard.push(event.version)),
      end: () => {},
    });
    const ids = await bookWastefully(desk, members);
    const { bookings } = await loadDay();
    await until(() => told().some(({ msg }) => msg === "plan improved"));
    const line = told().find(({ msg }) => msg === "plan improved");
    expect(line).toMatchObject({ tenant, serviceDate: TODAY, iterations: IMPROVER.iterations, moved: 1 });
    expect(line.after).toBeLessThan(line.before);
    await settled();
    expect(heard).toContain(line.version);
    const day = await loadDay();
    expect(vehiclesUsed(day)).toBe(1);
    for (const id of ids) expect(day.bookings.get(id)?.promise).toEqual(bookings.get(id)?.promise);
    await expectSound();
    await expectReplayed();
  });

  test("whoever books while it thinks is never lost: the plan thought of is thrown away", async () => {
    const { desk, members } = await open("off");
    const { store } = house.world;
    let overtaking: BookingId | undefined;
    const racing: Store["decideOnDay"] = async (command) => {
      if (command.actor.role === "system")
        overtaking ??= await bookTrip(desk, { memberId: members[3]!, by: "11:30" });
      return store.decideOnDay(command);
    };
    const world = { ...house.world, improver: IMPROVER, store: { ...store, decideOnDay: racing } };
    const server = await createServer(world);
    try {
      await bookWastefully(desk, members, clientOf(server, desk.tenant, desk.cookie));
      await until(() => told().some(({ msg }) => msg === "plan improved"));
    } finally {
      await server.close();
    }
    expect(told().map(({ msg }) => msg)).toContain("plan overtaken");
    const day = await loadDay();
    expect(day.bookings.get(overtaking!)?.state).toBe("confirmed");
    expect(day.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId))).toContain(overtaking);
    await expectSound();
    await expectReplayed();
  });

  test("nothing happens where it is turned off", async () => {
    const { desk, members } = await open("off");
    await bookWastefully(desk, members);
    const { version } = await loadDay();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(told()).toEqual([]);
    expect(await loadDay()).toMatchObject({ version });
  });

  test("requests are answered while it thinks: none waits for it", async () => {
    const { desk, members } = await open("off");
    // Long thinking, so that a request that had to wait for it would be seen even on a busy machine.
    const improver = { iterations: 300_000, rounds: 1, quietMs: 1 };
    const server = await createServer({ ...house.world, improver });
    try {
      const there = clientOf(server, desk.tenant, desk.cookie);
      await bookWastefully(there, members);
      const { longest, answers } = await askOthersUntil(there, () => told().length > 0);
      expect(answers).toBeGreaterThan(10);
      expect(longest).toBeLessThan(told()[0].ms / 2);
    } finally {
      await server.close();
    }
  });
});

/** Asks for something small again and again. @returns the longest time without an answer, in milliseconds */
async function askOthersUntil(client: Client, isOver: () => boolean) {
  let longest = 0;
  let answers = 0;
  for (let last = performance.now(); !isOver(); answers++) {
    expect((await client.send("GET", "service")).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 3)); // a moment in which nobody is being answered
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return { longest, answers };
}

describe("after a driver's word", () => {
  test("a rider whose vehicle is held up is fetched by another one, under the same promise", async () => {
    const { desk, members } = await open();
    const driver = await house.enter("driver");
    const id = await bookTrip(desk, { memberId: members[0]!, by: "10:00" });
    const { promise } = (await loadDay()).bookings.get(id)!;
    const dutyOf = ({ plan }: Day) =>
      plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === id))!.dutyId;
    expect(dutyOf(await loadDay())).toBe("2026-11-24.v1.1");
    house.clock.now = at("09:00");
    const delay = { kind: "delayed", by: 5400, cause: "vehicle" };
    const event = { id: "event-1", dutyId: "2026-11-24.v1.1", at: text("09:00"), ...delay };
    await driver.send("POST", "duty/events", { body: { events: [event] } });
    await until(() => told().some(({ msg }) => msg === "plan replanned"));
    const line = told().find(({ msg }) => msg === "plan replanned");
    expect(line).toMatchObject({ inTrouble: true, before: 1, after: 0, moved: 1 });
    const day = await loadDay();
    expect(dutyOf(day)).not.toBe("2026-11-24.v1.1");
    expect(day.bookings.get(id)!.promise).toEqual(promise);
    await expectSound();
    await expectReplayed();
  });
});

describe("a refusal that takes long to prove", () => {
  test("holds nobody up: others are answered meanwhile", async () => {
    const { desk, members } = await open("off");
    const { service } = house.towns[0]!;
    const whole = { ...NOBODY_ELSE, general: service.vehicles[0]!.seats - 1 };
    const ask = (memberId: MemberId, k: number) => {
      const [from, to] = [service.stops[k % 5]!.id, service.stops[(k + 2) % 5]!.id];
      const time = { mode: "arrive", at: text("10:30") };
      const body = trip({ memberId, from, to, companions: whole, time });
      return desk.send("POST", "quotes", { key: newKey(), body });
    };
    // Each party fills a vehicle; sooner or later all are taken and the search begins.
    let refused = 0;
    let longest = 0;
    for (const [k, member] of members.entries()) {
      if (refused > 0) break;
      const asked = performance.now();
      let isOver = false;
      const answer = ask(member, k).finally(() => {
        isOver = true;
      });
      const others = await askOthersUntil(desk, () => isOver);
      const { kind, quote, refusal } = (await answer).json;
      if (kind === "quote") await desk.send("POST", `quotes/${quote.id}/confirm`, { key: newKey() });
      if (kind === "quote" || refusal.rejections[0].kind !== "no-vehicle") continue;
      longest = others.longest;
      refused = performance.now() - asked;
    }
    expect(refused).toBeGreaterThan(0);
    expect(longest).toBeLessThan(refused / 2);
    await expectReplayed();
  });
});

describe("a plan thought of a moment ago", () => {
  test("does not hold when the vehicle has set out for another stop meanwhile", async () => {
    const { desk, members } = await open("off");
    await bookTrip(desk, { memberId: members[0]! });
    const day = await loadDay();
    const town = (await house.server.towns.find(house.towns[0]!.tenant.id))!;
    const worldAt = (now: EpochSeconds) => decisionWorld({ world: house.world, town, now });
    const holds = (now: EpochSeconds, plan: Day["plan"]) =>
      stillHolds({ world: worldAt(now), day, plan, mayBeLate: false });
    const early = house.clock.now;
    expect(holds(early, day.plan)).toBe(true);
    // The first vehicle's riders go to one that has none, which is a plan before anybody has set out.
    const [busy, idle] = [
      day.plan.routes.find(({ visits }) => visits.length > 0)!,
      day.plan.routes.find(({ visits }) => visits.length === 0)!,
    ];
    const swapped = {
      routes: day.plan.routes.map((route) =>
        route === busy
          ? { ...route, visits: [] }
          : route === idle
            ? { ...route, visits: busy.visits }
            : route,
      ),
    };
    expect(holds(early, swapped)).toBe(true);
    const firstTrip = day.bookings.get(busy.visits[0]!.tripId as BookingId)!;
    expect(holds(firstTrip.promise.pickupFrom, swapped)).toBe(false);
    const forgetful = {
      routes: day.plan.routes.map((route) => (route === busy ? { ...route, visits: [] } : route)),
    };
    expect(holds(early, forgetful)).toBe(false);
  });
});
