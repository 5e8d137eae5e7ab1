import type { RunSheet } from "@noriai/api";
import { addDays } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, type TestHouse, TODAY, text, trip } from "./house.ts";
import { riderOf } from "./riders.ts";

const TOMORROW = addDays(TODAY, 1);
const NEXT_WEEK = addDays(TODAY, 7);

let house: TestHouse;
let desk: Client;
let operator: Client;
const riders = new Map<number, Client>();
/** A ride of today that was driven, one that nobody ever recorded, one that was called off, one of tomorrow. */
const rides = { driven: "", open: "", gone: "", tomorrow: "" };

beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
  operator = await house.enter("transport_operator");
  for (const k of [1, 2, 3, 4]) riders.set(k, await riderOf(house, member(k).memberNo));
  rides.driven = await rideOf(1, text("10:00"));
  rides.open = await rideOf(2, text("13:00"));
  rides.gone = await rideOf(3, text("14:00"));
  rides.tomorrow = await rideOf(4, text("10:00", TOMORROW));
  await desk.send("POST", `bookings/${rides.gone}/cancel`, { body: { reason: "" }, key: newKey() });
}, 60_000);
afterAll(() => house.close());

const member = (k: number) => house.towns[0]!.members[k]!;

async function rideOf(k: number, wished: string): Promise<string> {
  const wish = trip({ time: { mode: "depart", at: wished }, needs: ["walker"] });
  return (await book(riders.get(k)!, wish)).json.id;
}

async function sheetFor(client: Client, date: string): Promise<RunSheet> {
  const answer = await client.send("GET", `run-sheet?date=${date}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}

/** How the sheet calls somebody, and which needs it tells. */
function lineOf(sheet: RunSheet, bookingId: string) {
  const riders = sheet.duties.flatMap(({ tasks }) => tasks.flatMap(({ boards }) => boards));
  const { calledName, needs, boardingCode } = riders.find((rider) => rider.bookingId === bookingId)!;
  expect(boardingCode).toMatch(/^\d+$/);
  return [calledName, needs];
}

describe("[SAP-3.1-5c] whom the run sheet names (D-14)", () => {
  test("on the day, everybody on it, to the desk with the phone numbers; who has called off is not read for it", async () => {
    for (const client of [desk, operator]) {
      const sheet = await sheetFor(client, TODAY);
      expect(lineOf(sheet, rides.driven)).toEqual([member(1).name, ["walker"]]);
      expect(lineOf(sheet, rides.open)).toEqual([member(2).name, ["walker"]]);
    }
    expect((await sheetFor(desk, TODAY)).phones.map(({ bookingId }) => bookingId).sort()).toEqual(
      [rides.driven, rides.open].sort(),
    );
    expect((await sheetFor(operator, TODAY)).phones).toEqual([]);
    const purposesOf = async (k: number): Promise<string[]> =>
      (await riders.get(k)!.send("GET", "my/readings")).json.readings.map(
        ({ purpose }: { purpose: string }) => purpose,
      );
    expect(await purposesOf(2)).toContain("operation");
    expect(await purposesOf(3)).not.toContain("operation");
  });

  test("tomorrow's riders to the desk alone; the operator prints them with their codes", async () => {
    const forDesk = await sheetFor(desk, TOMORROW);
    expect(lineOf(forDesk, rides.tomorrow)).toEqual([member(4).name, ["walker"]]);
    expect(forDesk.phones).toHaveLength(1);
    const forOperator = await sheetFor(operator, TOMORROW);
    expect(lineOf(forOperator, rides.tomorrow)).toEqual(["", []]);
    expect(forOperator.phones).toEqual([]);
  });

  test("of an earlier day, only whose ride nobody has closed; the others have their code, and nobody a number", async () => {
    await drive(rides.driven);
    house.clock.now = at("10:00", NEXT_WEEK);
    for (const client of [desk, operator]) {
      const sheet = await sheetFor(client, TODAY);
      expect(lineOf(sheet, rides.driven)).toEqual(["", []]);
      expect(lineOf(sheet, rides.open)).toEqual([member(2).name, ["walker"]]);
      expect(sheet.phones).toEqual([]);
    }
  });
});

/** From s01 to s02, as written on paper. */
async function drive(bookingId: string): Promise<void> {
  const { vehicleId } = (await desk.send("GET", `bookings/${bookingId}`)).json.booking;
  const dutyId = `${TODAY}.${vehicleId}.1`;
  house.clock.now = at("10:30");
  const events = [
    { id: "p1", dutyId, at: text("09:58"), kind: "arrived", stopId: "s01" },
    { id: "p2", dutyId, at: text("10:01"), kind: "boarded", bookingId },
    { id: "p3", dutyId, at: text("10:15"), kind: "arrived", stopId: "s02" },
    { id: "p4", dutyId, at: text("10:16"), kind: "alighted", bookingId },
  ];
  const { results } = (await desk.send("POST", "paper-events", { body: { events } })).json;
  expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(4).fill("recorded"));
}
