import type { ServiceDate } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../src/index.ts";
import {
  at,
  type Client,
  clientOf,
  newKey,
  OTHER_TOWN,
  openHouse,
  SMALL_TOWN,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

/** 24 November is the day of the rides; they are published from the day after on. */
const NEXT_DAY = "2026-11-25" as ServiceDate;
const NEXT_MONTH = "2026-12-01" as ServiceDate;

let house: TestHouse;
let driver: Client;
let official: Client;
let riders: readonly string[];

const promise = async (tenant?: string) => (await house.nobody(tenant).send("GET", "promise")).json;

beforeAll(async () => {
  house = await openHouse();
  driver = await house.enter("driver");
  official = await house.enter("municipality");
  riders = await bookEach(["10:00", "10:10", "11:00", "11:10", "12:00", "12:10"]);
}, 60_000);
afterAll(() => house.close());

/** Each by a member of their own. @returns the bookings */
async function bookEach(times: readonly string[]): Promise<readonly string[]> {
  const desk = await house.enter("call_operator");
  const booked: string[] = [];
  for (const [n, time] of times.entries()) {
    const phone = `0836-02-000${n}`;
    const person = { name: `試験 ${n}`, kana: "しけん", phone, birthDate: "1980-01-01", town: "船木" };
    const memberId = (await desk.send("POST", "members", { body: person, key: newKey() })).json.id;
    const asked = await desk.send("POST", "quotes", {
      body: trip({ memberId, time: { mode: "depart", at: text(time) } }),
      key: newKey(),
    });
    expect(asked.json.kind, asked.text).toBe("quote");
    const confirmed = await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
    booked.push(confirmed.json.id);
  }
  return booked;
}

let events = 0;
async function rides(bookingId: string, boarded: string, alighted: string): Promise<void> {
  const event = (kind: string, time: string) => ({
    ...{ id: `e${++events}`, dutyId: "2026-11-24.v1.1", kind, bookingId, at: text(time) },
  });
  house.clock.now = at(alighted);
  const body = { events: [event("boarded", boarded), event("alighted", alighted)] };
  const { json } = await driver.send("POST", "duty/events", { body });
  expect(json.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["recorded", "recorded"]);
}

describe("what the service promises, for everybody", () => {
  test("is read from its own settings by whoever is not signed in", async () => {
    expect(await promise()).toMatchObject({
      week: [{ weekdays: [1, 2, 3, 4, 5], hours: [{ from: "09:00", to: "15:00" }] }],
      restsOnHolidays: true,
      ...{ pickupWindow: 1200, earlyArrival: 1800, rideFactorPermille: 1800, rideOffset: 900 },
      lastMonth: { from: "2026-10-01", to: "2026-10-31", rides: 0, pickupsKeptPermille: null, calledOff: 0 },
      thisMonth: { from: "2026-11-01", to: "2026-11-23", rides: 0 },
    });
  });

  test("[POL-RET-3] with results from five rides on, of finished days, and the same figures stand in the report", async () => {
    const [first, second, third, fourth, fifth, last] = riders;
    await rides(first!, "10:05", "10:09");
    await rides(second!, "10:31", "10:36");
    await rides(third!, "11:05", "11:09");
    await rides(fourth!, "11:11", "11:15");
    house.clock.now = at("09:00", NEXT_DAY);
    expect((await promise()).thisMonth).toMatchObject({ rides: "few", pickupsKeptPermille: null });

    house.clock.now = at("12:01");
    await rides(fifth!, "12:05", "12:09");
    await calledOff(last!);
    expect((await promise()).thisMonth, "the day still runs").toMatchObject({
      ...{ to: "2026-11-23", rides: 0, calledOff: 0 },
    });
    house.clock.now = at("09:10", NEXT_DAY);
    expect((await promise()).thisMonth).toEqual({
      ...{ from: "2026-11-01", to: "2026-11-24", rides: 5 },
      ...{ pickupsKeptPermille: 800, arrivalsKeptPermille: 1000, calledOff: "few" },
    });
    const { punctuality } = (await official.send("GET", `report?from=${TODAY}&to=${TODAY}`)).json;
    expect(punctuality).toEqual({
      pickups: { all: 5, kept: 4, late: 1, keptPermille: 800, lateness: { median: 60, largest: 60 } },
      arrivals: { all: 5, kept: 5, late: 0, keptPermille: 1000, lateness: null },
      calledOff: 1,
    });
  });

  test("of the town that was asked for, and of no other", async () => {
    expect((await promise(OTHER_TOWN)).thisMonth).toMatchObject({ rides: 0, calledOff: 0 });
    expect((await house.nobody("no-such-town").send("GET", "promise")).status).toBe(404);
  });

  test("counted once in ten minutes, however many ask, and anew after that", async () => {
    const counting = await countingServer();
    const askAt = async (time: string, times = 1) => {
      house.clock.now = at(time, NEXT_DAY);
      await Promise.all(Array.from({ length: times }, () => counting.ask()));
      return counting.times();
    };
    expect(await askAt("09:30", 20), "two months").toBe(2);
    expect(await askAt("09:39")).toBe(2);
    expect(await askAt("09:40")).toBe(4);
    await counting.close();
  });

  test("on the first day of a month there is no result of it yet", async () => {
    house.clock.now = at("09:00", NEXT_MONTH);
    expect(await promise()).toMatchObject({ thisMonth: null, lastMonth: { to: "2026-11-30", rides: 5 } });
  });
});

async function calledOff(bookingId: string): Promise<void> {
  const desk = await house.enter("call_operator");
  const { version } = (await desk.send("GET", `bookings/${bookingId}`)).json;
  const body = { version, reason: "車両の故障" };
  const answer = await desk.send("POST", `bookings/${bookingId}/call-off`, { body, key: newKey() });
  expect(answer.status, answer.text).toBe(200);
}

/** Another server on the same database, which counts how often promises and deeds are read. */
async function countingServer() {
  const { store } = house.world;
  let read = 0;
  const inTenant: typeof store.inTenant = (tenant, work) =>
    store.inTenant(tenant, (tx) =>
      work({
        ...tx,
        loadPromisedAndDone: (...asked) => {
          read++;
          return tx.loadPromisedAndDone(...asked);
        },
      }),
    );
  const server = await createServer({ ...house.world, store: { ...store, inTenant } });
  const visitor = clientOf(server, SMALL_TOWN, undefined);
  return {
    times: () => read,
    async ask() {
      const answer = await visitor.send("GET", "promise");
      expect(answer.status, answer.text).toBe(200);
    },
    close: () => server.close(),
  };
}
