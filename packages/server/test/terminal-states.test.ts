import { afterAll, beforeAll, expect, test } from "vitest";
import { at, type Client, openHouse, type TestHouse, text } from "./house.ts";

let house: TestHouse;
let driver: Client;
let desk: Client;

beforeAll(async () => {
  house = await openHouse();
  driver = await house.enter("driver");
  desk = await house.enter("call_operator");
}, 30_000);
afterAll(() => house.close());

const GOOD = {
  ...{ battery: 82, isCharging: false, storageFree: 900, signal: "good", unsent: 0 },
  ...{ position: "sending", isKeptAwake: true },
};
const report = (state: object) => driver.send("POST", "duty/terminal-state", { body: state });
const seen = async () => (await desk.send("GET", "board/terminals")).json.terminals;

test("[SAP-5.3-3] the control room sees battery, storage and signal of a terminal on duty, the newest only", async () => {
  house.clock.now = at("10:00");
  expect((await report({ ...GOOD, at: text("09:59") })).status).toBe(204);
  expect(await seen()).toEqual([{ vehicleId: "v1", ...GOOD, at: text("09:59") }]);
  const low = { ...GOOD, battery: 12, storageFree: null, signal: "weak", unsent: 7, at: text("10:00") };
  expect((await report(low)).status).toBe(204);
  expect((await report({ ...GOOD, at: text("09:58") })).status).toBe(204); // arrives late
  expect(await seen()).toEqual([{ vehicleId: "v1", ...low }]);
});

test("a terminal's clock that runs ahead is not believed", async () => {
  house.clock.now = at("10:01");
  await report({ ...GOOD, at: text("10:30") });
  expect((await seen())[0].at).toBe(text("10:01"));
});

test("[SAP-5.3-3] off duty nothing of a terminal is taken, and yesterday's is not shown", async () => {
  house.clock.now = at("18:00");
  const late = await report({ ...GOOD, at: text("18:00") });
  expect(late.status).toBe(409);
  expect(late.json.rejections).toEqual([{ kind: "off-duty" }]);
  house.clock.now = at("09:00", "2026-11-25" as never);
  expect(await seen()).toEqual([]);
});

test("whoever is not in the control room does not see the terminals", async () => {
  const rider = await house.enter("rider");
  expect((await rider.send("GET", "board/terminals")).status).toBe(403);
  expect((await driver.send("GET", "board/terminals")).status).toBe(403);
});
