import { type Booking, type Day, knownDay, problemOf } from "@noriai/booking";
import { buildDemoTowns } from "@noriai/demo";
import { verify } from "@noriai/dispatch";
import {
  type BookingId,
  type EpochSeconds,
  type MemberId,
  type Random,
  seededRandom,
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
  newKey,
  openHouse,
  smallTowns,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

const IMPROVER = { iterations: 1_000, rounds: 6, quietMs: 30 };

let house: TestHouse;
afterEach(() => house?.close());

/** となり町 with three vehicles and many members: enough that plans made one by one are not the best. */
function busyTown() {
  const [ube] = buildDemoTowns({ today: serviceDate("2026-11-20") });
  const [tonari] = smallTowns();
  const [vehicle] = tonari!.service.vehicles;
  const vehicles = ["v1", "v2", "v3"].map((id) => ({ ...vehicle!, id: id as VehicleId }));
  return { ...tonari!, service: { ...tonari!.service, vehicles }, members: ube!.members };
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

/** Somebody rides between two stops of the town between ten and half past eleven. @returns the booking's id, if there is one */
async function bookSomeTrip(
  desk: Client,
  memberId: MemberId,
  random: Random,
): Promise<BookingId | undefined> {
  const stops = house.towns[0]!.service.stops;
  const from = Math.floor(random() * stops.length);
  const to = (from + 1 + Math.floor(random() * (stops.length - 1))) % stops.length;
  const minute = Math.floor(random() * 18) * 5;
  const time = `${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  const asked = await desk.send("POST", "quotes", {
    key: newKey(),
    body: trip({
      ...{ memberId, from: stops[from]!.id, to: stops[to]!.id },
      time: { mode: "arrive", at: text(time) },
    }),
  });
  if (asked.json?.kind !== "quote") return undefined;
  const { id } = asked.json.quote;
  const confirmed = await desk.send("POST", `quotes/${id}/confirm`, { key: newKey() });
  expect(confirmed.status, confirmed.text).toBe(200);
  return id;
}

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

function expectKept(day: Day, bookings: ReadonlyMap<BookingId, Booking>): void {
  for (const [id, { promise }] of bookings) expect(day.bookings.get(id)?.promise).toEqual(promise);
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
  test("a plan made one by one is made better, keeps every promise, and replays byte for byte", async () => {
    const { desk, members } = await open();
    const random = seededRandom(5);
    for (const member of members.slice(0, 14)) await bookSomeTrip(desk, member, random);
    const before = await loadDay();
    await settled();
    const improved = told().filter(({ msg }) => msg === "plan improved");
    expect(improved.length, JSON.stringify(told())).toBeGreaterThan(0);
    for (const line of improved) {
      expect(line.after).toBeLessThan(line.before);
      expect(line).toMatchObject({
        tenant: house.towns[0]!.tenant.id,
        serviceDate: TODAY,
        iterations: 1_000,
      });
      expect(line.moved).toBeGreaterThan(0);
    }
    expectKept(await loadDay(), before.bookings);
    await expectSound();
    await expectReplayed();
  });

  test("pages that are open hear of the better plan as of any other", async () => {
    const { desk, members } = await open();
    const heard: number[] = [];
    const tenant = house.towns[0]!.tenant.id;
    const { hub } = house.server;
    await hub.join(tenant, {
      role: "call_operator",
      tokenHash: "none",
      hear: ({ event }) => void (event.topic === "plan" && heard.push(event.version)),
      end: () => {},
    });
    const random = seededRandom(5);
    for (const member of members.slice(0, 14)) await bookSomeTrip(desk, member, random);
    await settled();
    const improved = told().filter(({ msg }) => msg === "plan improved");
    for (const { version } of improved) expect(heard).toContain(version);
  });

  test("whoever books while it thinks is never lost: the plan thought of is thrown away", async () => {
    const random = seededRandom(5);
    const overtaking: BookingId[] = [];
    const { desk, members } = await open("off");
    const { store } = house.world;
    for (const member of members.slice(0, 13)) await bookSomeTrip(desk, member, random);
    const others = members.slice(14);
    const racing: Store["decideOnDay"] = async (command) => {
      const isFirst = command.actor.role === "system" && overtaking.length === 0;
      while (isFirst && overtaking.length === 0) {
        const id = await bookSomeTrip(desk, others.shift()!, random);
        if (id !== undefined) overtaking.push(id);
      }
      return store.decideOnDay(command);
    };
    const world = { ...house.world, improver: IMPROVER, store: { ...store, decideOnDay: racing } };
    const server = await createServer(world);
    try {
      const there = clientOf(server, desk.tenant, desk.cookie);
      await bookSomeTrip(there, members[13]!, random); // stirs it
      await until(() => told().some(({ msg }) => msg === "plan overtaken"));
      await settled();
    } finally {
      await server.close();
    }
    expect(overtaking.length).toBeGreaterThan(0);
    const day = await loadDay();
    const planned = day.plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId));
    for (const id of overtaking) expect(planned).toContain(id);
    await expectSound();
    await expectReplayed();
  });

  test("nothing happens where it is turned off", async () => {
    const { desk, members } = await open("off");
    const random = seededRandom(5);
    for (const member of members.slice(0, 5)) await bookSomeTrip(desk, member, random);
    const { version } = await loadDay();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told()).toEqual([]);
    expect((await loadDay()).version).toBe(version);
  });

  test("requests are answered while it thinks: none waits for it", async () => {
    const { desk, members } = await open("off");
    const random = seededRandom(5);
    for (const member of members.slice(0, 14)) await bookSomeTrip(desk, member, random);
    // Long thinking, so that a request that had to wait for it would be seen even on a busy machine.
    const improver = { iterations: 8_000, rounds: 1, quietMs: 1 };
    const server = await createServer({ ...house.world, improver });
    try {
      const there = clientOf(server, desk.tenant, desk.cookie);
      await bookSomeTrip(there, members[14]!, random);
      let longest = 0;
      let answers = 0;
      while (told().length === 0) {
        const asked = performance.now();
        expect((await there.send("GET", "service")).status).toBe(200);
        longest = Math.max(longest, performance.now() - asked);
        answers++;
        await new Promise((resolve) => setTimeout(resolve, 5)); // a moment in which nobody is being answered
      }
      const [{ ms }] = told();
      expect(answers).toBeGreaterThan(10);
      expect(longest).toBeLessThan(ms / 2);
    } finally {
      await server.close();
    }
  });
});

describe("after a driver's word", () => {
  test("a rider whose vehicle is held up is fetched by another one, under the same promise", async () => {
    const { desk, members } = await open();
    const driver = await house.enter("driver");
    const asked = await desk.send("POST", "quotes", {
      key: newKey(),
      body: trip({ memberId: members[0], time: { mode: "depart", at: text("09:30") } }),
    });
    const { id } = asked.json.quote;
    expect((await desk.send("POST", `quotes/${id}/confirm`, { key: newKey() })).status).toBe(200);
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

describe("a plan thought of a moment ago", () => {
  test("does not hold when the vehicle has set out for another stop meanwhile", async () => {
    const { desk, members } = await open("off");
    const random = seededRandom(5);
    for (const member of members.slice(0, 6)) await bookSomeTrip(desk, member, random);
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
