import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let rider: Client;
let driver: Client;
let bookingId: string;
let stop: { lat: number; lng: number };

beforeAll(async () => {
  house = await openHouse();
  [rider, driver] = await Promise.all([house.enter("rider"), house.enter("driver")]);
  const booked = await book(rider, trip({ time: { mode: "depart", at: text("10:00") } }));
  bookingId = booked.json.id;
  const { stops } = (await rider.send("GET", "service")).json;
  stop = stops.find(({ id }: { id: string }) => id === "s01").position;
}, 30_000);
afterAll(() => house.close());

const approach = async (client = rider, id = bookingId) => client.send("GET", `my/bookings/${id}/approach`);

describe("[SAP-5.2-1] [FIELD-20] a rider's own vehicle, over HTTP", () => {
  test("hours ahead: an interval within the promise, and no vehicle to be seen", async () => {
    const { bookings } = (await rider.send("GET", "my/bookings")).json;
    const { promise } = bookings.find(({ id }: { id: string }) => id === bookingId);
    const { json } = await approach();
    expect(json.approach).toMatchObject({ stage: "planned", lateBy: 0, signal: "far-ahead", heardOf: null });
    expect(json.approach.from >= promise.pickupFrom && json.approach.to <= promise.pickupTo).toBe(true);
  });

  test("when the vehicle comes: where it is, how old that is, and no word of anybody else", async () => {
    house.clock.now = at("09:55");
    await driver.send("POST", "duty/position", { body: { ...stop, at: text("09:55") } });
    const live = (await approach()).json.approach;
    expect(live).toMatchObject({ signal: "live", heardOf: { ...stop, at: text("09:55") } });
    house.clock.now = at("09:58");
    expect((await approach()).json.approach.signal).toBe("old");
    house.clock.now = at("10:01");
    expect((await approach()).json.approach).toMatchObject({ signal: "none", heardOf: null });
  });

  test("is told to nobody but the rider: for others the booking does not exist", async () => {
    const desk = await house.enter("call_operator");
    expect((await approach(desk)).status).toBe(403);
    expect((await approach(rider, "nobodys")).status).toBe(404);
    const memberId = (await desk.send("POST", "members", { body: NEW_MEMBER, key: newKey() })).json.id;
    const other = await book(desk, trip({ memberId, time: { mode: "depart", at: text("12:00") } }));
    expect((await approach(rider, other.json.id)).status).toBe(404);
  });

  test("ends when the booking is called off", async () => {
    house.clock.now = at("08:45");
    const later = await book(rider, trip({ time: { mode: "depart", at: text("13:00") } }));
    const { id } = later.json;
    await rider.send("POST", `bookings/${id}/cancel`, { body: { reason: "" }, key: newKey() });
    expect((await approach(rider, id)).json).toEqual({ approach: null });
  });
});

const NEW_MEMBER = {
  name: "試験 花子",
  kana: "しけん はなこ",
  phone: "0836-00-7777",
  birthDate: "1950-01-01",
  town: "船木",
};
