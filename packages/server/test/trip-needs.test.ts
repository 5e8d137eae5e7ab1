import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { book, type Client, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";
import { riderOf } from "./riders.ts";

let house: TestHouse;
let rider: Client;
let desk: Client;
let driver: Client;

beforeAll(async () => {
  house = await openHouse();
  rider = await riderOf(house, house.towns[0]!.members[0]!.memberNo);
  desk = await house.enter("call_operator");
  driver = await house.enter("driver");
}, 30_000);
afterAll(() => house.close());

const TEN = { time: { mode: "depart", at: text("10:00") } };
const ask = (client: Client, changes: object) =>
  client.send("POST", "quotes", { body: trip({ ...TEN, ...changes }), key: newKey() });
const cancel = (id: string) =>
  rider.send("POST", `bookings/${id}/cancel`, { body: { reason: "" }, key: newKey() });

/** The member's record says so by itself. */
async function recordNeeds(needs: readonly string[]): Promise<void> {
  const { record } = (await rider.send("GET", "my/record")).json;
  const { phone, town, contact, language, version } = record;
  const body = { phone, town, contact, language, version, needs };
  expect((await rider.send("PUT", "my/record", { body })).status).toBe(200);
}

describe("[SAP-5.2-1] what a trip needs besides places", () => {
  test.each([
    [["walker", "walker"], "needs", "同じものは1度だけ入れてください。"],
    [["wings"], "needs.0", "walker, stroller, help"],
    ["walker", "needs", ""],
  ])("%j is refused, and the field is named", async (needs, name, message) => {
    const answer = await ask(rider, { needs });
    expect(answer.status).toBe(400);
    expect(answer.json.fields).toEqual([{ name, message: expect.stringContaining(message) }]);
  });

  test("stands in the offer, the booking and the way back, and nothing is said where nothing was", async () => {
    const booked = await book(rider, trip({ ...TEN, needs: ["help", "walker"] }));
    expect(booked.json.trip.needs).toEqual(["walker", "help"]);
    const { returns } = (await rider.send("GET", "my/open-returns")).json;
    expect(returns[0]).toMatchObject({ bookingId: booked.json.id, needs: ["walker", "help"] });
    const plain = await ask(rider, { time: { mode: "depart", at: text("13:00") } });
    expect(plain.json.quote.trip).not.toHaveProperty("needs");
    await cancel(booked.json.id);
  });

  test("is read by the driver before what the member's record adds, each once; the printed sheet has it alone", async () => {
    await recordNeeds(["walker", "sight"]);
    const { id } = (await book(rider, trip({ ...TEN, needs: ["stroller", "walker"] }))).json;
    const needsIn = (tasks: { boards: { bookingId: string; needs: string[] }[] }[]) =>
      tasks.flatMap(({ boards }) => boards.filter(({ bookingId }) => bookingId === id))[0]?.needs;
    const sheet = (await driver.send("GET", "duty")).json;
    expect(needsIn(sheet.tasks)).toEqual(["walker", "stroller", "sight"]);
    const paper = (await desk.send("GET", "run-sheet")).json;
    expect(needsIn(paper.duties.flatMap(({ tasks }: { tasks: [] }) => tasks))).toEqual([
      "walker",
      "stroller",
    ]);
    await cancel(id);
  });

  test("changed by the desk, is told as it was and as it is, and can no longer be changed by what was seen before", async () => {
    const { id } = (await book(rider, trip({ ...TEN, needs: ["walker"] }))).json;
    const { memberId } = (await rider.send("GET", "session")).json;
    const seen = (await desk.send("GET", `bookings/${id}`)).json.version;
    const change = async (needs: readonly string[]) => {
      const asked = await ask(desk, { memberId, replaces: id, needs });
      const body = { quoteId: asked.json.quote.id, version: seen };
      return desk.send("POST", `bookings/${id}/change`, { body, key: newKey() });
    };
    expect((await change(["walker", "help"])).json.trip.needs).toEqual(["walker", "help"]);
    const { entries } = (await desk.send("GET", `bookings/${id}/history`)).json;
    const changed = entries.find(({ kind }: { kind: string }) => kind === "changed");
    expect([changed.before.trip.needs, changed.after.trip.needs]).toEqual([["walker"], ["walker", "help"]]);
    expect((await change([])).status).toBe(409);
    await cancel(id);
    const { rides } = (await rider.send("GET", "my/rides")).json;
    expect(rides.find(({ bookingId }: { bookingId: string }) => bookingId === id).needs).toEqual([
      "walker",
      "help",
    ]);
  });

  test("is kept by a recurring wish and by each ride that is booked for it", async () => {
    const body = {
      ...{ weekdays: [3], first: "2026-11-25", last: "2026-11-25", from: "s01", to: "s02" },
      ...{ time: { mode: "depart", at: "11:00" }, companions: trip().companions, wheelchairs: 0 },
      needs: ["stroller"],
    };
    const twice = { ...body, needs: ["stroller", "stroller"] };
    const refused = await rider.send("POST", "recurring", { body: twice, key: newKey() });
    expect(refused.json.fields).toMatchObject([{ name: "needs" }]);
    const added = await rider.send("POST", "recurring", { body, key: newKey() });
    expect(added.status, added.text).toBe(200);
    const { wishes } = (await rider.send("GET", "recurring")).json;
    expect(wishes[0].needs).toEqual(["stroller"]);
    const { bookings } = (await rider.send("GET", "my/bookings")).json;
    const [ride] = bookings.filter(
      ({ trip: { serviceDate } }: { trip: { serviceDate: string } }) => serviceDate === "2026-11-25",
    );
    expect(ride.trip.needs).toEqual(["stroller"]);
  });
});
