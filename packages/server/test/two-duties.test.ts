import { timeOfDay } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, smallTowns, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let driver: Client;
let bookingId: string;
const [MORNING, AFTERNOON] = ["2026-11-24.v1.1", "2026-11-24.v1.2"];

/** A town whose vehicles rest from twelve to one. */
beforeAll(async () => {
  const [town] = smallTowns();
  const hours = [
    { from: timeOfDay("09:00"), to: timeOfDay("12:00") },
    { from: timeOfDay("13:00"), to: timeOfDay("15:00") },
  ];
  const calendar = { ...town!.service.calendar, hours };
  house = await openHouse({ towns: [{ ...town!, service: { ...town!.service, calendar } }] });
  driver = await house.enter("driver");
  const rider = await house.enter("rider");
  bookingId = (await book(rider, trip({ time: { mode: "depart", at: text("11:20") } }))).json.id;
}, 30_000);
afterAll(() => house.close());

let count = 0;
async function did(time: string, what: object): Promise<void> {
  house.clock.now = at(time);
  const event = { id: `e${++count}`, dutyId: MORNING, at: text(time), ...what };
  const answer = await driver.send("POST", "duty/events", { body: { events: [event] } });
  expect(answer.json.results[0].outcome, answer.text).toBe("recorded");
}
const shown = async (time: string): Promise<string> => {
  house.clock.now = at(time);
  return (await driver.send("GET", "duty")).json.duty.id;
};
const here = async (time: string): Promise<number> => {
  house.clock.now = at(time);
  const body = { lat: 34.0458, lng: 131.2268, at: text(time) };
  const state = { battery: 80, isCharging: false, storageFree: 900, signal: "good", unsent: 0 };
  const told = { ...state, position: "sending", isKeptAwake: true, at: text(time) };
  const terminal = await driver.send("POST", "duty/terminal-state", { body: told });
  const position = await driver.send("POST", "duty/position", { body });
  expect(terminal.status).toBe(position.status);
  return position.status;
};

describe("[SAP-5.3-1] a vehicle with two duties a day", () => {
  test("keeps the first on the screen when its hours end with a rider aboard", async () => {
    expect(await shown("08:40")).toBe(MORNING);
    await did("11:21", { kind: "arrived", stopId: "s01" });
    await did("11:22", { kind: "boarded", bookingId });
    expect(await shown("12:05")).toBe(MORNING);
    expect(await here("12:05")).toBe(204);
    expect(await shown("13:05")).toBe(MORNING);
  });

  test("keeps it for a fare that was not taken, until the second begins", async () => {
    await did("13:06", { kind: "alighted", bookingId });
    expect(await shown("12:50")).toBe(MORNING);
    expect(await shown("13:06")).toBe(AFTERNOON);
    await did("13:07", { kind: "fare-collected", bookingId, amount: 150, means: "cash" });
    expect(await shown("12:50")).toBe(AFTERNOON);
  });

  test("[SAP-5.3-3] tells where it is on the way out to the first, and not in the break between them", async () => {
    expect([await here("07:59"), await here("08:01")]).toEqual([409, 204]);
    expect([await here("12:50"), await here("13:00")]).toEqual([409, 204]);
    const { duty } = (await driver.send("GET", "duty")).json;
    expect(duty).toMatchObject({ id: AFTERNOON, trackedFrom: text("13:00") });
  });

  test("[SAP-5.3-3] tells nothing more once the driver has ended the work, unless the second is driven after all", async () => {
    const end = async (time: string) => {
      house.clock.now = at(time);
      const body = { odometerStart: 100, odometerEnd: 180, cashCounted: 150, remarks: "" };
      const ended = await driver.send("POST", "duty/end", { body, key: newKey() });
      expect(ended.status, ended.text).toBe(200);
    };
    await end("12:10");
    expect(await here("13:10")).toBe(204);
    await end("14:40");
    expect(await here("14:41")).toBe(409);
  });
});
