import { afterAll, beforeAll, expect, test } from "vitest";
import { at, book, type Client, openHouse, type TestHouse, text, trip } from "./house.ts";

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
const board = async () => (await desk.send("GET", "board?date=2026-11-24")).json.duties[0];
const seen = async () => (await desk.send("GET", "board/terminals")).json.terminals;

test("[SAP-3.2-3a] the board tells since when a plan has not been shown, until the terminal has shown it", async () => {
  const rider = await house.enter("rider");
  house.clock.now = at("08:40");
  const before = await board();
  expect([before.acknowledged, before.unseenSince]).toEqual([true, null]);
  await book(rider, trip({ time: { mode: "depart", at: text("10:00") } }));
  house.clock.now = at("08:44");
  const meanwhile = await board();
  expect([meanwhile.acknowledged, meanwhile.unseenSince]).toEqual([false, text("08:40")]);
  const { version } = (await driver.send("GET", "duty")).json;
  await driver.send("POST", "duty/acknowledgement", { body: { version } });
  expect((await board()).unseenSince).toBeNull();
});

test("[SAP-5.3-1] the driver reads the own duty record of today and nobody else's, with the fares that were corrected", async () => {
  const sheet = (await driver.send("GET", "duty")).json;
  const { bookingId } = sheet.tasks[0].boards[0];
  house.clock.now = at("10:20");
  const head = (id: string, time: string) => ({ id, dutyId: sheet.duty.id, at: text(time) });
  const paid = { kind: "fare-collected", bookingId, means: "cash" };
  const events = [
    { ...head("t1", "10:00"), kind: "arrived", stopId: sheet.tasks[0].stopId },
    { ...head("t2", "10:01"), kind: "boarded", bookingId },
    { ...head("t3", "10:02"), ...paid, amount: 510 },
    { ...head("t4", "10:03"), kind: "undone", eventId: "t3" },
    { ...head("t5", "10:03"), ...paid, amount: 150, means: "cashless", reason: "mistyped" },
  ];
  await driver.send("POST", "duty/events", { body: { events } });
  const now = (await driver.send("GET", "duty")).json;
  expect(now.takings).toEqual({ cash: 0, cashless: 150 });
  expect(now.lastStep).toEqual({ kind: "boarded", bookingId, stopId: null });
  expect(now.tasks[0].boards[0].payment).toEqual({ eventId: "t5", means: "cashless" });
  const { record } = (await driver.send("GET", "duty/record")).json;
  expect(record).toMatchObject({ serviceDate: "2026-11-24", takings: { cash: 0, cashless: 150 } });
  expect(record.fareNotes).toEqual([
    {
      at: text("10:03"),
      bookingId,
      due: 150,
      amount: 150,
      before: 510,
      means: "cashless",
      reason: "mistyped",
    },
  ]);
  expect((await desk.send("GET", "duty/record")).status).toBe(403);
});

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
