import { addDays } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, type TestHouse, TODAY, text, trip } from "./house.ts";
import { riderOf } from "./riders.ts";

/** The driver's 降りた of a week ago is still missing. */
const NEXT_WEEK = addDays(TODAY, 7);

let house: TestHouse;
let desk: Client;
let driver: Client;
let rider: Client;
let memberNo: string;
let bookingId: string;
let dutyId: string;

beforeAll(async () => {
  house = await openHouse();
  [desk, driver] = [await house.enter("call_operator"), await house.enter("driver")];
  memberNo = house.towns[0]!.members[1]!.memberNo;
  rider = await riderOf(house, memberNo);
  bookingId = (await book(rider, trip({ time: { mode: "depart", at: text("10:00") } }))).json.id;
  const { vehicleId } = (await desk.send("GET", `bookings/${bookingId}`)).json.booking;
  dutyId = `${TODAY}.${vehicleId}.1`;
  house.clock.now = at("10:02");
  const events = [
    { id: "e1", dutyId, at: text("09:58"), kind: "arrived", stopId: "s01" },
    { id: "e2", dutyId, at: text("10:01"), kind: "boarded", bookingId },
  ];
  const { results } = (await driver.send("POST", "duty/events", { body: { events } })).json;
  expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["recorded", "recorded"]);
  house.clock.now = at("10:00", NEXT_WEEK);
}, 30_000);
afterAll(() => house.close());

const stateNow = async () => (await desk.send("GET", `bookings/${bookingId}`)).json.booking.state;

describe("a ride of last week that nobody closed", () => {
  test("[FIELD-20] shows its rider nothing of where the vehicle drives today", async () => {
    const stop = { lat: 34.0458, lng: 131.2268 };
    await driver.send("POST", "duty/position", { body: { ...stop, at: text("10:00", NEXT_WEEK) } });
    expect(await stateNow()).toBe("riding");
    expect((await rider.send("GET", `my/bookings/${bookingId}/approach`)).json).toEqual({ approach: null });
  });

  test("is closed by the desk from paper; a terminal comes too late", async () => {
    const sheet = (await desk.send("GET", `run-sheet?date=${TODAY}`)).json;
    const duty = sheet.duties.find((one: { dutyId: string }) => one.dutyId === dutyId);
    expect(duty.tasks.at(-1)).toMatchObject({ stopId: "s02", alights: [{ bookingId, state: "riding" }] });
    const events = [
      { id: "p1", dutyId, at: text("10:15"), kind: "arrived", stopId: "s02" },
      { id: "p2", dutyId, at: text("10:16"), kind: "alighted", bookingId },
    ];
    const late = (await driver.send("POST", "duty/events", { body: { events } })).json.results;
    expect(late[0]).toMatchObject({ outcome: "refused", rejection: { kind: "too-old", days: 7 } });
    const entered = (await desk.send("POST", "paper-events", { body: { events } })).json.results;
    expect(entered.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["recorded", "recorded"]);
    expect(await stateNow()).toBe("completed");
  });

  test("[SAP-PI-1] keeps nobody from leaving: neither the one who rode nor one whom nobody met", async () => {
    house.clock.now = at("08:40");
    const other = await riderOf(house, house.towns[0]!.members[2]!.memberNo);
    const missed = (await book(other, trip({ time: { mode: "depart", at: text("13:00") } }))).json.id;
    const again = [{ id: "p3", dutyId, at: text("10:17"), kind: "undone", eventId: "p2" }];
    house.clock.now = at("10:00", NEXT_WEEK);
    await desk.send("POST", "paper-events", { body: { events: again } });
    expect(await stateNow()).toBe("riding");
    const left = await rider.send("POST", "my/leave", { body: { memberNo, ahead: "cancel" } });
    expect([left.status, left.json]).toEqual([200, { rides: 1, cancelled: 0 }]);
    const otherNo = house.towns[0]!.members[2]!.memberNo;
    const [{ id: otherId }] = (await desk.send("GET", `members?q=${otherNo}`)).json.members;
    const body = { memberNo: otherNo, ahead: "refuse" };
    const erased = await desk.send("POST", `members/${otherId}/erase`, { body, key: newKey() });
    expect([erased.status, erased.json]).toEqual([200, { rides: 1, cancelled: 0 }]);
    expect((await desk.send("GET", `bookings/${missed}`)).json.booking.state).toBe("confirmed");
  });
});
